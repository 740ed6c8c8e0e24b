"""Linked data: `/id/…` leads to a page or to data, `/data/…` is what the graph says of a thing."""

from collections.abc import Iterator

import pyoxigraph as ox
from flask import Blueprint, Response, redirect, request, url_for
from rdflib.namespace import RDFS
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from loaders.mapping.nodes import node
from ontology.terms import CMQ, NIF, PREFIXES
from service.http.formats import GRAPHS, HTML, accepted, content_type
from service.http.pages.routes import named
from service.http.publishing import Publishing, publishing
from service.http.state import snapshot, state
from service.store.patterns import subjects
from service.store.terms import BOOKKEEPING

blueprint = Blueprint("resources", __name__)
MEDIA = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "trig": "application/trig",
    "nq": "application/n-quads",
}
_WHOLE, _WORDS = {str(NIF.isString)}, {str(NIF.isString), str(NIF.anchorOf), str(CMQ.text)}
_DATASETS = {ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS, ox.RdfFormat.JSON_LD}


@blueprint.get("/id/<path:name>")
def identify(name: str) -> AnyResponse:
    """See other: the page or the data of `<base>NAME`; a suffix fixes the form."""
    try:
        named(name)
    except NotFound:
        known, _, suffix = name.rpartition(".")
        if suffix not in {*MEDIA, "html"}:
            raise
        named(known)
        return _see_other(known, None if suffix == "html" else suffix)
    media = accepted(request, (*MEDIA.values(), HTML))
    return _see_other(name, next((s for s, m in MEDIA.items() if m == media), None))


def _see_other(name: str, suffix: str | None) -> AnyResponse:
    if suffix is None:
        return redirect(url_for("pages.page", name=name), 303)
    return redirect(url_for("resources.data", name=f"{name}.{suffix}"), 303)


@blueprint.get("/data/<path:name>")
def data(name: str) -> Response:
    """A thing's document in the form that its suffix says."""
    known, _, suffix = name.rpartition(".")
    if suffix not in MEDIA:
        raise NotFound(f"data ends in one of {', '.join('.' + s for s in MEDIA)}: {name!r} doesn't")
    form = GRAPHS[MEDIA[suffix]]
    thing = named(known)
    body = serialize(sorted(document(snapshot().store, thing), key=str), form)
    response = Response(body, content_type=content_type(MEDIA[suffix]))
    response.headers["Link"] = f'<{thing.value}>; rel="describes"'
    return response


def serialize(quads: list[ox.Quad], form: ox.RdfFormat) -> bytes:
    """Quads in a format; where it has no graphs, what the default graph accepts and says."""
    if form in _DATASETS:
        return ox.serialize(quads, format=form, prefixes=PREFIXES) or b""
    triples = dict.fromkeys(q.triple for q in quads if q.graph_name == ox.DefaultGraph())
    return ox.serialize(triples, format=form, prefixes=PREFIXES) or b""


def document(store: ox.Store, thing: ox.NamedNode) -> set[ox.Quad]:
    """What is said of a thing and by it, its claims and their words, its neighbours' labels."""
    found = set(_around(store, thing))
    claims = set(subjects(store, node(CMQ.subject), thing)) | {thing}
    for claim in claims:
        found.update(store.quads_for_pattern(claim, None, None, ox.DefaultGraph()))
        found.update(store.quads_for_pattern(None, None, None, claim))
    for mention in _pointed(found, str(CMQ.denotedBy)):
        found.update(store.quads_for_pattern(mention, None, None, ox.DefaultGraph()))
    for neighbour in sorted(_nodes(found), key=str):
        found.update(store.quads_for_pattern(neighbour, node(RDFS.label), None, ox.DefaultGraph()))
    hidden = _hidden()
    return {q for q in found if q.graph_name != BOOKKEEPING and q.predicate.value not in hidden}


def _around(store: ox.Store, thing: ox.NamedNode) -> Iterator[ox.Quad]:
    yield from store.quads_for_pattern(thing, None, None, None)
    yield from store.quads_for_pattern(None, None, thing, None)


def _pointed(quads: set[ox.Quad], predicate: str) -> set[ox.NamedNode]:
    found = (q.object for q in quads if q.predicate.value == predicate)
    return {term for term in found if isinstance(term, ox.NamedNode)}


def _nodes(quads: set[ox.Quad]) -> set[ox.NamedNode]:
    terms = (term for q in quads for term in (q.subject, q.object))
    return {term for term in terms if isinstance(term, ox.NamedNode)}


def _hidden() -> set[str]:
    """Properties whose values are other people's text, where the settings keep that back."""
    shown = publishing(state().settings)
    return {Publishing.FULL: set(), Publishing.QUOTES: _WHOLE, Publishing.NONE: _WORDS}[shown]
