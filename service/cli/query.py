"""`communique query`: ready-made questions, or SPARQL, on the command line."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click
import pyoxigraph as ox

from ontology.terms import PREFIXES
from queries.answers import prepare
from queries.catalogue import Query, catalogue, get
from queries.errors import QueryError
from service.cli import options
from service.cli.names import naming
from service.cli.rendering import FORMATS, TABLE, Results, write, write_rows
from service.errors import CommuniqueError, UsageError
from service.settings import settings, store_path
from service.sparql_text import calls_service, excess
from service.store.directory import StoreDirectory


@click.command()
@click.argument("question", required=False, metavar="NAME|FILE.rq|-")
@options.store
@click.option("-p", "--param", "params", multiple=True, metavar="KEY=VALUE", help="A parameter.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default=TABLE, help="Form of the answer."
)
@click.option("--describe", is_flag=True, help="Tell a question's parameters and columns.")
def query(
    question: str | None, store: str | None, params: tuple[str, ...], form: str, *, describe: bool
) -> None:
    """Ask a ready-made question by its name, or SPARQL in a file or on standard input.

    Without arguments, list the ready-made questions.

    \b
    communique query meetings -p actor="Vjosa Osmani" -p status=held
    communique query statements --describe
    echo 'SELECT * { ?m a cmq:Meeting }' | communique query - --format csv
    """
    if question is None:
        write_rows(["name", "asks"], ([q.name, q.header.summary] for q in catalogue().values()))
        return
    try:
        _run(question, store, params, form, describe=describe)
    except QueryError as error:
        raise UsageError(str(error)) from error


def _run(
    question: str, store: str | None, params: tuple[str, ...], form: str, *, describe: bool
) -> None:
    is_sparql = question == "-" or question.endswith(".rq")
    if describe and not is_sparql:
        _describe(get(question))
        return
    given = _params(params)
    if is_sparql and given:
        raise UsageError("-p is for ready-made questions; write values into the query itself")
    known = settings(store=store)
    directory = StoreDirectory(store_path(known), known.lock_timeout)
    sparql = _read(question) if is_sparql else None
    with directory.reading() as graph:
        results = _sparql(graph, sparql) if sparql is not None else _ready(graph, question, given)
        write(results, form, naming(graph, known.base))


def _params(raw: Iterable[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for one in raw:
        key, equals, value = one.partition("=")
        if not equals or not key:
            raise UsageError(f"-p {one}: write -p KEY=VALUE")
        if key in given:
            raise UsageError(f"-p {key} is given twice")
        given[key] = value
    return given


def _read(question: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if question == "-" else Path(question).read_bytes()
        return raw.decode("utf-8")
    except OSError as error:
        raise CommuniqueError(f"{question}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CommuniqueError(f"{question}: not UTF-8: {error}") from error


def _sparql(graph: ox.Store, sparql: str) -> Results:
    if reason := excess(sparql):
        raise UsageError(f"the query is too large: {reason}")
    if calls_service(sparql):
        raise UsageError("SERVICE is not allowed: a query asks this store alone")
    try:
        return graph.query(sparql, prefixes=PREFIXES)
    except SyntaxError as error:
        raise UsageError(f"the query can't be read: {error}") from error


def _ready(graph: ox.Store, name: str, given: dict[str, str]) -> Results:
    def ask(sparql: str) -> ox.QuerySolutions:
        found = graph.query(sparql)
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError(f"{name} is no SELECT")
        return found

    return graph.query(prepare(name, given, ask).sparql)


def _describe(question: Query) -> None:
    click.echo(f"{question.name}: {question.header.summary}\n")
    columns = ["parameter", "what", "for example"]
    rows = (
        [p.name + (" (required)" if p.required else ""), _meaning(p.help, p.default), p.example]
        for p in question.params
    )
    write_rows(columns, rows)
    click.echo()
    write_rows(["column", "what"], ([c.name, c.help] for c in question.columns))


def _meaning(text: str, default: str | None) -> str:
    return f"{text} (default: {default})" if default else text
