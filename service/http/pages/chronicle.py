"""Meetings and statements by date: how many of each, and any stretch of the list in order.

Dates are few where things are many: they are counted first, and a page then asks only for the
things of the dates that it shows. The search index has them listed; where it isn't at hand, the
graph is asked, once a snapshot.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from loaders.mapping.literals import edtf
from service.http.pages.selecting import rows
from service.http.pages.spans import Asked, ends
from service.http.search.index_in_step import index_at_hand
from service.store.search import lists
from service.store.search.listed import Where

_COUNTED = """
SELECT ?date ?status (COUNT(DISTINCT ?thing) AS ?count) WHERE {{
  {narrowed} ?thing a {kind} ; cmq:date ?date . OPTIONAL {{ ?thing cmq:status ?status }}
}} GROUP BY ?date ?status
"""
# Of what has no date of its own the article's counts; taken apart, as NOT EXISTS is slow.
_PUBLISHED = """
SELECT ?date (SUM(?number) AS ?count) WHERE {{
  {{ SELECT ?article (COUNT(DISTINCT ?thing) AS ?number) WHERE {{
       {narrowed} ?thing a {kind} ; cmq:reportedIn ?article {own} }} GROUP BY ?article }}
  ?article cmq:published ?date
}} GROUP BY ?date
"""
_TOTAL = "SELECT (COUNT(DISTINCT ?thing) AS ?count) WHERE {{ {narrowed} ?thing a {kind} }}"
_LISTED = """
SELECT DISTINCT ?thing ?date WHERE {{
  VALUES ?date {{ {dates} }} {dated} ?thing a {kind} . {narrowed}
}}
"""
_UNDATED = """
SELECT DISTINCT ?thing WHERE {{ {narrowed} ?thing a {kind} . {undated} }} {order} {limits}
"""
_ALWAYS = Asked()
_SORTED = 5000  # undated things up to which they are put in order


@dataclass(frozen=True)
class Kind:
    """What is listed: its class, and patterns that give its `?date` or say that it has none."""

    own: str
    dated: tuple[str, ...]
    undated: str
    by_article: bool = False

    @property
    def name(self) -> str:
        """Its class in a query."""
        return f"cmq:{self.own}"


_OWN = "OPTIONAL { ?thing cmq:date ?own } FILTER(!BOUND(?own))"
MEETINGS = Kind("Meeting", ("?thing cmq:date ?date .",), _OWN)
STATEMENTS = Kind(
    "Statement",
    (
        "?thing cmq:date ?date .",
        f"?article cmq:published ?date . ?thing cmq:reportedIn ?article . {_OWN}",
    ),
    _OWN + " OPTIONAL { ?thing cmq:reportedIn/cmq:published ?told } FILTER(!BOUND(?told))",
    by_article=True,
)


@dataclass(frozen=True)
class Day:
    """So many things of one status have this date; `term` is it as the graph has it."""

    date: str
    status: str
    count: int
    term: ox.Literal


@dataclass(frozen=True)
class Chronicle:
    """Things of a kind that fit a pattern, and how many have which date."""

    kind: Kind
    narrowed: str
    days: tuple[Day, ...]
    undated: int
    where: Where | None = None

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(day.count for day in self.days) + self.undated

    def part(self, offset: int, size: int) -> list[ox.NamedNode]:
        """Some of them: the latest first, those without a date last."""
        found = list(self._dated(offset, size))
        before = sum(day.count for day in self.days)
        if len(found) < size and self.undated:
            found += self._undated(max(0, offset - before), size - len(found))
        return found

    def _dated(self, offset: int, size: int) -> Iterator[ox.NamedNode]:
        counts: dict[ox.Literal, int] = {}
        for day in self.days:
            counts[day.term] = counts.get(day.term, 0) + day.count
        reached, wanted = 0, dict[ox.Literal, int]()
        for term in sorted(counts, key=_latest, reverse=True):
            if reached < offset + size and reached + counts[term] > offset:
                wanted[term] = reached
            reached += counts[term]
        if wanted:
            first = min(wanted.values())
            found = sorted(self._things(list(wanted)), key=_order)
            found.sort(key=lambda pair: _latest(pair[1]), reverse=True)
            yield from (thing for thing, _ in found[offset - first : offset - first + size])

    def _things(self, dates: list[ox.Literal]) -> Iterator[tuple[ox.NamedNode, ox.Literal]]:
        found = _listed(self.where, [date.value for date in dates])
        if found is None:
            yield from self._matching(dates)
            return
        terms = {date.value: date for date in dates}
        yield from ((ox.NamedNode(iri), terms[date]) for iri, date in found)

    def _matching(self, dates: list[ox.Literal]) -> Iterator[tuple[ox.NamedNode, ox.Literal]]:
        for dated in self.kind.dated:
            listed = " ".join(map(str, dates))
            sparql = _LISTED.format(
                dates=listed, dated=dated, kind=self.kind.name, narrowed=self.narrowed
            )
            for row in rows(sparql):
                thing, date = row["thing"], row["date"]
                if isinstance(thing, ox.NamedNode) and isinstance(date, ox.Literal):
                    yield thing, date

    def _undated(self, offset: int, size: int) -> list[ox.NamedNode]:
        found = _listed(self.where, [""])
        if found is not None:
            return [ox.NamedNode(iri) for iri, _ in found[offset : offset + size]]
        order = "ORDER BY ?thing" if self.undated <= _SORTED else ""
        sparql = _UNDATED.format(
            narrowed=self.narrowed,
            kind=self.kind.name,
            undated=self.kind.undated,
            order=order,
            limits=f"LIMIT {size} OFFSET {offset}",
        )
        return [row["thing"] for row in rows(sparql) if isinstance(row["thing"], ox.NamedNode)]


def _latest(date: ox.Literal) -> tuple[str, str, str]:
    earliest, latest = ends(date.value)
    return latest, earliest, date.value


def _order(pair: tuple[ox.NamedNode, ox.Literal]) -> str:
    return pair[0].value


def chronicle(
    kind: Kind, narrowed: str = "", span: Asked = _ALWAYS, where: Where | None = None
) -> Chronicle:
    """The things that fit; with a span, those that may lie in it, and none without a date.

    `where` tells the index what the pattern tells the graph; None where that can't be told.
    """
    listed = None if where is None else where or [[("type", kind.own)]]
    with index_at_hand() as index:
        if index and listed is not None:
            counted = lists.days(index.connection, listed)
            return _of_index(kind, narrowed, span, counted, listed)
    days = sorted(_days(kind, narrowed), key=lambda day: (day.date, day.status))
    within = tuple(day for day in days if span.meets(day.date))
    if span:
        return Chronicle(kind, narrowed, within, 0)
    total = int(rows(_TOTAL.format(narrowed=narrowed, kind=kind.name))[0]["count"].value)
    undated = max(0, total - sum(day.count for day in days))
    return Chronicle(kind, narrowed, within, undated)


def _of_index(
    kind: Kind,
    narrowed: str,
    span: Asked,
    counted: Sequence[tuple[str, str, int]],
    where: Where,
) -> Chronicle:
    days = tuple(
        Day(date, status, number, edtf(date))
        for date, status, number in counted
        if date and span.meets(date)
    )
    undated = 0 if span else sum(number for date, _, number in counted if not date)
    return Chronicle(kind, narrowed, days, undated, where)


def _listed(where: Where | None, dates: list[str]) -> list[tuple[str, str]] | None:
    """The things of these dates by IRI, None where the index isn't at hand."""
    with index_at_hand() as index:
        if index and where is not None:
            return lists.things(index.connection, where, dates)
    return None


def _days(kind: Kind, narrowed: str) -> Iterator[Day]:
    yield from _read(_COUNTED.format(narrowed=narrowed, kind=kind.name))
    if not kind.by_article:
        return
    every = _read(_PUBLISHED.format(narrowed=narrowed, kind=kind.name, own=""))
    own = "; cmq:date ?own"
    without = _read(_PUBLISHED.format(narrowed=narrowed, kind=kind.name, own=own))
    dated = {day.date: day.count for day in without}
    for day in every:
        if count := day.count - dated.get(day.date, 0):
            yield Day(day.date, day.status, count, day.term)


def _read(sparql: str) -> Iterator[Day]:
    for row in rows(sparql):
        date, count = row.get("date"), int(row["count"].value)
        status = row["status"].value.rsplit("/", 1)[-1] if "status" in row else ""
        if isinstance(date, ox.Literal):
            yield Day(date.value, status, count, date)
