"""Networks for tools that draw and measure: nodes and edges, one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from rdflib.namespace import RDF

from service.exports.filters import KINDS, Filters
from service.exports.rows import actor_type
from service.exports.schema import (
    LABELS,
    EdgeType,
    NodeColumn,
    edge_types,
    node_columns,
)
from service.exports.selection import iris, values
from service.exports.source import Source, batched
from service.exports.things import Thing, describe, local

Spell = tuple[str, str]  # the first and the last day
Attributes = dict[str, str | int | float]
_NEEDS = {"figures": {"missions"}, "offices": {"actors"}}
_EVENTS = {"meetings", "statements", "missions"}


class Node(NamedTuple):
    """A thing."""

    id: str
    label: str
    kind: str
    attributes: Attributes


class Edge(NamedTuple):
    """A tie; `spells` tell when it held, where that is known."""

    source: str
    target: str
    kind: str
    weight: int
    spells: tuple[Spell, ...]
    attributes: Attributes


@dataclass(frozen=True)
class Network:
    """Nodes and edges are read once each, nodes first; attributes by name, with their types."""

    is_directed: bool
    node_attributes: dict[str, str]
    edge_attributes: dict[str, str]
    nodes: Callable[[], Iterator[Node]]
    edges: Callable[[], Iterator[Edge]]


@dataclass
class Members:
    """Which things are nodes, by kind."""

    source: Source
    filters: Filters
    _known: dict[str, list[str]] = field(default_factory=dict)
    _sets: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, kind: str) -> list[str]:
        """The IRIs of a kind's nodes; missions are actors too."""
        if kind not in self._known:
            self._known[kind] = self._find(kind)
        return self._known[kind]

    def known(self, kind: str) -> frozenset[str]:
        """The same as a set."""
        if kind not in self._sets:
            self._sets[kind] = frozenset(self.of(kind))
        return self._sets[kind]

    def _find(self, kind: str) -> list[str]:
        kinds = self.filters.kinds
        if kind == "actors" and kind not in kinds:
            return self.of("missions")
        if not kinds & _NEEDS.get(kind, {kind} if kind in KINDS else _EVENTS):
            return []
        return iris(self.source, self.filters, kind)

    def nodes(self, kind: str) -> Iterator[tuple[Thing, Attributes]]:
        """What each node of a kind tells."""
        columns = [column for column in node_columns() if column.kind == kind]
        asked = [c.property for c in columns if c.property] + [RDF.type]
        for thing in describe(self.source, self.of(kind), *asked):
            yield thing, _attributes(thing, columns)

    def edges(self, edge: EdgeType) -> Iterator[tuple[str, str, int | None]]:
        """From where to where the edges of a type run, and on which side of the table."""
        known = self.known(edge.target)  # what is accepted may speak of what isn't
        for batch in batched(self.of(edge.kind)):
            for own, other, side in _ends(self.source, edge, batch):
                if other in known:
                    yield (other, own, side) if edge.is_reversed else (own, other, side)


def _ends(source: Source, edge: EdgeType, batch: list[str]) -> list[tuple[str, str, int | None]]:
    is_actor = "EXISTS" if edge.target == "actors" else "NOT EXISTS"
    side = ""
    if edge.name == "PARTICIPATED_IN":
        side = (
            "OPTIONAL { ?thing cmq:participation ?part . "
            "?part cmq:participantActor ?value ; cmq:side ?sitting }"
        )
    found = source.rows(
        f"SELECT ?thing ?value (MIN(?sitting) AS ?side) WHERE {{ {values('thing', batch)} "
        f"?thing {edge.path} ?value FILTER {is_actor} {{ ?value a cmq:Actor }} {side} }} "
        "GROUP BY ?thing ?value"
    )
    ends = {
        (row["thing"].value, row["value"].value): int(row["side"].value) if row["side"] else None
        for row in found
    }
    return [(own, other, side) for (own, other), side in sorted(ends.items())]


def _attributes(thing: Thing, columns: list[NodeColumn]) -> Attributes:
    told: Attributes = {}
    for column in columns:
        if column.property is None:
            told[column.name] = actor_type(thing)
        elif column.type == "decimal":
            number = thing.decimal(column.property)
            told |= {} if number is None else {column.name: float(number)}
        elif text := thing.labels(column.property):
            told[column.name] = text
    return told


def full(source: Source, filters: Filters) -> Network:
    """Everything accepted, each thing a node."""
    members = Members(source, filters)

    def nodes() -> Iterator[Node]:
        for kind, label in LABELS.items():
            for thing, told in members.nodes(kind):
                name = told.get("name") or told.get("text") or local(thing.iri)
                yield Node(thing.iri, str(name), label, told)

    def edges() -> Iterator[Edge]:
        for each in edge_types():
            for start, end, side in members.edges(each):
                told: Attributes = {} if side is None else {"side": side}
                yield Edge(start, end, each.name, 1, (), told)

    columns = {column.name: column.type for column in node_columns()}
    return Network(True, columns, {"side": "integer"}, nodes, edges)
