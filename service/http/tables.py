"""Query results as a table for pages: cells with a text, and a link where there is one."""

from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from service.http.asking import Found, Results, leave, read
from service.http.links import Link, link
from service.http.state import snapshot

SHOWN = 500  # rows of an answer on a page; the other forms have them all
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True)
class Table:
    """Rows of links and plain texts; `cut` where there were more."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Link, ...], ...]
    cut: bool = False


def shown(found: Found, most: int = SHOWN) -> Table:
    """The first rows of an answer."""
    try:
        return table(read(found), most)
    finally:
        leave(found)


def table(results: Results, most: int) -> Table:
    """At most so many rows of an answer of any kind."""
    if isinstance(results, ox.QueryBoolean):
        return Table(("answer",), ((Link("yes" if results else "no"),),))
    columns: tuple[str, ...]
    if isinstance(results, ox.QuerySolutions):
        columns = tuple(variable.value for variable in results.variables)
        found = [tuple(solution) for solution in islice(results, most + 1)]
    else:
        columns = ("subject", "predicate", "object")
        found = [tuple(triple) for triple in islice(results, most + 1)]
    rows = tuple(tuple(_cell(term) for term in row) for row in found[:most])
    return Table(columns, rows, len(found) > most)


def _cell(term: Term | None) -> Link:
    if term is None:
        return Link("")
    if isinstance(term, ox.NamedNode):
        return link(snapshot().store, term)
    return Link(term.value if isinstance(term, ox.Literal) else str(term))
