"""Meetings and statements by date: how many of each, and any stretch of the list in order.

Dates are few where things are many: they are counted once a snapshot, and a page then asks only
for the things of the dates that it shows.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from service.http.pages.selecting import rows
from service.http.pages.spans import Asked, ends

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

    name: str
    dated: tuple[str, ...]
    undated: str
    by_article: bool = False


_OWN = "OPTIONAL { ?thing cmq:date ?own } FILTER(!BOUND(?own))"
MEETINGS = Kind("cmq:Meeting", ("?thing cmq:date ?date .",), _OWN)
STATEMENTS = Kind(
    "cmq:Statement",
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


def chronicle(kind: Kind, narrowed: str = "", span: Asked = _ALWAYS) -> Chronicle:
    """The things that fit; with a span, those that may lie in it, and none without a date."""
    days = sorted(_days(kind, narrowed), key=lambda day: (day.date, day.status))
    within = tuple(day for day in days if span.meets(day.date))
    if span:
        return Chronicle(kind, narrowed, within, 0)
    total = int(rows(_TOTAL.format(narrowed=narrowed, kind=kind.name))[0]["count"].value)
    undated = max(0, total - sum(day.count for day in days))
    return Chronicle(kind, narrowed, within, undated)


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
