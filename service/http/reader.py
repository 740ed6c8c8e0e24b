"""The last published snapshot, kept open across requests until a newer one is there."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field

import pyoxigraph as ox

from service.errors import StoreError
from service.store.directory import StoreDirectory
from service.store.workers.work import Snapshot as Source


@dataclass(frozen=True)
class Snapshot:
    """A state of the store that doesn't change; `version` names it.

    `kept` holds what was found out about it, as long as it is open. Query results must be read
    in the thread that asked: pyoxigraph aborts otherwise.
    """

    store: ox.Store
    source: Source
    kept: dict[str, object] = field(default_factory=dict, compare=False, repr=False)

    @property
    def version(self) -> str:
        """Its name."""
        return self.source.name


@dataclass
class _Opened:
    snapshot: Snapshot
    holding: AbstractContextManager[tuple[Source, ox.Store]]
    readers: int = 0


@dataclass
class Reader:
    """Opens each snapshot once for all threads; an old one closes with its last request."""

    directory: StoreDirectory
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _current: _Opened | None = None
    _opening: threading.Thread | None = None

    @property
    def version(self) -> str:
        """The store's present state; another store at the same path has another.

        Raises NoStore where it has gone since the service began.
        """
        return self.directory.current().name

    @contextmanager
    def open_already(self, source: Source) -> Iterator[Snapshot | None]:
        """The snapshot, if it is open; where it isn't, a thread opens it for those to come."""
        with self._lock:
            opened = self._current
            if opened is None or opened.snapshot.source != source:
                self._open_soon()
                yield None
                return
            opened.readers += 1
        try:
            yield opened.snapshot
        finally:
            with self._lock:
                opened.readers -= 1
                self._close_unused(opened)

    @contextmanager
    def reading(self) -> Iterator[Snapshot]:
        """The last published snapshot, for one request."""
        with self._lock:
            opened = self._fresh()
            opened.readers += 1
        try:
            yield opened.snapshot
        finally:
            with self._lock:
                opened.readers -= 1
                self._close_unused(opened)

    def close(self) -> None:
        """Let go of the snapshot as soon as no request reads it."""
        with self._lock:
            before, self._current = self._current, None
            if before:
                self._close_unused(before)

    def _open_soon(self) -> None:
        if self._opening is None or not self._opening.is_alive():
            self._opening = threading.Thread(target=self._open, name="opening", daemon=True)
            self._opening.start()

    def _open(self) -> None:
        with suppress(StoreError), self.reading():  # who asks for it is told that it has gone
            return

    def _fresh(self) -> _Opened:
        if self._current is None or self._current.snapshot.version != self.version:
            holding = self.directory.holding()
            source, store = holding.__enter__()
            before, self._current = self._current, _Opened(Snapshot(store, source), holding)
            if before:
                self._close_unused(before)
        return self._current

    def _close_unused(self, opened: _Opened) -> None:
        if opened is not self._current and not opened.readers:
            opened.holding.__exit__(None, None, None)
