"""What exports read: rows and quads of one snapshot, asked of the workers like any question."""

import re
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

import pyoxigraph as ox

from service.store.terms import INTERNAL
from service.store.workers.pool import Pool
from service.store.workers.work import ROWS, Dump, Query, Snapshot, Whole

Item = TypeVar("Item")
BATCH = 200  # things asked for at once: a light question each, which keeps no worker for long
_LINES = 5000  # quads that are turned into another form at once
_NQUADS = "application/n-quads"
_OURS = re.compile(rb' <%b[^<>" ]*> \.$' % re.escape(INTERNAL).encode())


def _silent(_: int) -> None:
    return


@dataclass(frozen=True)
class Source:
    """A snapshot that the caller holds until the export's end.

    Values of `hidden` properties are kept back; `told` hears of so many things or quads done.
    """

    pool: Pool
    at: Snapshot
    gone: threading.Event | None = None
    hidden: frozenset[str] = frozenset()
    told: Callable[[int], None] = field(default=_silent, compare=False)

    def rows(self, sparql: str) -> Iterator[ox.QuerySolution]:
        """The solutions of a SELECT."""
        answer = self.pool.answer(Query(sparql, ROWS, None), self.at, self.gone)
        found = ox.parse_query_results(answer.body, format=ox.QueryResultsFormat.JSON)
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError(f"no SELECT: {sparql}")
        yield from found

    def quads(self, pattern: str) -> Iterator[ox.Quad]:
        """What a pattern of ?s ?p ?o, and ?g for a named graph, matches."""
        for row in self.rows(f"SELECT DISTINCT ?s ?p ?o ?g WHERE {{ {pattern} }}"):
            if row["p"].value not in self.hidden:
                yield ox.Quad(row["s"], row["p"], row["o"], row["g"] or ox.DefaultGraph())

    def lines(self, graph: Whole) -> Iterator[list[bytes]]:
        """Quads as lines of N-Quads, in the order of the store, without its own bookkeeping."""
        answer = self.pool.answer(Dump(graph, _NQUADS), self.at, self.gone)
        hidden = {f"<{iri}>".encode() for iri in self.hidden}
        try:
            for lines in batched(_lines(answer.chunks), _LINES):
                shown = [line for line in lines if _is_shown(line, hidden)]
                self.told(len(lines))
                yield shown
        finally:
            answer.close()


def _lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\n")
        yield from whole
    if rest:
        yield rest


def _is_shown(line: bytes, hidden: set[bytes]) -> bool:
    if hidden and line.split(b" ", 2)[1] in hidden:
        return False
    return _OURS.search(line) is None


def batched(items: Iterable[Item], size: int = BATCH) -> Iterator[list[Item]]:
    """Lists of so many, the last one shorter."""
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
