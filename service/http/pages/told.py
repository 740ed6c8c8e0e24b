"""What the graph tells of a thing: what is accepted, and where nothing is, what is claimed."""

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import RDF

from loaders.mapping.nodes import node
from ontology.terms import CMQ
from service.http.links import Link, link, values
from service.store.patterns import Term, subjects


def told(store: ox.Store, subject: ox.NamedNode, predicate: URIRef) -> list[Term]:
    """A thing's values: the accepted ones, else those of its claims; sorted."""
    return values(store, subject, node(predicate))


def texts_of(store: ox.Store, subject: ox.NamedNode, predicate: URIRef) -> list[str]:
    """The same, as strings."""
    return [value.value for value in told(store, subject, predicate)]


def links_of(store: ox.Store, subject: ox.NamedNode, predicate: URIRef) -> list[Link]:
    """The same, as links by label."""
    found = [v for v in told(store, subject, predicate) if isinstance(v, ox.NamedNode)]
    return sorted((link(store, v) for v in found), key=lambda one: one.text)


def things(store: ox.Store, subject: ox.NamedNode, predicate: URIRef) -> list[ox.NamedNode]:
    """The things that a thing points at."""
    return [v for v in told(store, subject, predicate) if isinstance(v, ox.NamedNode)]


def pointing(store: ox.Store, predicate: URIRef, thing: ox.NamedNode) -> list[ox.NamedNode]:
    """What points at a thing, accepted or only claimed; sorted."""
    quads = store.quads_for_pattern(None, node(predicate), thing, None)
    found = {quad.subject for quad in quads if isinstance(quad.subject, ox.NamedNode)}
    return sorted(found, key=lambda one: one.value)


def accepted_pointing(
    store: ox.Store, predicate: URIRef, thing: ox.NamedNode
) -> list[ox.NamedNode]:
    """What points at a thing in the default graph; sorted."""
    return sorted(set(subjects(store, node(predicate), thing)), key=lambda one: one.value)


def classes(store: ox.Store, thing: ox.NamedNode) -> set[str]:
    """The local names of a thing's classes in the ontology."""
    values = {t.value for t in told(store, thing, RDF.type)}
    return {v.removeprefix(str(CMQ)) for v in values if v.startswith(str(CMQ))}


def exists(store: ox.Store, thing: ox.NamedNode) -> bool:
    """Whether the graph says anything of a thing."""
    return next(iter(store.quads_for_pattern(thing, None, None, None)), None) is not None
