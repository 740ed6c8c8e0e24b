"""The things of a list as data: what the graph accepts of each, and what their neighbours are."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import pyoxigraph as ox
from flask import Response, request
from rdflib.namespace import RDFS

from loaders.mapping.nodes import node
from ontology.terms import CMQ, NIF
from service.http.formats import GRAPHS, HTML, chosen, content_type
from service.http.linked.forms import serialize
from service.http.publishing import Publishing, publishing
from service.http.state import snapshot, state
from service.store.terms import DEFAULT

_FORMS = ("text/turtle", "application/ld+json", "application/n-triples")
_MOST = 500  # statements about one thing
_WORDS = {str(NIF.anchorOf), str(CMQ.text)}


def page_or_data(things: Iterable[ox.NamedNode], page: Callable[[], str]) -> Response:
    """A list as the client takes it: a page, else what it lists as Turtle, JSON-LD, N-Triples."""
    media = chosen(request, (HTML, *_FORMS))
    if media == HTML:
        return Response(page(), mimetype=HTML)
    quads = dict.fromkeys(quad for thing in things for quad in _said(thing))
    body = serialize(quads, GRAPHS[media])
    return Response(body, content_type=content_type(media))


def _said(thing: ox.NamedNode) -> Iterator[ox.Quad]:
    store = snapshot().store
    found = islice(store.quads_for_pattern(thing, None, None, DEFAULT), _MOST)
    hidden = _WORDS if publishing(state().settings) is Publishing.NONE else set[str]()
    for quad in sorted(found, key=str):
        if quad.predicate.value not in hidden:
            yield quad
        if isinstance(quad.object, ox.NamedNode):
            yield from store.quads_for_pattern(quad.object, node(RDFS.label), None, DEFAULT)
