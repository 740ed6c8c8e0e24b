"""Readers' corrections in the store: a record of each, and its telling in a graph of PROV."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

import msgspec
import pyoxigraph as ox
from rdflib.namespace import PROV, RDF, RDFS, XSD

from loaders.corrections import Correction, Kind, Mending
from loaders.mapping.literals import edtf
from loaders.mapping.nodes import node
from loaders.naming import slug, token
from ontology.terms import CMQ
from service.store.patterns import subjects
from service.store.terms import BOOKKEEPING, CORRECTION

_INFLUENCED = node(PROV.wasInfluencedBy)
_READ = msgspec.json.Decoder(Correction)  # made here for the sake of threads: see records.py


def graph_of(base: str) -> ox.NamedNode:
    """The graph that tells of all corrections."""
    return ox.NamedNode(f"{base}corrections")


def corrections_of(store: ox.Store) -> list[Correction]:
    """All that stand, in the order in which they are applied."""
    return sorted((one for _, one in records_of(store)), key=lambda one: one.order)


def records_of(store: ox.Store) -> Iterator[tuple[ox.NamedNode, Correction]]:
    """Each with its IRI; what others have made unreadable is none."""
    for quad in store.quads_for_pattern(None, CORRECTION, None, BOOKKEEPING):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            with suppress(msgspec.DecodeError):
                yield quad.subject, _READ.decode(quad.object.value)


def located(store: ox.Store) -> Iterator[tuple[str, Correction]]:
    """Each with the base under which it stands."""
    for subject, one in records_of(store):
        yield subject.value.removesuffix(one.path), one


def mending_of(store: ox.Store) -> Mending:
    """The same, as the mapping takes them."""
    return Mending.of(corrections_of(store))


def finds_something(store: ox.Store, base: str, correction: Correction) -> bool:
    """Whether it corrects anything: what it was about may have gone from the articles."""
    return any(subjects(store, _INFLUENCED, ox.NamedNode(base + correction.path)))


def recorded(base: str, corrections: Iterable[Correction]) -> Iterator[ox.Quad]:
    """Everything that the store holds of corrections, beside what they change."""
    for one in corrections:
        own = ox.NamedNode(base + one.path)
        text = msgspec.json.encode(one, order="sorted").decode()
        yield ox.Quad(own, CORRECTION, ox.Literal(text), BOOKKEEPING)
        for triple in told(base, one):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, graph_of(base))


def told(base: str, one: Correction) -> Iterator[ox.Triple]:
    """A correction as a PROV activity."""
    own, target = ox.NamedNode(base + one.path), ox.NamedNode(base + target_path(one))
    reader = ox.NamedNode(f"{base}reader/{slug(one.who)}")
    time = ox.Literal(one.at, datatype=node(XSD.dateTime))
    yield ox.Triple(own, node(RDF.type), node(CMQ.Correction))
    yield ox.Triple(own, node(RDFS.label), ox.Literal(summary(one)))
    yield ox.Triple(own, node(CMQ.correctionKind), ox.Literal(one.kind.value))
    yield ox.Triple(own, node(CMQ.corrects), target)
    yield ox.Triple(own, node(CMQ.why), ox.Literal(one.why))
    yield ox.Triple(own, node(CMQ.original), ox.Literal(one.original))
    yield ox.Triple(own, node(PROV.wasAssociatedWith), reader)
    yield ox.Triple(own, node(PROV.endedAtTime), time)
    yield ox.Triple(reader, node(RDF.type), node(PROV.Person))
    yield ox.Triple(reader, node(RDFS.label), ox.Literal(one.who))
    if one.kind is Kind.REJECT:
        yield ox.Triple(target, node(PROV.wasInvalidatedBy), own)
    if one.kind in {Kind.SPEAKER, Kind.MERGE}:
        yield ox.Triple(own, node(CMQ.replacement), ox.NamedNode(base + one.value))
        yield ox.Triple(own, node(CMQ.replacementValue), ox.Literal(one.label))
    if one.kind is Kind.DATE:
        yield ox.Triple(own, node(CMQ.replacementValue), edtf(one.value))
    if one.kind is Kind.PLACE:
        yield ox.Triple(own, node(CMQ.replacementValue), ox.Literal(one.value))


def target_path(one: Correction) -> str:
    """Where the claim or the actor that was wrong stands below the base."""
    if one.target is None:
        return one.actor
    return f"claim/{token(one.target.article)}/{one.target.claim}"


def summary(one: Correction) -> str:
    """A correction in a line."""
    new = one.label or one.value
    return f"{_WORDS[one.kind]} {one.original}" + (f" → {new}" if new else "")


_WORDS = {
    Kind.REJECT: "rejected",
    Kind.SPEAKER: "speaker:",
    Kind.DATE: "date:",
    Kind.PLACE: "place:",
    Kind.MERGE: "merged",
}
