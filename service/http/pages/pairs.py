"""Who met whom: pairs across the sides of held meetings; where sides are unknown, within one.

The same as the question `who-met-whom`, asked so that a large graph answers at once: the search
index has them added up. Where it isn't at hand, the graph is asked: first for the strongest
candidates, then for these alone, on which sides they sat.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from service.http.pages.selecting import rows
from service.http.search.index_in_step import index_at_hand
from service.store.search import met
from service.store.search.index import Index

_HELD = """{when} ?meeting cmq:participant ?one . ?meeting cmq:status concept:held .
  ?meeting cmq:participant ?other ."""
_SHARED = """
SELECT ?one ?other (COUNT(DISTINCT ?meeting) AS ?count) WHERE {{
  {among} {held} FILTER({apart})
}} GROUP BY ?one ?other ORDER BY DESC(?count) ?one ?other LIMIT {most}
"""
_DIVIDED = """
SELECT ?one ?other (COUNT(DISTINCT ?meeting) AS ?count) WHERE {{
  {among} {held} FILTER({apart})
  ?meeting cmq:participation ?part . ?part cmq:side ?side
}} GROUP BY ?one ?other
"""
# Sides are numbered anew by each report: only those of one are compared.
_ACROSS = """
SELECT ?one ?other (COUNT(DISTINCT ?meeting) AS ?count) WHERE {{
  {among} {held} FILTER({apart})
  ?meeting cmq:participation ?part , ?opposite .
  ?part cmq:participantActor ?one ; cmq:side ?side .
  ?opposite cmq:participantActor ?other ; cmq:side ?against .
  FILTER(?side != ?against)
  FILTER(REPLACE(STR(?part), "/[^/]*$", "") = REPLACE(STR(?opposite), "/[^/]*$", ""))
}} GROUP BY ?one ?other
"""
_CANDIDATES = 3  # times as many as are wanted are looked at, as some sat on the same side


@dataclass(frozen=True)
class Met:
    """Two actors and how many meetings; `sides` where an article tells that they sat opposite."""

    one: ox.NamedNode
    other: ox.NamedNode
    meetings: int
    sides: bool


def strongest(most: int, dates: Iterable[ox.Literal] | None = None) -> tuple[list[Met], bool]:
    """The pairs that met most often on these dates, or ever; and whether there are more."""
    if dates is None:
        counted = _counted(lambda index: met.strongest(index.connection, most + 1))
        if counted is not None:
            return counted[:most], len(counted) > most
    when = "" if dates is None else f"{_values('date', dates)} ?meeting cmq:date ?date ."
    return _met("", "STR(?one) < STR(?other)", when, most)


def of(actor: ox.NamedNode, most: int) -> tuple[list[Met], bool]:
    """Whom an actor met most often, always as `other`; and whether there are more."""
    counted = _counted(lambda index: met.of(index.connection, actor.value, most + 1))
    if counted is not None:
        return counted[:most], len(counted) > most
    return _met(_values("one", [actor]), "?one != ?other", "", most)


def among(actors: Iterable[ox.NamedNode], most: int) -> list[Met]:
    """The pairs within a few actors."""
    listed = sorted(actors, key=lambda one: one.value)
    named = [one.value for one in listed]
    counted = _counted(lambda index: met.among(index.connection, named, most))
    if counted is not None:
        return counted
    both = f"{_values('one', listed)} {_values('other', listed)}"
    return _met(both, "STR(?one) < STR(?other)", "", most)[0]


def _counted(ask: Callable[[Index], list[met.Counted]]) -> list[Met] | None:
    """What the index has added up, None where it isn't at hand."""
    with index_at_hand() as index:
        found = ask(index) if index else None
    if found is None:
        return None
    return [
        Met(ox.NamedNode(one), ox.NamedNode(other), meetings, sides=bool(sides))
        for one, other, meetings, sides in found
    ]


def _met(among: str, apart: str, when: str, most: int) -> tuple[list[Met], bool]:
    limit = most * _CANDIDATES + 1
    held = _HELD.format(when=when)
    shared = _counts(_SHARED.format(among=among, held=held, apart=apart, most=limit))
    if not shared:
        return [], False
    listed = " ".join(f"({one} {other})" for one, other in shared)
    pairs = f"VALUES (?one ?other) {{ {listed} }}"
    divided = _counts(_DIVIDED.format(among=pairs, held=held, apart=apart))
    across = _counts(_ACROSS.format(among=pairs, held=held, apart=apart))
    found = [_pair(pair, count, divided, across) for pair, count in shared.items()]
    kept = sorted((one for one in found if one.meetings), key=_order)
    return kept[:most], len(kept) > most or len(shared) == limit


Pairs = Mapping[tuple[ox.NamedNode, ox.NamedNode], int]


def _pair(
    pair: tuple[ox.NamedNode, ox.NamedNode], shared: int, divided: Pairs, across: Pairs
) -> Met:
    opposite = across.get(pair, 0)
    return Met(*pair, opposite + shared - divided.get(pair, 0), sides=bool(opposite))


def _order(met: Met) -> tuple[int, str, str]:
    return -met.meetings, met.one.value, met.other.value


def _counts(sparql: str) -> dict[tuple[ox.NamedNode, ox.NamedNode], int]:
    return {
        (one, other): int(row["count"].value)
        for row in rows(sparql)
        if isinstance(one := row.get("one"), ox.NamedNode)
        and isinstance(other := row.get("other"), ox.NamedNode)
    }


def _values(name: str, terms: Iterable[ox.NamedNode | ox.Literal]) -> str:
    return f"VALUES ?{name} {{ {' '.join(map(str, terms))} }}"
