"""Which nodes and edges the full network has, read from `nodes.tsv` and `edges.tsv`."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from rdflib import URIRef

from ontology.terms import PREFIXES

# What a node of each kind is called in graph databases.
LABELS = {
    "actors": "Actor",
    "articles": "Article",
    "figures": "Figure",
    "instruments": "Instrument",
    "meetings": "Meeting",
    "offices": "Office",
    "places": "Place",
    "statements": "Statement",
    "topics": "Topic",
}


class NodeColumn(NamedTuple):
    """Something that a node tells; without a property it is worked out."""

    kind: str
    name: str
    property: URIRef | None
    type: str


class EdgeType(NamedTuple):
    """Ties things of a kind to those at the end of a path; `is_reversed` where it runs back."""

    name: str
    kind: str
    path: str
    target: str
    is_reversed: bool

    @property
    def ends(self) -> tuple[str, str]:
        """The kinds of nodes from which and to which it runs; a mission is an actor."""
        own = "actors" if self.kind == "missions" else self.kind
        return (self.target, own) if self.is_reversed else (own, self.target)


@cache
def node_columns() -> tuple[NodeColumn, ...]:
    """All columns of nodes, kind by kind."""
    return tuple(
        NodeColumn(kind, name, _term(prop), type_) for kind, name, prop, type_ in _rows("nodes")
    )


@cache
def edge_types() -> tuple[EdgeType, ...]:
    """All kinds of edges, in the order of the table."""
    return tuple(
        EdgeType(name, kind, path, target, reverse == "reversed")
        for name, kind, path, target, reverse in _rows("edges")
    )


def _term(curie: str) -> URIRef | None:
    prefix, _, name = curie.partition(":")
    return URIRef(PREFIXES[prefix] + name) if curie else None


def _rows(name: str) -> list[list[str]]:
    text = files("service").joinpath("exports", f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
