"""Linked data: `/id/…` leads to a page or to data, `/data/…` is what the graph says of a thing."""

import pyoxigraph as ox
from flask import Blueprint, Response, redirect, request, url_for
from rdflib.namespace import RDFS
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from loaders.mapping.nodes import node
from service.http.formats import GRAPHS, HTML, accepted, content_type
from service.http.linked.addresses import asking
from service.http.linked.describing import described, everything
from service.http.linked.forms import MEDIA, serialize
from service.http.linked.signposts import point
from service.http.pages.routes import named
from service.http.state import snapshot

blueprint = Blueprint("resources", __name__)


@blueprint.get("/id/<path:name>")
def identify(name: str) -> AnyResponse:
    """See other: the page or the data of `<base>NAME`; a suffix fixes the form."""
    try:
        thing = named(name)
    except NotFound:
        known, _, suffix = name.rpartition(".")
        if suffix not in {*MEDIA, "html"}:
            raise
        thing = named(known)
        return point(_see_other(known, None if suffix == "html" else suffix), thing, None)
    media = accepted(request, (*MEDIA.values(), HTML))
    suffix = next((s for s, m in MEDIA.items() if m == media), "")
    return point(_see_other(name, suffix or None), thing, None)


def _see_other(name: str, suffix: str | None) -> AnyResponse:
    if suffix is None:
        return redirect(url_for("pages.page", name=name), 303)
    return redirect(url_for("resources.data", name=f"{name}.{suffix}"), 303)


@blueprint.get("/data/<path:name>")
def data(name: str) -> AnyResponse:
    """A thing's document in the form that its suffix says."""
    known, _, suffix = name.rpartition(".")
    if suffix not in MEDIA:
        raise NotFound(f"data ends in one of {', '.join('.' + s for s in MEDIA)}: {name!r} doesn't")
    thing = named(known)
    found = described(snapshot().store, thing)
    rest = () if found.is_whole else (_elsewhere(thing),)
    body = serialize((*found.quads, *rest), GRAPHS[MEDIA[suffix]], thing.value)
    response = Response(body, content_type=content_type(MEDIA[suffix]))
    return point(response, thing, MEDIA[suffix])


def _elsewhere(thing: ox.NamedNode) -> ox.Quad:
    """Where the rest is, of a document that doesn't hold everything."""
    return ox.Quad(thing, node(RDFS.seeAlso), ox.NamedNode(asking(everything(thing))))
