"""Headers of every answer: what pages may load, who may read, whether a copy is still good."""

import hashlib
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, g, request

from ontology import __version__
from service.http import compression
from service.http.compression import compressed, uncoded
from service.http.sharing import shared_with
from service.http.state import State, state

CSP = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_READS = {"GET", "HEAD"}
_ASKED = ("SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "HTTP_ACCEPT")
_ALLOWED = "Accept, Authorization, Content-Type, If-None-Match"
_EXPOSED = "ETag, Link, Location, Retry-After, WWW-Authenticate"
ALWAYS = (
    ("Content-Security-Policy", CSP),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Access-Control-Expose-Headers", _EXPOSED),
)
_REMEMBERED = "86400"  # seconds that a browser needn't ask again what another site may send
_NEVER = {
    None,
    "static",
    "vocabulary.context",
    "health.health",
    "health.ready",
    "metrics.exposed",
}  # always fresh


def register(app: Flask) -> None:
    """Answer 304 before any work is done, and put the headers on."""
    compression.register(app)
    app.before_request(_unchanged)
    app.after_request(_finish)


def _tag() -> str:
    return tag_of(request.environ, state())


def tag_of(environ: Mapping[str, Any], known: State) -> str:
    """Names the answer to a request: other data, address, form or settings give another."""
    own = known.settings
    shown = own.base, own.publish_text, own.host, own.license, own.edit, str(bool(own.token))
    asked = (environ.get(name, "") for name in _ASKED)
    parts = "\x1f".join((__version__, known.reader.version, *shown, *asked))
    return hashlib.sha256(parts.encode("utf-8", "surrogateescape")).hexdigest()[:24]


def _is_cacheable() -> bool:
    own = (request.endpoint or "").startswith("corrections.")  # one reader's own
    return request.method in _READS and request.endpoint not in _NEVER and not own


def _unchanged() -> Response | None:
    if not _is_cacheable():
        return None
    g.tag = _tag()
    known = request.if_none_match
    matching = (tag for tag in sorted(known.as_set()) if uncoded(tag) == g.tag)
    g.tag = next(matching, g.tag)
    return Response(status=304) if known.contains(g.tag) else None


def _finish(response: Response) -> Response:
    if "tag" in g:
        response.vary.add("Accept")
        if response.status_code in {200, 304}:
            response.set_etag(g.tag)
            response.headers["Cache-Control"] = "no-cache"
    shared = shared_with(state().settings, request.headers.get("Origin", ""))
    for name, value in (*ALWAYS, *shared.items()):
        response.headers.setdefault(name, value)
    response.vary.add("Origin")
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = response.headers.get("Allow", "GET")
        response.headers["Access-Control-Allow-Headers"] = _ALLOWED
        response.headers["Access-Control-Max-Age"] = _REMEMBERED
    return compressed(response)
