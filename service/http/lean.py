"""The short way through `/sparql`: plain look-ups by GET are answered without Flask's machinery,
which would cost more than the look-up. Whatever isn't plain takes the long way, and so does what
was found where it must be compressed, shown to people or told as a problem."""

import itertools
import threading
import time
import uuid
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple, cast
from urllib.parse import parse_qs

from flask import Flask

from service.http.asking import BEGUN, GONE, OUTCOME, answered
from service.http.at_once import AtOnce
from service.http.formats import GRAPHS, HTML, RESULTS, best, content_type
from service.http.headers import ALWAYS, tag_of
from service.http.operation.metrics import metrics_of
from service.http.results import Remembered
from service.http.sharing import shared_with
from service.http.state import state_of
from service.http.throttle import limit_of
from service.settings import Settings
from service.sparql_text import is_plain
from service.store.workers.errors import QueryFailed
from service.store.workers.work import Query

WSGI = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
_QUERY = "communique.query"  # in the environ: the query that was read from it, or None
_PARAMETERS = {"query", "default-graph-uri", "named-graph-uri"}
_UNUSUAL = (
    "HTTP_IF_NONE_MATCH",
    "HTTP_ORIGIN",
    "HTTP_X_REQUEST_ID",
    "HTTP_X_FORWARDED_FOR",
    "SCRIPT_NAME",
)
_COMPRESSED = 500  # bytes from which an answer is compressed for those who take it so


class Reply(NamedTuple):
    """An answer as WSGI and RSGI send it."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


class Lean:
    """Stands before an application: `app.wsgi_app = Lean(app, settings)`."""

    def __init__(self, app: Flask, settings: Settings) -> None:
        self._wsgi: WSGI = app.wsgi_app
        self.known = state_of(app)
        metrics = metrics_of(app)
        self._count = metrics.requests.labels("GET", "sparql.sparql", 200)
        self._time = metrics.seconds.labels("sparql.sparql")
        self.is_used = limit_of(settings) is None and settings.log != "all"
        self.pool = self.known.pool
        self._always = (*ALWAYS, *shared_with(settings, "").items())
        self._at_once = AtOnce(self.known.reader, self.pool.limits.largest)
        self._started, self._counter = uuid.uuid4().hex[:16], itertools.count()

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Answer as WSGI."""
        if self.is_used and (reply := self._answer(environ)):
            start(f"{reply.status} OK", reply.headers)
            return [reply.body]
        return self._wsgi(environ, start)

    def remembered(self, environ: dict[str, Any]) -> Reply | None:
        """The answer where it is remembered or bounded by itself: this waits for nothing."""
        if not self.is_used or (query := query_of(environ)) is None:
            return None
        begun = time.perf_counter()
        source = self.known.reader.directory.current()
        found = self.known.results.get(source, query)
        if found is None and (found := self._at_once.answer(query, source)):
            self.known.results.keep(source, query, found)
        if found is None:
            return None
        reply = self.reply(environ, found, begun)
        if reply is None:
            environ[OUTCOME] = query, found
        return reply

    def _answer(self, environ: dict[str, Any]) -> Reply | None:
        query = query_of(environ)
        if query is None or OUTCOME in environ:
            return None
        begun = time.perf_counter()
        gone = cast(threading.Event | None, environ.get(GONE))
        try:
            found = answered(self.known, query, None, gone, environ.pop(BEGUN, None))
        except QueryFailed as failure:
            environ[OUTCOME] = query, failure
            return None
        if isinstance(found, Remembered) and (reply := self.reply(environ, found, begun)):
            return reply
        environ[OUTCOME] = query, found
        return None

    def reply(self, environ: dict[str, Any], found: Remembered, begun: float) -> Reply | None:
        if len(found.body) >= _COMPRESSED and environ.get("HTTP_ACCEPT_ENCODING"):
            return None
        headers = [
            ("Content-Type", content_type(found.media)),
            ("Content-Length", str(len(found.body))),
            ("Vary", "Accept, Origin, Accept-Encoding"),
            ("ETag", f'"{tag_of(environ, self.known)}"'),
            ("Cache-Control", "no-cache"),
            *self._always,
            ("X-Request-ID", f"{self._started}{next(self._counter):016x}"),
        ]
        self._count.inc()
        self._time.observe(time.perf_counter() - begun)
        return Reply(200, headers, found.body)


def query_of(environ: dict[str, Any]) -> Query | None:
    """The query of a plain request, read once; None where it isn't plain."""
    if _QUERY not in environ:
        environ[_QUERY] = _read(environ)
    return cast(Query | None, environ[_QUERY])


def _read(environ: dict[str, Any]) -> Query | None:
    if environ["PATH_INFO"] != "/sparql" or environ["REQUEST_METHOD"] != "GET":
        return None
    if any(environ.get(name) for name in _UNUSUAL):
        return None
    given = parse_qs(environ["QUERY_STRING"], keep_blank_values=True)
    media = _media(environ.get("HTTP_ACCEPT", ""))
    if media is None or not given.keys() <= _PARAMETERS or len(given.get("query", ())) != 1:
        return None
    [sparql] = given["query"]
    if not is_plain(sparql):
        return None
    base = f"{environ['wsgi.url_scheme']}://{environ.get('HTTP_HOST', '')}/sparql"
    default, named = (tuple(given.get(f"{n}-graph-uri", ())) for n in ("default", "named"))
    if default or named:
        return Query(sparql, *media, default, named, base=base)
    return Query(sparql, *media, base=base)


@lru_cache(maxsize=256)
def _media(accept: str) -> tuple[str | None, str | None] | None:
    """The forms for rows and graphs, where a program asks that takes one of them at least."""
    forms = best(accept, (*RESULTS, HTML)), best(accept, (*GRAPHS, HTML))
    return None if HTML in forms or not any(forms) else forms
