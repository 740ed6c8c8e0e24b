"""Asks the pool for a request: by the forms it takes, through the results that are remembered."""

import io
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any, cast

import pyoxigraph as ox
from flask import Response, g, request
from werkzeug.exceptions import BadRequest, HTTPException, NotAcceptable

from service.http.federating import without_services
from service.http.formats import GRAPHS, HTML, RESULTS, chosen, content_type
from service.http.results import Remembered
from service.http.state import ASKED, State, snapshot, state
from service.sparql_text import excess
from service.store.workers.answers import Answer
from service.store.workers.call import Again
from service.store.workers.errors import NoForm
from service.store.workers.pool import Begun
from service.store.workers.work import ROWS, TRIPLES, Kind, Query, Snapshot

GONE = "communique.gone"  # in the environ: an event that is set when the client has gone
OUTCOME = "communique.outcome"  # in the environ: a query, and what became of it
BEGUN = "communique.begun"  # in the environ: an answer to the same that is under way
# Bytes that are waited for before an answer begins: what fails until then has its own status,
# and a slow client of a shorter answer keeps no worker.
AHEAD = 4 * 1024 * 1024
Found = Remembered | Answer
Results = ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple]


@dataclass(frozen=True)
class Operation:
    """A query with the dataset that the protocol's parameters give it."""

    query: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    base: str | None = None

    def work(self, results: str | None, graph: str | None) -> Query:
        """As work for a pool, once it is known to be bearable and to ask nobody else.

        The protocol's dataset replaces the query's own; a part that isn't given is empty.
        """
        query = without_services(self.query)
        if reason := excess(query):
            raise BadRequest(f"the query is too large: {reason}")
        if self.default or self.named:
            return Query(query, results, graph, self.default, self.named, self.base)
        return Query(query, results, graph, base=self.base)


@dataclass(frozen=True)
class Forms:
    """What a client takes for rows and for graphs: a media type, or why there is none."""

    results: str | HTTPException
    graph: str | HTTPException

    def wanted(self, kind: Kind) -> str | HTTPException:
        """The form for an answer of this kind."""
        return self.graph if kind is Kind.GRAPH else self.results


def forms() -> Forms:
    """The forms that this request takes. Raises where it takes none at all."""
    found = Forms(_form(tuple(RESULTS)), _form(tuple(GRAPHS)))
    if isinstance(found.results, HTTPException) and isinstance(found.graph, HTTPException):
        raise found.results
    return found


def _form(offered: tuple[str, ...]) -> str | HTTPException:
    try:
        return chosen(request, (*offered, HTML))
    except (BadRequest, NotAcceptable) as refusal:
        return refusal


def asked(operation: Operation, taken: Forms) -> Found:
    """The answer in the form that the client takes; for a page, in one that `read` reads."""
    at = snapshot().source if HTML in {taken.results, taken.graph} else None
    query = operation.work(_machine(taken.results, ROWS), _machine(taken.graph, TRIPLES))
    try:
        return ask(query, at)
    except NoForm as error:
        refusal = taken.graph if str(error) == "graph" else taken.results
        raise (refusal if isinstance(refusal, HTTPException) else NotAcceptable()) from error


def _machine(form: str | HTTPException, instead: str) -> str | None:
    if isinstance(form, HTTPException):
        return None
    return instead if form == HTML else form


def sent(found: Found) -> Response:
    """An answer as it is."""
    media = content_type(found.media)
    if isinstance(found, Remembered):
        return Response(found.body, content_type=media)
    response = Response(found.chunks, content_type=media)
    response.call_on_close(found.close)
    return response


def ask(query: Query, at: Snapshot | None = None) -> Found:
    """The answer: whole, remembered from before or now, or the beginning of a long one."""
    known = state()
    setattr(g, ASKED, query.sparql)
    if found := taken_over(request.environ, query):
        return found
    return answered(known, query, at, cast(threading.Event | None, request.environ.get(GONE)))


def answered(
    known: State,
    query: Query,
    at: Snapshot | None,
    gone: threading.Event | None,
    begun: Begun | Answer | None = None,
) -> Found:
    """The same, outside of a request; gone on with where it has `begun`."""
    held = known.results.get(at or known.reader.directory.current(), query)
    if held and not begun:
        return held
    answer = _going_on(begun) or known.pool.answer(query, at, gone)
    return remembered(known, query, answer) if answer.gather(AHEAD) else answer


def _going_on(begun: Begun | Answer | None) -> Answer | None:
    """None where it must begin anew."""
    try:
        return begun.answer() if isinstance(begun, Begun) else begun
    except Again:
        return None


def remembered(known: State, query: Query, answer: Answer) -> Remembered:
    """An answer that is complete, kept for the next who asks."""
    whole = Remembered(answer.kind, answer.media, answer.body)
    known.results.keep(answer.snapshot, query, whole)
    return whole


def taken_over(environ: Mapping[str, Any], query: Query) -> Found | None:
    """What the lean way has found for this query, or raised, before it left it to Flask."""
    asked, found = environ.get(OUTCOME, (None, None))
    if asked != query:
        return None
    if isinstance(found, Exception):
        raise found
    return cast(Found, found)


def read(found: Found) -> Results:
    """What the answer holds, to be read in this thread; not all of it need be."""
    file = io.BytesIO(found.body) if isinstance(found, Remembered) else _Chunks(found.chunks)
    if found.kind is Kind.GRAPH:
        quads = ox.parse(cast(IO[bytes], file), format=ox.RdfFormat.N_TRIPLES)
        return (quad.triple for quad in quads)
    return ox.parse_query_results(cast(IO[bytes], file), format=ox.QueryResultsFormat.JSON)


def leave(found: Found) -> None:
    """No more of it is wanted."""
    if isinstance(found, Answer):
        found.close()


class _Chunks:
    """An answer's chunks as a file that is read forward."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = b""

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes, b"" at the end."""
        if not self._left:
            self._left = next(self._chunks, b"")
        size = len(self._left) if size < 0 else size
        taken, self._left = self._left[:size], self._left[size:]
        return taken
