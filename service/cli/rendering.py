"""Answers on standard output: tables for people, the other formats for programs."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap

import click
import pyoxigraph as ox
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from service.cli.names import Naming
from service.store.workers.answers import Answer
from service.store.workers.work import ROWS, Kind

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
_READABLE = 16  # columns: a cell that is folded more narrowly is hard to read
_BETWEEN = 3  # columns of space beside a cell
FORMATS = (TABLE, *RESULTS, *GRAPHS)


def media(form: str) -> tuple[str | None, str | None]:
    """What a worker is to answer with, for rows and for graphs; None where the form is none."""
    if form == TABLE:
        return ROWS, GRAPHS["turtle"].media_type
    result, graph = RESULTS.get(form), GRAPHS.get(form)
    return result and result.media_type, graph and graph.media_type


def wrong_form(form: str) -> str:
    """Why a form doesn't fit an answer."""
    if form in GRAPHS:
        return f"{form} is for CONSTRUCT and DESCRIBE: give {', '.join(RESULTS)}, table"
    return f"{form} is for SELECT and ASK: give {', '.join(GRAPHS)}"


def write(answer: Answer, form: str, name: Naming) -> None:
    """Print an answer; `name` tells what tables call a thing."""
    if form != TABLE or answer.kind is Kind.GRAPH:
        _stream(answer)
        return
    results = ox.parse_query_results(answer.body, format=ox.QueryResultsFormat.JSON)
    if isinstance(results, ox.QueryBoolean):
        click.echo("yes" if results else "no")
        return
    write_rows(
        [variable.value for variable in results.variables],
        (_row(tuple(solution), name) for solution in results),
    )


def _stream(answer: Answer) -> None:
    last = b"\n"
    for chunk in answer.chunks:
        sys.stdout.buffer.write(chunk)
        last = chunk[-1:]
    if last != b"\n":
        sys.stdout.buffer.write(b"\n")
    sys.stdout.buffer.flush()


def _row(solution: Sequence[object], name: Naming) -> list[str]:
    texts = [term.value if isinstance(term, ox.Literal) else "" for term in solution]
    return [_shown(term, texts, name) for term in solution]


def _shown(term: object, beside: Sequence[str], name: Naming) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return name(term, beside)
    return str(getattr(term, "value", term))


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """For a terminal a table folded to its width, or a block a row where that is too narrow.

    Elsewhere a line a row, nothing cut.
    """
    found = [[" ".join(cell.split()) for cell in row] for row in rows]
    terminal = Console()
    if not terminal.is_terminal:
        _write_table(columns, found, _UNBOUNDED)
        return
    if _needed(columns, found) > terminal.width:
        _write_blocks(columns, found, terminal.width)
    else:
        _write_table(columns, found, terminal.width)
    click.echo("1 row" if len(found) == 1 else f"{len(found)} rows", err=True)


def _needed(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """The least width in which the table is still good to read."""
    widest = [max(map(len, cells)) for cells in zip(columns, *rows, strict=True)]
    return sum(min(width, _READABLE) + _BETWEEN for width in widest)


def _write_table(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> None:
    console = Console(width=width)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    with console.capture() as captured:
        console.print(table)
    for line in captured.get().splitlines():
        click.echo(line.rstrip())


def _write_blocks(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> None:
    """Each row as lines of column and value, what is empty left out."""
    indent = max(map(len, columns)) + _BETWEEN
    for number, row in enumerate(rows):
        if number:
            click.echo()
        for column, cell in zip(columns, row, strict=True):
            lines = wrap(cell, max(width - indent, _READABLE))
            for head, line in zip([column, *[""] * len(lines)], lines, strict=False):
                click.echo(head.ljust(indent) + line)
