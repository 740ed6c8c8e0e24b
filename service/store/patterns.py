"""Typed look-ups by quad pattern; the graph holds no blank nodes and no quoted triples."""

from collections.abc import Iterator

import pyoxigraph as ox

from service.store.terms import DEFAULT

Graph = ox.NamedNode | ox.DefaultGraph
Term = ox.NamedNode | ox.Literal


def subjects(
    store: ox.Store, predicate: ox.NamedNode, value: Term, graph: Graph = DEFAULT
) -> Iterator[ox.NamedNode]:
    """What has this value."""
    for quad in store.quads_for_pattern(None, predicate, value, graph):
        if isinstance(quad.subject, ox.NamedNode):
            yield quad.subject


def objects(
    store: ox.Store, subject: ox.NamedNode, predicate: ox.NamedNode, graph: Graph = DEFAULT
) -> Iterator[Term]:
    """The values that a thing has."""
    for quad in store.quads_for_pattern(subject, predicate, None, graph):
        if isinstance(quad.object, Term):
            yield quad.object


def texts(
    store: ox.Store, subject: ox.NamedNode, predicate: ox.NamedNode, graph: Graph = DEFAULT
) -> list[str]:
    """The values that a thing has, as strings, sorted."""
    return sorted(term.value for term in objects(store, subject, predicate, graph))


def graphs_with(
    store: ox.Store, subject: ox.NamedNode, predicate: ox.NamedNode, value: Term | None = None
) -> Iterator[tuple[ox.NamedNode, Term]]:
    """Named graphs that say this of a thing, and the value each gives."""
    for quad in store.quads_for_pattern(subject, predicate, value, None):
        if isinstance(quad.graph_name, ox.NamedNode) and isinstance(quad.object, Term):
            yield quad.graph_name, quad.object
