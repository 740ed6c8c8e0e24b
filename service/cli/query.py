"""`communique query`: ready-made questions, or SPARQL, on the command line."""

import math
import sys
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import click

from ontology.terms import PREFIXES
from queries.answers import prepare
from queries.catalogue import Query as Question
from queries.catalogue import catalogue, get
from queries.errors import QueryError
from queries.paging import paged, read_page
from service.cli import options
from service.cli.names import naming
from service.cli.rendering import FORMATS, TABLE, media, write, write_rows, wrong_form
from service.errors import CommuniqueError, UsageError
from service.limits import limits_of
from service.settings import Settings, settings, store_path
from service.sparql_text import calls_service, excess
from service.store.directory import StoreDirectory
from service.store.workers.answers import Answer
from service.store.workers.errors import Malformed, NoForm, QueryTimeout
from service.store.workers.pool import Pool
from service.store.workers.work import Query, Snapshot


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

    Without arguments, list the ready-made questions. Besides its own parameters each takes
    limit, offset and sort (columns, "-" before one turns its order).

    \b
    communique query meetings -p actor="Vjosa Osmani" -p status=held
    communique query actors -p sort=-statements -p limit=10
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
    sparql = _allowed(_read(question)) if is_sparql else None
    with directory.holding() as (held, graph), closing(_pool(directory, known)) as pool:
        if sparql is None:
            page, own = read_page(get(question), given)
            prepared = prepare(question, own, lambda asked: pool.select(asked, held))
            sparql = paged(prepared.query, prepared.sparql, page)
        write(_answer(pool, sparql, form, held), form, naming(graph, known.base))


def _pool(directory: StoreDirectory, known: Settings) -> Pool:
    """One process, under the same limits as those of `serve`."""
    limits = limits_of(known)
    return Pool(directory, replace(limits, fast=1, budget=math.inf), PREFIXES)


def _answer(pool: Pool, sparql: str, form: str, held: Snapshot) -> Answer:
    try:
        return pool.answer(Query(sparql, *media(form)), held)
    except Malformed as error:
        raise UsageError(str(error)) from error
    except NoForm as error:
        raise UsageError(wrong_form(form)) from error
    except QueryTimeout as error:
        raise QueryTimeout(f"{error}: ask for less, or raise COMMUNIQUE_QUERY_TIMEOUT") from error


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


def _allowed(sparql: str) -> str:
    if reason := excess(sparql):
        raise UsageError(f"the query is too large: {reason}")
    if calls_service(sparql):
        raise UsageError("SERVICE is not allowed: a query asks this store alone")
    return sparql


def _describe(question: Question) -> None:
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
