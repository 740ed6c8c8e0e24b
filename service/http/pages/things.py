"""The page of anything without a page of its own kind: what is said of it and by it."""

from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox
from flask import render_template

from ontology.terms import CMQ, NIF
from service.http.links import Link, label, link, predicate_label, term_label
from service.http.pages.told import classes, things
from service.http.publishing import Publishing, publishing
from service.http.state import state
from service.http.tellings import one, quote, telling, tellings
from service.store.terms import BOOKKEEPING

SHOWN = 200  # lines of a table; `/data/…` has them all
_TEXTS = {str(NIF.isString), str(NIF.anchorOf), str(CMQ.text)}


@dataclass(frozen=True)
class Line:
    """One triple, seen from the thing, and the claim that gives it."""

    predicate: str
    value: Link
    claim: Link | None


def page(store: ox.Store, thing: ox.NamedNode) -> str:
    """The thing's page."""
    kinds = classes(store, thing)
    own_quotes = [_mention(store, thing)] if "Mention" in kinds else []
    return render_template(
        "thing.html",
        name=label(store, thing),
        kinds=sorted(term_label(str(CMQ[kind])) for kind in kinds),
        outgoing=_outgoing(store, thing),
        incoming=_incoming(store, thing),
        inside=_inside(store, thing),
        quotes=own_quotes,
        tellings=[telling(store, thing)] if "Claim" in kinds else tellings(store, thing),
        iri=thing.value,
    )


def _mention(store: ox.Store, mention: ox.NamedNode) -> object:
    article = things(store, mention, CMQ.inArticle)[0]
    start, end = int(one(store, mention, NIF.beginIndex)), int(one(store, mention, NIF.endIndex))
    return quote(article.value, one(store, article, NIF.isString), start, end)


def _value(store: ox.Store, quad: ox.Quad) -> Link:
    if isinstance(quad.object, ox.NamedNode):
        return link(store, quad.object)
    hidden = quad.predicate.value in _TEXTS
    if hidden and publishing(state().settings) is not Publishing.FULL:
        return Link("(not shown here)")
    return Link(quad.object.value if isinstance(quad.object, ox.Literal) else str(quad.object))


def _outgoing(store: ox.Store, thing: ox.NamedNode) -> list[Line]:
    found = islice(store.quads_for_pattern(thing, None, None, None), SHOWN)
    own = sorted((q for q in found if q.graph_name != BOOKKEEPING), key=_order)
    return [
        Line(predicate_label(q.predicate.value), _value(store, q), _claim(store, q)) for q in own
    ]


def _incoming(store: ox.Store, thing: ox.NamedNode) -> list[Line]:
    found = islice(store.quads_for_pattern(None, None, thing, None), SHOWN)
    own = sorted((q for q in found if q.graph_name != BOOKKEEPING), key=_order)
    return [
        Line(predicate_label(q.predicate.value), link(store, q.subject), _claim(store, q))
        for q in own
        if isinstance(q.subject, ox.NamedNode)
    ]


def _inside(store: ox.Store, thing: ox.NamedNode) -> list[tuple[Link, str, Link]]:
    """The triples of a claim's own graph."""
    found = islice(store.quads_for_pattern(None, None, None, thing), SHOWN)
    return [
        (link(store, q.subject), predicate_label(q.predicate.value), _value(store, q))
        for q in sorted(found, key=_order)
        if isinstance(q.subject, ox.NamedNode)
    ]


def _claim(store: ox.Store, quad: ox.Quad) -> Link | None:
    graph = quad.graph_name
    return link(store, graph) if isinstance(graph, ox.NamedNode) else None


def _order(quad: ox.Quad) -> tuple[str, str, str, str]:
    return str(quad.predicate), str(quad.subject), str(quad.object), str(quad.graph_name)
