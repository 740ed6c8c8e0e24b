"""A thing's document: what is said of it and by it, its evidence, its neighbours' names; bounded,
so that a state of which a hundred thousand statements speak has a document like any other."""

from dataclasses import dataclass
from functools import cache
from itertools import islice

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from loaders.mapping.nodes import node
from ontology.context import BORROWED
from ontology.terms import CMQ, NIF
from service.http.publishing import Publishing, publishing
from service.http.state import state
from service.store.patterns import subjects
from service.store.terms import BOOKKEEPING, DEFAULT

SIDE = 500  # statements that begin, and as many that end, at the thing
SHARE = 20  # of each property at least, where there are more
CLAIMS = 100  # claims about it that come with what they say and their words
_WHOLE, _WORDS = {str(NIF.isString)}, {str(NIF.isString), str(NIF.anchorOf), str(CMQ.text)}
_NAMES = (node(RDFS.label), node(SKOS.prefLabel))


@dataclass(frozen=True)
class Description:
    """A document's quads, sorted; not whole where there was more than it may hold."""

    quads: tuple[ox.Quad, ...]
    is_whole: bool


def described(store: ox.Store, thing: ox.NamedNode) -> Description:
    """What the graph says of a thing, as far as one document holds it."""
    said, all_said = _taken(store, thing, None)
    pointing, all_pointing = _taken(store, None, thing)
    claims = list(islice(subjects(store, node(CMQ.subject), thing), CLAIMS + 1))
    found = {*said, *pointing}
    for claim in claims[:CLAIMS]:
        found.update(islice(store.quads_for_pattern(claim, None, None, DEFAULT), SIDE))
    for claim in (*claims[:CLAIMS], thing):
        found.update(islice(store.quads_for_pattern(None, None, None, claim), SIDE))
    for mention in _pointed(found, str(CMQ.denotedBy)):
        found.update(islice(store.quads_for_pattern(mention, None, None, DEFAULT), SIDE))
    for neighbour in _nodes(found):
        for name in _NAMES:
            found.update(store.quads_for_pattern(neighbour, name, None, DEFAULT))
    hidden = _hidden()
    shown = (q for q in found if q.graph_name != BOOKKEEPING and q.predicate.value not in hidden)
    is_whole = all_said and all_pointing and len(claims) <= CLAIMS
    return Description(tuple(sorted(shown, key=_order)), is_whole)


def _order(quad: ox.Quad) -> tuple[bool, str, str]:
    """The default graph, then one named graph after the other."""
    return quad.graph_name != DEFAULT, str(quad.graph_name), str(quad)


def everything(thing: ox.NamedNode) -> str:
    """The query that answers with all of what the default graph says of a thing."""
    return (
        f"CONSTRUCT {{ {thing} ?p ?o . ?s ?q {thing} }} "
        f"WHERE {{ {{ {thing} ?p ?o }} UNION {{ ?s ?q {thing} }} }}"
    )


def _taken(
    store: ox.Store, subject: ox.NamedNode | None, value: ox.NamedNode | None
) -> tuple[list[ox.Quad], bool]:
    """Statements on one side of a thing, and whether these are all."""
    first = list(islice(store.quads_for_pattern(subject, None, value, None), SIDE + 1))
    if len(first) <= SIDE:
        return first, True
    fair = [
        quad
        for predicate in _predicates()
        for quad in islice(store.quads_for_pattern(subject, predicate, value, None), SHARE)
    ]
    return [*fair, *first[:SIDE]], False


@cache
def _predicates() -> tuple[ox.NamedNode, ...]:
    """The properties that the data uses, so that a long list of one hides none of the others."""
    own = (name for name in CMQ.__annotations__ if name[0].islower())
    borrowed = (iri for iri, _ in BORROWED.values())
    return tuple(node(iri) for iri in (RDF.type, *borrowed, *(URIRef(CMQ[name]) for name in own)))


def _pointed(quads: set[ox.Quad], predicate: str) -> list[ox.NamedNode]:
    found = {q.object for q in quads if q.predicate.value == predicate}
    return [term for term in found if isinstance(term, ox.NamedNode)]


def _nodes(quads: set[ox.Quad]) -> set[ox.NamedNode]:
    terms = (term for q in quads for term in (q.subject, q.object))
    return {term for term in terms if isinstance(term, ox.NamedNode)}


def _hidden() -> set[str]:
    """Properties whose values are other people's text, where the settings keep that back."""
    shown = publishing(state().settings)
    return {Publishing.FULL: set(), Publishing.QUOTES: _WHOLE, Publishing.NONE: _WORDS}[shown]
