"""Who met whom: pairs of actors, how often, and on which days; as `who-met-whom` has it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from rdflib.namespace import RDF, RDFS

from ontology.terms import CMQ
from service.exports.filters import Filters
from service.exports.network import Edge, Network, Node, Spell
from service.exports.rows import actor_type
from service.exports.selection import iris, values
from service.exports.source import Source, batched
from service.exports.things import describe, described, local

# Plain joins that begin at the meetings: OPTIONAL and GRAPH together take a hundred times as long.
_TAKING_PART = """
SELECT DISTINCT ?meeting ?status ?actor WHERE {
  %s ?meeting cmq:status ?status . VALUES ?status { %s } ?meeting cmq:participant ?actor
}
"""
_DIVIDED = "SELECT DISTINCT ?meeting WHERE { %s ?meeting cmq:participation/cmq:side ?side }"
_SITTING = """
SELECT DISTINCT ?meeting ?claim ?actor ?side WHERE {
  %s GRAPH ?claim {
    ?meeting cmq:participation ?part . ?part cmq:participantActor ?actor ; cmq:side ?side
  }
  ?claim cmq:accepted true
}
"""
_DATES = (CMQ.date, CMQ.earliest, CMQ.latest)
SIDES, SAME = "sides", "same meeting"


class Meeting(NamedTuple):
    """That two met, or will: who comes first in the order of IRIs, and how that is known."""

    meeting: str
    status: str
    a: str
    b: str
    basis: str


@dataclass
class _Pair:
    """What is known of two who met."""

    basis: str = ""
    dates: list[str] = field(default_factory=list)
    spells: list[Spell] = field(default_factory=list)
    meetings: list[str] = field(default_factory=list)

    def edge(self, ends: tuple[str, str]) -> Edge:
        told: dict[str, str | int | float] = {
            "basis": self.basis,
            "meetings": " ".join(sorted(self.meetings)),
        }
        if self.dates:
            told |= {"first": min(self.dates), "last": max(self.dates)}
        return Edge(*ends, "MET", len(self.meetings), tuple(sorted(set(self.spells))), told)


def met(source: Source, filters: Filters) -> Network:
    """Actors who sat at different sides or, where sides are unknown, in the same meeting; held."""
    pairs: dict[tuple[str, str], _Pair] = {}

    def nodes() -> Iterator[Node]:
        pairs.update(_pairs(source, filters))
        everyone = sorted({iri for pair in pairs for iri in pair})
        for thing in describe(source, everyone, RDF.type, RDFS.label):
            name = thing.labels(RDFS.label) or local(thing.iri)
            yield Node(thing.iri, name, "Actor", {"type": actor_type(thing)})

    def edges() -> Iterator[Edge]:
        for ends in sorted(pairs):
            yield pairs[ends].edge(ends)

    told = {"basis": "text", "first": "text", "last": "text", "meetings": "text"}
    return Network(False, {"type": "text"}, told, nodes, edges)


def pairs_of(source: Source, meetings: list[str], statuses: str) -> Iterator[Meeting]:
    """Who met whom at some meetings of these statuses, sorted."""
    who = values("meeting", meetings)
    divided = {row["meeting"].value for row in source.rows(_DIVIDED % who)}
    seats: dict[tuple[str, str], dict[str, set[str]]] = {}
    for row in source.rows(_SITTING % who):
        held = seats.setdefault((row["meeting"].value, row["claim"].value), {})
        held.setdefault(row["actor"].value, set()).add(row["side"].value)
    told: dict[str, list[dict[str, set[str]]]] = {}
    for (meeting, _), held in seats.items():
        told.setdefault(meeting, []).append(held)
    parts: dict[tuple[str, str], list[str]] = {}
    for row in source.rows(_TAKING_PART % (who, statuses)):
        key = row["meeting"].value, row["status"].value
        parts.setdefault(key, []).append(row["actor"].value)
    for meeting, status in sorted(parts):
        for a, b in combinations(sorted(parts[meeting, status]), 2):
            basis = _basis(told.get(meeting, []), a, b, is_divided=meeting in divided)
            if basis:
                yield Meeting(meeting, status, a, b, basis)


def _basis(told: list[dict[str, set[str]]], a: str, b: str, *, is_divided: bool) -> str | None:
    """None where the two sat on one side, or only others' sides are known."""
    both = [(held[a], held[b]) for held in told if a in held and b in held]
    if any(one != other for one, other in both):
        return SIDES
    return None if both or is_divided else SAME


def _pairs(source: Source, filters: Filters) -> dict[tuple[str, str], _Pair]:
    found: dict[tuple[str, str], _Pair] = {}
    held = iris(source, filters, "meetings") if "meetings" in filters.kinds else []
    for batch in batched(held):
        dated = {it.iri: it for it in described(source, batch, *_DATES)}
        for one in pairs_of(source, batch, "concept:held"):
            pair = found.setdefault((one.a, one.b), _Pair())
            pair.basis = max(pair.basis, one.basis)
            pair.meetings.append(one.meeting)
            date, earliest, latest = (dated[one.meeting].first(term) for term in _DATES)
            if date:
                pair.dates.append(date)
            if earliest and latest:
                pair.spells.append((earliest, latest))
        source.told(len(batch))
    return found
