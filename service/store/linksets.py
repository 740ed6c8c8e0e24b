"""Links to other people's identifiers in the store: a record and a graph of each imported table."""

from collections.abc import Iterator
from contextlib import suppress

import msgspec
import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, VOID, XSD

from loaders.mapping.nodes import node
from loaders.naming import slug
from service.store.patterns import objects
from service.store.terms import BOOKKEEPING, DEFAULT, LINKSET

RELATIONS: dict[str, URIRef] = {
    "exact": SKOS.exactMatch,
    "close": SKOS.closeMatch,
    "broad": SKOS.broadMatch,
    "narrow": SKOS.narrowMatch,
    "related": SKOS.relatedMatch,
    "same": OWL.sameAs,
}


class Link(msgspec.Struct, frozen=True, order=True, array_like=True):
    """Our thing, as its IRI goes on after the base; how it relates; somebody else's IRI."""

    thing: str
    relation: str
    outside: str


class Linkset(msgspec.Struct, frozen=True):
    """Links that came together: from which file, by whom, when (UTC)."""

    name: str
    file: str
    sha256: str
    who: str
    at: str
    links: tuple[Link, ...]


_READ = msgspec.json.Decoder(Linkset)  # made here for the sake of threads: see records.py


def graph_of(base: str, name: str) -> ox.NamedNode:
    """A linkset's IRI, and its graph's."""
    return ox.NamedNode(f"{base}linkset/{name}")


def linksets_of(store: ox.Store) -> list[Linkset]:
    """All that stand, by name."""
    return sorted((one for _, one in records_of(store)), key=lambda one: one.name)


def records_of(store: ox.Store) -> Iterator[tuple[ox.NamedNode, Linkset]]:
    """Each with its IRI; what others have made unreadable is none."""
    for quad in store.quads_for_pattern(None, LINKSET, None, BOOKKEEPING):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            with suppress(msgspec.DecodeError):
                yield quad.subject, _READ.decode(quad.object.value)


def is_linkset(store: ox.Store, graph: ox.NamedNode) -> bool:
    """Whether a graph holds links that were imported."""
    return any(objects(store, graph, LINKSET, BOOKKEEPING))


def recorded(base: str, one: Linkset) -> Iterator[ox.Quad]:
    """Everything that the store holds of a linkset."""
    own = graph_of(base, one.name)
    text = msgspec.json.encode(one, order="sorted").decode()
    yield ox.Quad(own, LINKSET, ox.Literal(text), BOOKKEEPING)
    for triple in told(base, one):
        yield ox.Quad(triple.subject, triple.predicate, triple.object, own)
    for triple in entering(base, one):
        yield ox.Quad(triple.subject, triple.predicate, triple.object, DEFAULT)


def entering(base: str, one: Linkset) -> Iterator[ox.Triple]:
    """The links themselves, which the default graph holds too."""
    for link in one.links:
        thing, outside = ox.NamedNode(base + link.thing), ox.NamedNode(link.outside)
        yield ox.Triple(thing, node(RELATIONS[link.relation]), outside)


def told(base: str, one: Linkset) -> Iterator[ox.Triple]:
    """What its graph holds: the links and, in VoID and PROV, where they come from."""
    own, reader = graph_of(base, one.name), ox.NamedNode(f"{base}reader/{slug(one.who)}")
    yield from entering(base, one)
    yield ox.Triple(own, node(RDF.type), node(VOID.Linkset))
    yield ox.Triple(own, node(RDF.type), node(PROV.Entity))
    yield ox.Triple(own, node(RDFS.label), ox.Literal(f"links {one.name}"))
    yield ox.Triple(own, node(VOID.triples), ox.Literal(len(one.links)))
    for relation in sorted({link.relation for link in one.links}):
        yield ox.Triple(own, node(VOID.linkPredicate), node(RELATIONS[relation]))
    yield ox.Triple(own, node(DCTERMS.source), ox.Literal(one.file))
    yield ox.Triple(own, node(SDO.sha256), ox.Literal(one.sha256))
    time = ox.Literal(one.at, datatype=node(XSD.dateTime))
    yield ox.Triple(own, node(PROV.generatedAtTime), time)
    yield ox.Triple(own, node(PROV.wasAttributedTo), reader)
    yield ox.Triple(reader, node(RDF.type), node(PROV.Person))
    yield ox.Triple(reader, node(RDFS.label), ox.Literal(one.who))
