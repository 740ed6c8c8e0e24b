"""Link headers (RFC 8288): from a thing, its page or its data to the others, kind and licence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from flask import Response, g, url_for
from rdflib.namespace import DCTERMS
from werkzeug.urls import iri_to_uri
from werkzeug.wrappers import Response as AnyResponse

from ontology.terms import CMQ
from service.http.formats import HTML
from service.http.linked.forms import MEDIA
from service.http.linked.schema import Json, told
from service.http.links import local
from service.http.pages.told import classes
from service.http.state import snapshot, state
from service.http.tellings import one

_WEB = ("http://", "https://")


def point(response: AnyResponse, thing: ox.NamedNode, here: str | None) -> AnyResponse:
    """The answer with its links; `here` is its own media type, None where it is the thing itself.

    A thing is of a kind, a document about it isn't: its links say which is meant.
    """
    for link in _links(thing, here):
        response.headers.add("Link", link)
    return response


@dataclass(frozen=True)
class About:
    """What the head of a page says of the thing that it is about, in `g` for the templates."""

    iri: str
    page: str
    data: tuple[tuple[str, str], ...]
    schema: dict[str, Json] | None


def page_of(show: Callable[[ox.Store, ox.NamedNode], str], thing: ox.NamedNode) -> Response:
    """A page about a thing, with its links in head and headers."""
    store = snapshot().store
    (page, _), *data = _documents(thing)
    g.about = About(thing.value, page, tuple(data), told(store, thing))
    response = Response(show(store, thing), mimetype=HTML)
    point(response, thing, HTML)
    return response


def _links(thing: ox.NamedNode, here: str | None) -> Iterator[str]:
    iri = iri_to_uri(thing.value)
    if here is not None:
        yield f'<{iri}>; rel="describes"'
        yield f'<{iri}>; rel="cite-as"'
    for address, media in _documents(thing):
        if media != here:
            yield f'<{address}>; rel="alternate"; type="{media}"'
    address = url_for("linked.dataset")
    if here in {None, HTML}:
        address = url_for("resources.data", name=f"{local(thing.value)}.ttl")
    yield f'<{address}>; rel="describedby"; type="text/turtle"'
    about = "" if here is None else f'; anchor="{iri}"'
    for kind in sorted(classes(snapshot().store, thing)):
        yield f'<{CMQ[kind]}>; rel="type"{about}'
    if licence := licence_of(thing):
        yield f'<{iri_to_uri(licence)}>; rel="license"'


def _documents(thing: ox.NamedNode) -> Iterator[tuple[str, str]]:
    name = local(thing.value)
    yield url_for("pages.page", name=name), HTML
    for suffix, media in MEDIA.items():
        yield url_for("resources.data", name=f"{name}.{suffix}"), media


def licence_of(thing: ox.NamedNode) -> str | None:
    """An article's own licence, if it is an address; of all else that of the graph, if set."""
    store = snapshot().store
    if "Article" in classes(store, thing):
        own = one(store, thing, DCTERMS.license)
        return own if own.startswith(_WEB) else None
    return state().settings.license or None
