"""Disjointness: nodes that by their types and properties would be two things at once."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.term import Node

from ontology.files import VOCABULARY, load

Classes = frozenset[URIRef]
NONE: Classes = frozenset()


@dataclass(frozen=True, order=True)
class Clash:
    """A node and two classes that share no instance."""

    node: str
    one: str
    other: str


@dataclass(frozen=True)
class _Schema:
    """What a node is by a type that it has, by a property that it has, by one that points to it."""

    types: dict[Node, Classes]
    domains: dict[Node, Classes]
    ranges: dict[Node, Classes]
    disjoint: frozenset[Classes]


def clashes(data: Graph) -> list[Clash]:
    """Every clash in `data`, sorted, by the axioms of the vocabulary; no reasoner needed."""
    schema, found = _schema(), defaultdict[Node, set[URIRef]](set)
    for subject, predicate, value in data:
        if predicate == RDF.type:
            found[subject] |= schema.types.get(value, NONE)
            continue
        found[subject] |= schema.domains.get(predicate, NONE)
        if not isinstance(value, Literal):
            found[value] |= schema.ranges.get(predicate, NONE)
    return sorted(
        Clash(str(node), str(one), str(other))
        for node, classes in found.items()
        for one, other in combinations(sorted(classes), 2)
        if frozenset((one, other)) in schema.disjoint
    )


@cache
def _schema() -> _Schema:
    vocabulary = load(VOCABULARY)
    classes = vocabulary.subjects(RDF.type, OWL.Class)
    return _Schema(
        types={c: _above(vocabulary, c) for c in classes},
        domains=_ends(vocabulary, RDFS.domain),
        ranges=_ends(vocabulary, RDFS.range),
        disjoint=frozenset(_disjoint(vocabulary)),
    )


def _above(vocabulary: Graph, term: Node, by: URIRef = RDFS.subClassOf) -> Classes:
    """A term and all above it."""
    chain = vocabulary.transitive_objects(term, by)
    return frozenset(found for found in chain if isinstance(found, URIRef))


def _ends(vocabulary: Graph, end: URIRef) -> dict[Node, Classes]:
    """The classes at one end of each property, by itself and by the properties above it."""
    ends = {}
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    for prop in (p for kind in kinds for p in vocabulary.subjects(RDF.type, kind)):
        above = _above(vocabulary, prop, RDFS.subPropertyOf)
        near = (c for one in above for c in vocabulary.objects(one, end))
        ends[prop] = frozenset(c for one in near for c in _above(vocabulary, one))
    return ends


def _disjoint(vocabulary: Graph) -> Iterator[Classes]:
    for pair in vocabulary.subject_objects(OWL.disjointWith):
        yield frozenset(term for term in pair if isinstance(term, URIRef))
    for members in vocabulary.objects(None, OWL.members):
        listed = [term for term in Collection(vocabulary, members) if isinstance(term, URIRef)]
        yield from (frozenset(pair) for pair in combinations(listed, 2))
