"""Look-ups that are bounded by what they are, answered in the server's own process.

One triple pattern with a constant subject or object and distinct variables, without anything
else, is a walk along one range of one index: every step gives a row, nothing is joined, sorted,
grouped or tested. So many rows at most are asked for; where there are more a worker answers.
"""

import re
import time
from collections.abc import Mapping

import pyoxigraph as ox

from ontology.terms import PREFIXES
from service.http.reader import Reader
from service.http.results import Remembered
from service.store.workers.answering import used
from service.store.workers.work import Kind, Query, Snapshot

_MOST = 250  # rows
_LONGEST = 4000  # characters of a query, which are matched on the event loop
# Seconds of the processor that only a range full of rows that were removed takes, or a cold store.
# After so many of them workers are asked everything, until the store has changed.
_LONG, _OFTEN = 0.02, 10
_ROW: Mapping[str, bytes] = {  # at least as often in an answer as it has rows, but one
    "application/sparql-results+json": b"},{",
    "application/json": b"},{",
    "application/sparql-results+xml": b"<result>",
    "text/csv": b"\n",
    "text/tab-separated-values": b"\n",
}
_IRI = r'<[^<>"{}|^`\\\x00-\x20]*+>'
_NAME = r"(?:[a-z][\w-]*+)?:[\w-]*+"
_STRING = r'"[^"\\\n\r]*+"'
_CONSTANT = rf"(?:{_IRI}|{_NAME}|{_STRING}(?:@[a-z]++(?:-[a-z0-9]++)*+|\^\^(?:{_IRI}|{_NAME}))?)"
_VARIABLE = r"[?$][a-z]\w*+"
_BOUNDED = re.compile(
    rf"""\s*+(?:PREFIX\s++(?:[a-z][\w-]*+)?:\s*+{_IRI}\s*+)*+
    (?:(?P<rows>SELECT)\s++(?:\*|{_VARIABLE}(?:\s++{_VARIABLE})*+)|ASK)\s*+(?:WHERE\s*+)?
    \{{\s*+(?:(?P<s>{_VARIABLE})|{_CONSTANT})\s++(?:(?P<p>{_VARIABLE})|a|{_CONSTANT})\s++
    (?:(?P<o>{_VARIABLE})|{_CONSTANT})\s*+(?:\.\s*+)?\}}\s*+(?:LIMIT\s++(?P<most>[0-9]{{1,6}})\s*+)?""",
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)


class AtOnce:
    """Asks the snapshot that the server itself has open; in one thread."""

    def __init__(self, reader: Reader, largest: int) -> None:
        self._reader = reader
        self._largest = largest
        self._source: Snapshot | None = None
        self._overruns = 0

    def answer(self, query: Query, source: Snapshot) -> Remembered | None:
        """The whole answer, or None where a worker must give it."""
        text = bounded(query.sparql)
        if text is None or query.results not in _ROW or query.default is not None:
            return None
        if self._is_weary(source):
            return None
        begun = time.thread_time()
        try:
            with self._reader.open_already(source) as opened:
                found = self._ask(opened.store, text, query) if opened else None
        except (SyntaxError, ValueError, RuntimeError, OSError):  # a worker tells why
            return None
        self._overruns += time.thread_time() - begun > _LONG
        return found

    def _is_weary(self, source: Snapshot) -> bool:
        if self._source != source:
            self._source, self._overruns = source, 0
        return self._overruns >= _OFTEN

    def _ask(self, store: ox.Store, text: str, query: Query) -> Remembered | None:
        media = query.results or ""
        results = store.query(text, base_iri=query.base, prefixes=used(PREFIXES, text))
        if isinstance(results, ox.QueryTriples):
            return None
        body = results.serialize(format=ox.QueryResultsFormat.from_media_type(media))
        if body is None or (self._largest and len(body) > self._largest):
            return None
        if isinstance(results, ox.QueryBoolean):
            return Remembered(Kind.BOOLEAN, media, body)
        if body.count(_ROW[media]) >= _MOST - 1:
            return None
        return Remembered(Kind.SOLUTIONS, media, body)


def bounded(sparql: str) -> str | None:
    """The query with a bound to its rows, None where it isn't bounded by what it is."""
    if len(sparql) > _LONGEST or not (found := _BOUNDED.fullmatch(sparql)):
        return None
    subject, predicate, thing, most = found.group("s", "p", "o", "most")
    variables = [name[1:] for name in (subject, predicate, thing) if name]
    if (subject and thing) or len(set(variables)) < len(variables):
        return None
    if most:
        return sparql if int(most) < _MOST else None
    return f"{sparql} LIMIT {_MOST}" if found["rows"] else sparql
