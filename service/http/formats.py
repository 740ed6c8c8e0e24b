"""Which form an answer takes: by `?format=`, by suffix, or by what the client accepts."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import pyoxigraph as ox
from flask import Request
from werkzeug.datastructures import MIMEAccept
from werkzeug.exceptions import BadRequest, NotAcceptable
from werkzeug.http import parse_accept_header

HTML = "text/html"
JSON = "application/json"
RESULTS: Mapping[str, ox.QueryResultsFormat] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    JSON: ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
}
GRAPHS: Mapping[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/trig": ox.RdfFormat.TRIG,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    JSON: ox.RdfFormat.JSON_LD,
    "application/xml": ox.RdfFormat.RDF_XML,
}
SUFFIXES = {
    "html": HTML,
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "turtle": "text/turtle",
    "nt": "application/n-triples",
    "ntriples": "application/n-triples",
    "rdf": "application/rdf+xml",
    "rdfxml": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "trig": "application/trig",
    "nq": "application/n-quads",
    "nquads": "application/n-quads",
}
_TEXTUAL = ("text/", "application/n-", "application/trig")


def accepted(request: Request, offered: Sequence[str]) -> str:
    """The media type to answer with; the first offered where the client doesn't care.

    Raises NotAcceptable, naming what there is.
    """
    liked = best(request.headers.get("Accept", ""), tuple(offered))
    if liked is None:
        raise NotAcceptable(f"there is: {', '.join(offered)}")
    return liked


@lru_cache(maxsize=256)
def best(accept: str, offered: tuple[str, ...]) -> str | None:
    """The offer that the client likes best; of equals the most exactly named, then the first.

    Each offer has the quality of the most exact range that fits it (RFC 9110, section 12.5.1);
    parameters such as a charset don't count.
    """
    ranges = {
        media.partition(";")[0].strip().lower(): quality
        for media, quality in sorted(parse_accept_header(accept, MIMEAccept), key=lambda r: r[1])
    } or {"*/*": 1.0}
    found, liked = None, (0.0, 0)
    for media in offered:
        patterns = ("*/*", f"{media.partition('/')[0]}/*", media)
        fitting = [(ranges[p], exact) for exact, p in enumerate(patterns) if p in ranges]
        if fitting and fitting[-1][0] > 0 and fitting[-1] > liked:
            found, liked = media, fitting[-1]
    return found


def chosen(request: Request, offered: Sequence[str]) -> str:
    """The media type that `?format=` fixes, else the one that the client accepts."""
    name = request.values.get("format")
    if not name:
        return accepted(request, offered)
    media = SUFFIXES.get(name, name)
    if name == "json" and media not in offered:
        media = JSON
    if media not in offered:
        names = sorted(n for n, m in SUFFIXES.items() if m in offered)
        raise BadRequest(f"format {name!r} is not among: {', '.join(names)}")
    return media


def prefers_html(request: Request, otherwise: str = JSON) -> bool:
    """Whether a person's browser asks rather than a program."""
    return best(request.headers.get("Accept", ""), (otherwise, HTML)) == HTML


def content_type(media: str) -> str:
    """The value of Content-Type, with the charset where the type has one."""
    return f"{media}; charset=utf-8" if media.startswith(_TEXTUAL) else media
