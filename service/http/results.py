"""Complete answers, remembered as long as the store's state is the same and there is room."""

import threading
from typing import NamedTuple

from cachetools import LRUCache

from service.store.workers.work import Kind, Query, Snapshot

_OVERHEAD = 1000  # bytes that an answer takes besides its body and query
_SHARE = 4  # no answer takes more than this part of the room


class Remembered(NamedTuple):
    """An answer, all of it."""

    kind: Kind
    media: str
    body: bytes


Key = tuple[str, Query]


class Results:
    """Bounded in bytes; what was asked longest ago goes first."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._lock = threading.Lock()
        self._held: LRUCache[Key, tuple[Remembered, int]] = LRUCache(
            room, getsizeof=lambda held: held[1]
        )

    @property
    def size(self) -> int:
        """Bytes that are taken."""
        return int(self._held.currsize)

    def get(self, snapshot: Snapshot, query: Query) -> Remembered | None:
        """The answer that this snapshot gave."""
        with self._lock:
            found = self._held.get((snapshot.name, query))
        return found[0] if found else None

    def keep(self, snapshot: Snapshot, query: Query, answer: Remembered) -> None:
        """Remember an answer, unless it is too long."""
        size = len(answer.body) + 4 * len(query.sparql) + _OVERHEAD
        if size * _SHARE > self._room:
            return
        with self._lock:
            self._held[snapshot.name, query] = answer, size
