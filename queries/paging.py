"""Parts of an answer: so many rows from some row on, in the order of any of its columns."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from queries.catalogue import Column, Query
from queries.errors import BadParameter, nearest

LIMIT, OFFSET, SORT = "limit", "offset", "sort"
RESERVED = frozenset({LIMIT, OFFSET, SORT})  # no question's own parameter is called so
_SELECT = re.compile(r"^SELECT\b", re.MULTILINE)
_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class Page:
    """Which rows of an answer; `sort` names columns, "-" before one turns its order."""

    limit: int | None = None
    offset: int = 0
    sort: tuple[str, ...] = ()

    def at(self, offset: int) -> "Page":
        """As many rows from elsewhere."""
        return Page(self.limit, offset, self.sort)


def read_page(query: Query, given: Mapping[str, str]) -> tuple[Page, dict[str, str]]:
    """The part of the answer that `given` asks for, and the question's own parameters."""
    own = {name: value for name, value in given.items() if name not in RESERVED}
    limit = _number(LIMIT, given.get(LIMIT, ""))
    if limit == 0:
        raise BadParameter(LIMIT, "0", "a whole number from 1")
    sort = tuple(part.strip() for part in given.get(SORT, "").split(",") if part.strip())
    for name in sort:
        _column(query, name)
    return Page(limit, _number(OFFSET, given.get(OFFSET, "")) or 0, sort), own


def _number(name: str, value: str) -> int | None:
    value = value.strip()
    if value and not _NUMBER.fullmatch(value):
        raise BadParameter(name, value, "a whole number")
    return int(value) if value else None


def _column(query: Query, name: str) -> Column:
    columns = {column.name: column for column in query.columns}
    found = columns.get(name.removeprefix("-"))
    if found is None:
        known = nearest(name.removeprefix("-"), columns)
        raise BadParameter(SORT, name, f"a column of {query.name}{known}")
    return found


def paged(query: Query, sparql: str, page: Page) -> str:
    """The question's SPARQL (PREFIX lines, then SELECT) for a part of its answer.

    Rows without a value come last in either order; rows that are alike in what is sorted by
    stand in the order of the other columns, so that pages never overlap.
    """
    if page.sort:
        start = _select(sparql)
        columns = " ".join(f"?{column.name}" for column in query.columns)
        order = " ".join(_order(query, page.sort))
        sparql = (
            f"{sparql[:start]}SELECT {columns} WHERE {{ {{\n{sparql[start:]}}} }}\nORDER BY {order}"
        )
    if page.limit is not None:
        sparql += f"\nLIMIT {page.limit}"
    return f"{sparql}\nOFFSET {page.offset}" if page.offset else sparql


def _select(sparql: str) -> int:
    found = _SELECT.search(sparql)
    if found is None:
        raise ValueError("a question is a SELECT query")
    return found.start()


def _order(query: Query, sort: tuple[str, ...]) -> Iterator[str]:
    for name in sort:
        column = _column(query, name)
        yield f"ASC(!BOUND(?{column.name}))"
        yield f"{'DESC' if name.startswith('-') else 'ASC'}({_key(column)})"
    yield from (f"STR(?{column.name})" for column in query.columns)


def _key(column: Column) -> str:
    """Numbers by size; words, and dates, which have several datatypes, by their letters."""
    if column.type in {"integer", "decimal"}:
        return f"?{column.name}"
    return f"LCASE(STR(?{column.name}))"
