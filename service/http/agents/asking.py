"""Rows for agents: ready-made questions and SPARQL, bounded in rows and in letters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox
from werkzeug.exceptions import BadRequest

from queries.catalogue import get
from queries.paging import Page, read_page
from service.http.asking import Operation, ask, leave, read
from service.http.questions import answer
from service.http.state import snapshot
from service.store.workers.work import ROWS, TRIPLES

MOST = 200  # rows
LETTERS = 60_000  # of all rows together: models read no more at once
Cell = str | int | float | bool


@dataclass(frozen=True)
class Rows:
    """Rows of an answer; `more` where there are further ones (ask with a higher offset)."""

    rows: list[dict[str, Cell]]
    more: bool
    offset: int = 0


def asked(name: str, given: Mapping[str, str], limit: int, offset: int = 0) -> Rows:
    """The answer to a ready-made question; blank parameters are none, as anywhere."""
    page, own = read_page(get(name), {k: v for k, v in given.items() if v.strip()})
    wanted = bounded(limit)
    found = answer(name, own, ROWS, Page(wanted + 1, offset, page.sort))
    try:
        solutions = read(found)
        if not isinstance(solutions, ox.QuerySolutions):
            raise BadRequest(f"{name} gives no rows")
        return _rows(_solutions(solutions), wanted, offset)
    finally:
        leave(found)


def sparql(query: str, limit: int) -> Rows:
    """The first rows, or triples as rows, of a query; updates are none."""
    found = ask(Operation(query).work(ROWS, TRIPLES), snapshot().source)
    try:
        results = read(found)
        if isinstance(results, ox.QueryBoolean):
            return Rows([{"answer": bool(results)}], more=False)
        if isinstance(results, ox.QuerySolutions):
            return _rows(_solutions(results), bounded(limit), 0)
        triples = (
            {
                "subject": _cell(t.subject),
                "predicate": _cell(t.predicate),
                "object": _cell(t.object),
            }
            for t in results
        )
        return _rows(triples, bounded(limit), 0)
    finally:
        leave(found)


def bounded(limit: int) -> int:
    """A number of rows that may be given."""
    if not 1 <= limit <= MOST:
        raise BadRequest(f"limit is {limit}: give a number from 1 to {MOST}")
    return limit


def _solutions(found: ox.QuerySolutions) -> Iterable[dict[str, Cell]]:
    names = [variable.value for variable in found.variables]
    for solution in found:
        pairs = zip(names, solution, strict=True)
        yield {name: _cell(value) for name, value in pairs if value is not None}


def _cell(term: object) -> Cell:
    if isinstance(term, ox.Literal):
        kind = term.datatype.value.rpartition("#")[2]
        return int(term.value) if kind == "integer" else term.value
    return term.value if isinstance(term, ox.NamedNode | ox.BlankNode) else str(term)


def _rows(found: Iterable[dict[str, Cell]], limit: int, offset: int) -> Rows:
    """As many rows as fit, one at least."""
    rows: list[dict[str, Cell]] = []
    letters = 0
    for row in islice(found, limit + 1):
        letters += sum(len(str(value)) + len(name) for name, value in row.items())
        if len(rows) == limit or (rows and letters > LETTERS):
            return Rows(rows, more=True, offset=offset)
        rows.append(row)
    return Rows(rows, more=False, offset=offset)
