"""`/ns`: the ontology, as a page and as RDF, and its JSON-LD context."""

import hashlib
from functools import cache

import pyoxigraph as ox
from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from ontology.files import ALIGNMENTS, CONCEPTS, CONTEXT, VOCABULARY, read
from ontology.terms import CONCEPT
from service.http.compression import uncoded
from service.http.formats import GRAPHS, HTML, SUFFIXES, accepted, chosen, content_type
from service.http.linked.forms import serialize
from service.http.linked.terms import anchor, terms

blueprint = Blueprint("vocabulary", __name__)
_TURTLE = "text/turtle"
_FORMS = (_TURTLE, "application/rdf+xml", "application/ld+json", "application/n-triples")
_FILES = (VOCABULARY, CONCEPTS, ALIGNMENTS)
_KEPT = "public, max-age=604800"  # the context changes with releases only
_CC0 = '<https://creativecommons.org/publicdomain/zero/1.0/>; rel="license"'


@blueprint.get("/ns")
def ontology() -> Response:
    """Vocabulary, concepts and alignments."""
    media = chosen(request, (*_FORMS, HTML))
    if media == HTML:
        kinds, schemes = terms()
        page = render_template("ontology.html", kinds=kinds, schemes=schemes)
        response = Response(page, mimetype=HTML)
    else:
        response = Response(_written(media), content_type=content_type(media))
    for other in _others(media):
        response.headers.add("Link", other)
    response.headers.add("Link", _CC0)
    return response


def _others(media: str) -> list[str]:
    names = {name: SUFFIXES[name] for name in ("html", "ttl", "rdf", "jsonld", "nt")}
    return [
        f'<{url_for("vocabulary.ontology", format=name)}>; rel="alternate"; type="{other}"'
        for name, other in names.items()
        if other != media
    ]


@cache
def _written(media: str) -> bytes:
    """The same bytes each time: Turtle as it was written, else sorted, blank nodes named alike."""
    if media == _TURTLE:
        return b"\n".join(read(name) for name in _FILES)
    quads = (q for name in _FILES for q in ox.parse(read(name), format=ox.RdfFormat.TURTLE))
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return serialize(sorted(dataset, key=str), GRAPHS[media])


@blueprint.get("/ns/context.jsonld")
def context() -> Response:
    """The whole JSON-LD context; documents carry their part of it."""
    tag = hashlib.sha256(read(CONTEXT)).hexdigest()[:24]
    known = request.if_none_match
    matching = next((one for one in sorted(known.as_set()) if uncoded(one) == tag), tag)
    is_known = known.contains(matching)
    response = Response(
        b"" if is_known else read(CONTEXT),
        304 if is_known else 200,
        content_type="application/ld+json",
        headers={"Cache-Control": _KEPT},
    )
    response.set_etag(matching)
    return response


@blueprint.get("/concept/<path:name>")
def concept(name: str) -> AnyResponse:
    """See other: a concept's place in the ontology, for programs all of it."""
    iri = f"{CONCEPT}{name}"
    _, schemes = terms()
    if not any(term.iri == iri for scheme, members in schemes for term in (scheme, *members)):
        raise NotFound(f"the ontology has no concept {name!r}")
    media = accepted(request, (*_FORMS, HTML))
    if media == HTML:
        return redirect(url_for("vocabulary.ontology", _anchor=anchor(iri)), 303)
    suffix = next(s for s, m in SUFFIXES.items() if m == media)
    return redirect(url_for("vocabulary.ontology", format=suffix), 303)
