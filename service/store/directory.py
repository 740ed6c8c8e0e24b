"""A store on disk: the writer's data, and snapshots that readers open."""

import json
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import portalocker
import pyoxigraph as ox

from service.errors import NoStore, StoreBusy, StoreError, WrongFormat
from service.store.folder import busy, format_of, missing
from service.store.search.changes import Entry, began, did_nothing, ended
from service.store.search.following import follow
from service.store.snapshots import discard, folder_of, vacant
from service.store.swap import finish
from service.store.vocabulary import bring_up_to_date, is_up_to_date
from service.store.workers.work import Snapshot

FORMAT = 1  # of the folder and the graph's bookkeeping: a change that old code can't read raises it
PENDING = "pending"  # a file that is there while changes wait to be published
_LEAVING = 2.0  # seconds in which a killed process lets go of its files


class Writer:
    """Holds the writer's store, which closes when its last reference goes: keep none of `graph`.

    Who knows which things a change reaches says so by `reached`: the search index looks at those
    alone, and at everything where nobody says.
    """

    def __init__(self, graph: ox.Store) -> None:
        self.graph = graph
        self.reached: Iterable[str] | None = None


class StoreDirectory:
    """A folder with `format.json`, `data/` (the writer's), `snapshots/N/` and `current`.

    Readers open only the last published snapshot; one writer at a time holds the lock.
    """

    def __init__(self, path: Path, lock_timeout: float = 60.0) -> None:
        self.path = path
        self.lock_timeout = lock_timeout
        self._pointer = str(path / "current")
        self._pending = path / PENDING
        self._known: tuple[tuple[int, int], Snapshot] | None = None
        self._check()

    @classmethod
    def create(cls, path: Path, lock_timeout: float = 60.0) -> "StoreDirectory":
        """The store at `path`, made where nothing or an empty folder is."""
        if not (path / "format.json").exists():
            _make(path)
        return cls(path, lock_timeout)

    def _check(self) -> None:
        marker = self.path / "format.json"
        if not marker.is_file():
            raise NoStore(missing(self.path))
        found = format_of(marker)
        if found != FORMAT:
            raise WrongFormat(
                f"{self.path}: the store has format {found}, this version reads {FORMAT}: "
                "load its articles into a new store"
            )

    @property
    def version(self) -> int:
        """The number of the last published snapshot; it grows with every change."""
        return int((self.path / "current").read_text(encoding="ascii"))

    def current(self) -> Snapshot:
        """The last published snapshot; asked often, so a file is read only when it has changed.

        Raises NoStore where the store has gone.
        """
        try:
            found = os.stat(self._pointer)  # noqa: PTH116 half the price of Path.stat
            key = found.st_mtime_ns, found.st_ino
            known = self._known
            if known is None or known[0] != key:
                number = self.version
                name = f"{number}-{found.st_mtime_ns:x}"
                known = self._known = key, Snapshot(str(self._snapshot(number)), number, name)
        except FileNotFoundError as error:
            raise NoStore(f"{self.path}: the store has gone") from error
        return known[1]

    @contextmanager
    def writing(
        self, purpose: str = "writing", *, every: float = 0.0, vocabulary: bool = True
    ) -> Iterator["Writer"]:
        """The store, to change; what was changed is published at the end.

        With `every`, not at an end that comes sooner than so many seconds after the last
        publication: `publish_pending` must follow. Raises StoreBusy, naming the holder, when the
        lock isn't free in time.
        """
        with self._locked(purpose):
            change = began(self.path, self.version + 1)
            writer = Writer(_open(self.path / "data"))
            is_known = not vocabulary or is_up_to_date(writer.graph)
            if not is_known:
                bring_up_to_date(writer.graph)
            try:
                yield writer
            finally:
                if is_known and writer.reached is not None:
                    ended(self.path, change, writer.reached)
                if self._is_due(every):
                    self._publish(writer.graph)
                else:
                    self._pending.touch()
                del writer.graph

    def publish_pending(self) -> None:
        """Publish what a writer has left unpublished, be it that it was killed."""
        if self._pending.exists():
            with self.writing("publishing", vocabulary=False) as writer:
                writer.reached = ()

    def _is_due(self, every: float) -> bool:
        return time.time() - (self.path / "current").stat().st_mtime >= every

    @contextmanager
    def lending(self, purpose: str) -> Iterator["Turn"]:
        """The lock without the store: for a process of ours that opens `data` itself.

        Raises StoreBusy as `writing` does.
        """
        with self._locked(purpose):
            turn = Turn(self, began(self.path, self.version + 1))
            yield turn
            turn.leave()

    @contextmanager
    def reading(self) -> Iterator[ox.Store]:
        """The last published snapshot, read-only, held until the end."""
        with self.holding() as (_, store):
            yield store

    @contextmanager
    def holding(self) -> Iterator[tuple[Snapshot, ox.Store]]:
        """The same, and which it is."""
        while True:
            found = self.current()
            with Path(f"{found.folder}.lock").open("a") as held:
                portalocker.lock(held, portalocker.LockFlags.SHARED)
                if Path(found.folder).is_dir():
                    yield found, ox.Store.read_only(found.folder)
                    return

    def _snapshot(self, number: int) -> Path:
        return folder_of(self.path, number)

    @contextmanager
    def _locked(self, purpose: str) -> Iterator[None]:
        holder = self.path / "holder.json"
        lock = portalocker.Lock(
            self.path / "write.lock",
            mode="a",
            timeout=self.lock_timeout,
            flags=portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING,
        )
        try:
            lock.acquire()
        except portalocker.LockException as error:
            raise StoreBusy(busy(self.path, holder)) from error
        try:
            _write(holder, json.dumps({"pid": os.getpid(), "purpose": purpose}))
            finish(self.path)  # a restore that was killed
            yield
        finally:
            holder.unlink(missing_ok=True)
            lock.release()

    def _publish(self, store: ox.Store) -> None:
        """Make the store's present state what readers open, and clear away what nobody reads."""
        _publish(store, self.path, self.version + 1)
        self.settled()

    def follow(self) -> bool:
        """Bring the search index to what is published; whether that could be done in passing."""
        with self.holding() as (snapshot, store):
            return follow(self.path, snapshot.number, lambda: store, coming=False)

    def settled(self) -> None:
        """What is published is all that was written: nothing is pending, and old ones can go."""
        self._pending.unlink(missing_ok=True)
        self.sweep()

    def sweep(self) -> None:
        """Clear away the older snapshots that nobody reads; any process may."""
        current = self._snapshot(self.version).name
        snapshots = self.path / "snapshots"
        for name in sorted({entry.stem for entry in snapshots.iterdir()}):
            if name < current:
                discard(snapshots / name)


@dataclass
class Turn:
    """A writer's turn while the lock is held; `announce` what it copied to `next`."""

    directory: StoreDirectory
    _change: Entry

    @property
    def data(self) -> Path:
        """The writer's store."""
        return self.directory.path / "data"

    def next(self) -> tuple[int, Path]:
        """The number and the folder of the snapshot to make; nothing is there."""
        number = self.directory.version + 1
        return number, vacant(self.directory.path, number)

    @property
    def is_behind(self) -> bool:
        """Whether the last published snapshot is older than the store: a bulk load is under way."""
        return (self.directory.path / PENDING).exists()

    def announce(self, number: int, reached: Iterable[str] | None = None) -> None:
        """Readers open this snapshot from now on; old ones go that nobody reads.

        `reached` is all that has changed, where that is known.
        """
        path = self.directory.path
        if reached is not None:
            ended(path, self._change, reached)
        folder = str(folder_of(path, number))
        follow(path, number, lambda: ox.Store.read_only(folder), coming=True)
        _write(path / "current", str(number))
        self.directory.settled()
        self._change = began(path, number + 1)

    def leave(self) -> None:
        """What is published is all that was done."""
        if self._change.number > self.directory.version:
            did_nothing(self.directory.path, self._change)


def _publish(store: ox.Store, path: Path, number: int) -> None:
    folder = vacant(path, number)
    store.flush()
    store.backup(str(folder))
    follow(path, number, lambda: store, coming=True)
    _write(path / "current", str(number))


def _make(path: Path) -> None:
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise NoStore(f"{path}: not a Communiqué store, and not empty: give another --store")
    try:
        (path / "snapshots").mkdir(parents=True, exist_ok=True)
        store = _open(path / "data")
        bring_up_to_date(store)
        _publish(store, path, 1)
    except OSError as error:
        raise StoreError(f"{path}: the store can't be made: {error.strerror}") from error
    _write(path / "format.json", json.dumps({"communique-store": FORMAT}))


def _open(path: Path) -> ox.Store:
    """Waits for a writer that was killed: it may hold the files a moment longer than our lock."""
    until = time.monotonic() + _LEAVING
    while True:
        try:
            return ox.Store(str(path))
        except OSError as error:
            if "LOCK" not in str(error) or time.monotonic() > until:
                raise StoreError(f"{path}: the store can't be opened: {error}") from error
        time.sleep(0.02)


def _write(path: Path, text: str) -> None:
    """Write a small file in one step: readers see the old or the new."""
    new = path.with_name(path.name + ".new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)
