"""Who met whom: pairs of actors, how often, and on which days; as `who-met-whom` has it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox
from rdflib.namespace import RDF, RDFS

from service.exports.filters import Filters
from service.exports.network import Edge, Network, Node, Spell
from service.exports.rows import actor_type
from service.exports.selection import iris, values
from service.exports.source import Source, batched
from service.exports.things import describe, local

_PAIRS = """
SELECT ?meeting ?status ?a ?b (MAX(?how) AS ?across) (MIN(STR(?told)) AS ?date)
  (MIN(?first) AS ?earliest) (MAX(?last) AS ?latest)
WHERE {
  %s
  VALUES ?status { %s }
  ?meeting cmq:status ?status ; cmq:participant ?a , ?b .
  FILTER(STR(?a) < STR(?b))
  BIND(EXISTS { ?meeting cmq:participation/cmq:side ?some } AS ?divided)
  OPTIONAL {
    GRAPH ?claim {
      ?meeting cmq:participation ?partA , ?partB .
      ?partA cmq:participantActor ?a ; cmq:side ?sideA .
      ?partB cmq:participantActor ?b ; cmq:side ?sideB
    }
    ?claim cmq:accepted true
  }
  OPTIONAL { ?meeting cmq:date ?told }
  OPTIONAL { ?meeting cmq:earliest ?first }
  OPTIONAL { ?meeting cmq:latest ?last }
  BIND(IF(BOUND(?sideA), IF(?sideA = ?sideB, "", "sides"), IF(?divided, "", "same meeting"))
    AS ?how)
}
GROUP BY ?meeting ?status ?a ?b
HAVING(MAX(?how) != "")
"""


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


def pairs_of(source: Source, meetings: list[str], statuses: str) -> Iterator[ox.QuerySolution]:
    """Who met whom at some meetings of these statuses, with the basis and the dates of each."""
    yield from source.rows(_PAIRS % (values("meeting", meetings), statuses))


def _pairs(source: Source, filters: Filters) -> dict[tuple[str, str], _Pair]:
    found: dict[tuple[str, str], _Pair] = {}
    held = iris(source, filters, "meetings") if "meetings" in filters.kinds else []
    for batch in batched(held):
        for row in pairs_of(source, batch, "concept:held"):
            pair = found.setdefault((row["a"].value, row["b"].value), _Pair())
            pair.basis = max(pair.basis, row["across"].value)
            pair.meetings.append(row["meeting"].value)
            if row["date"]:
                pair.dates.append(row["date"].value)
            if row["earliest"] and row["latest"]:
                pair.spells.append((row["earliest"].value, row["latest"].value))
        source.told(len(batch))
    return found
