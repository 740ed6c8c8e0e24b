"""Answers on standard output: tables for people, the other formats for programs."""

import sys
from collections.abc import Iterable, Mapping

import click
import pyoxigraph as ox
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ontology.terms import PREFIXES
from service.errors import UsageError

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
TABLE = "table"
RESULTS: Mapping[str, ox.QueryResultsFormat] = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPHS: Mapping[str, ox.RdfFormat] = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
}
_UNBOUNDED = 100_000  # columns: wider than any answer
FORMATS = (TABLE, *RESULTS, *GRAPHS)


def write(results: Results, form: str, short: Mapping[str, str] | None = None) -> None:
    """Print an answer; `short` are namespaces that tables abbreviate."""
    if isinstance(results, ox.QueryTriples):
        _write_graph(results, form)
    elif form in GRAPHS:
        raise UsageError(f"{form} is for CONSTRUCT and DESCRIBE: give {', '.join(RESULTS)}, table")
    elif form in RESULTS:
        _bytes(results.serialize(format=RESULTS[form]))
    elif isinstance(results, ox.QueryBoolean):
        _bytes(b"yes\n" if results else b"no\n")
    else:
        write_rows(
            [variable.value for variable in results.variables],
            ([_shown(term, short or {}) for term in solution] for solution in results),
        )


def _write_graph(results: ox.QueryTriples, form: str) -> None:
    if form in RESULTS:
        raise UsageError(f"{form} is for SELECT and ASK: give {', '.join(GRAPHS)}")
    graph = GRAPHS[form if form in GRAPHS else "turtle"]
    _bytes(ox.serialize(results, format=graph, prefixes=PREFIXES))


def _bytes(body: bytes | None) -> None:
    sys.stdout.buffer.write(body or b"")
    if body and not body.endswith(b"\n"):
        sys.stdout.buffer.write(b"\n")
    sys.stdout.buffer.flush()


def _shown(term: object, short: Mapping[str, str]) -> str:
    if term is None:
        return ""
    if not isinstance(term, ox.NamedNode):
        return str(getattr(term, "value", term))
    for namespace, prefix in short.items():
        if term.value.startswith(namespace):
            return prefix + term.value.removeprefix(namespace)
    return term.value


def write_rows(columns: list[str], rows: Iterable[list[str]]) -> None:
    """A table folded to the width of the terminal; elsewhere a line a row, nothing cut."""
    terminal = Console()
    console = terminal if terminal.is_terminal else Console(width=_UNBOUNDED)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(" ".join(cell.split())) for cell in row))
    with console.capture() as captured:
        console.print(table)
    for line in captured.get().splitlines():
        click.echo(line.rstrip())
    if terminal.is_terminal:
        click.echo(f"{table.row_count} rows", err=True)
