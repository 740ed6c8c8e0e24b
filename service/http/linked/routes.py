"""Addresses that tell of the whole: VoID and DCAT, the sitemap, what crawlers may do."""

import pyoxigraph as ox
from flask import Blueprint, Response, request, url_for
from rdflib.namespace import RDF

from loaders.mapping.nodes import node
from ontology.terms import CMQ
from service.http.formats import HTML, chosen, content_type
from service.http.linked import sitemap, void
from service.http.linked.addresses import absolute
from service.http.linked.statistics import statistics
from service.http.state import snapshot
from service.store.patterns import subjects

blueprint = Blueprint("linked", __name__)
_FORMS = ("text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples")
_XML = "application/xml"
_COMPUTED = (
    "sparql.sparql",
    "questions.listing",
    "graph_store.read",
    "export.listing",
    "reconcile.reconcile",
)


@blueprint.get("/.well-known/void")
def dataset() -> Response:
    """The graph as a whole; browsers get Turtle."""
    media = chosen(request, (*_FORMS, HTML))
    media = _FORMS[0] if media == HTML else media
    body = void.serialize(statistics(), _example(), media)
    return Response(body, content_type=content_type(media))


def _example() -> str | None:
    found = subjects(snapshot().store, node(RDF.type), node(CMQ.Meeting))
    first: ox.NamedNode | None = next(found, None)
    return first.value if first else None


@blueprint.get("/sitemap.xml")
def sitemap_whole() -> Response:
    """All pages, or the index of the parts."""
    return Response(sitemap.whole(), content_type=_XML)


@blueprint.get("/sitemap/<path:name>")
def sitemap_part(name: str) -> Response:
    """One part of the sitemap."""
    return Response(sitemap.part(name), content_type=_XML)


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Pages and data may be crawled; what computes is left to those who ask."""
    kept = "".join(f"Disallow: {url_for(endpoint)}\n" for endpoint in _COMPUTED)
    where = absolute(url_for("linked.sitemap_whole"))
    return Response(f"User-agent: *\n{kept}Sitemap: {where}\n", content_type="text/plain")
