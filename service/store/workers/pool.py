"""Answers queries in worker processes: bounded in time, memory and number, in two lanes."""

import threading
import time
import weakref
from collections.abc import Callable, Mapping
from typing import NamedTuple

import pyoxigraph as ox

from service.store.directory import StoreDirectory
from service.store.workers import errors
from service.store.workers.answers import Answer
from service.store.workers.call import Again, Call
from service.store.workers.keeper import Keeper
from service.store.workers.lanes import Lanes, Ticket
from service.store.workers.limits import Limits
from service.store.workers.process import Job, Worker
from service.store.workers.shapes import SlowShapes, shape_of
from service.store.workers.work import ROWS, Dump, Kind, Query, Snapshot, Start, Task, Work

_NEVER = threading.Event()
_STARTING = 30.0  # seconds that the first worker may take to start
_GLANCE = 0.005  # seconds between looks


class NotLight(Exception):
    """The slow lane's: a thread must wait for it."""


class Begun(NamedTuple):
    """Work that a worker is at."""

    call: Call
    work: Work
    snapshot: Snapshot

    def answer(self) -> Answer:
        """Waits for its first part. Raises QueryFailed, or Again where it must begin anew."""
        call, first = self.call, self.call.more()
        media = _media(self.work, first.kind)
        return Answer(first.kind, media, self.snapshot, [first], call.more, call.leave)


class Pool:
    """Starts its processes with the first question, unless `start` was called before."""

    def __init__(
        self,
        directory: StoreDirectory,
        limits: Limits | None = None,
        prefixes: Mapping[str, str] | None = None,
    ) -> None:
        self.directory = directory
        self.limits = limits or Limits()
        self.lanes = Lanes(self.limits)
        self._slow = SlowShapes()
        birth = Start(dict(prefixes or {}), self.limits.memory, self.limits.largest)
        self._keeper = Keeper(self.lanes, self._slow, birth, directory.current, directory.sweep)
        weakref.finalize(self, self._keeper.let_go)  # whoever forgets to close it
        self._starting = threading.Lock()
        self._is_started = False

    def start(self) -> None:
        """Start the workers, and wait for the first. Raises Lost where none can be started."""
        with self._starting:
            if not self._is_started:
                self._keeper.start()
                until = time.monotonic() + _STARTING
                while not self.lanes.idle:
                    if time.monotonic() > until:
                        raise errors.Lost("the processes that answer queries can't be started")
                    time.sleep(_GLANCE)
                self._is_started = True

    def close(self) -> None:
        """End all workers; answers under way break off."""
        with self._starting:
            self._keeper.stop()
            self._is_started = True

    def answer(
        self, work: Work, at: Snapshot | None = None, gone: threading.Event | None = None
    ) -> Answer:
        """The answer to a query, from the snapshot `at`, which the caller holds, or the newest.

        `gone` is set when nobody waits any more. Raises QueryFailed and its kinds.
        """
        job = self._job(work, gone)
        while True:
            try:
                return self._ask(work, at, job)
            except Again as again:
                if at and again.fault:
                    raise errors.Lost("the snapshot that was asked is no longer there") from again

    def ask_for(
        self, work: Work, gone: threading.Event, take: Callable[[Worker | None], None]
    ) -> Worker | None:
        """A worker for `begin`, now or by `take` later, as Ticket has it; no thread waits.

        Raises Busy, and NotLight for what belongs into the slow lane.
        """
        job = self._job(work, gone)
        if job.shape in self._slow:
            raise NotLight
        return self.lanes.ask_for(Ticket(job, take))

    def begin(self, worker: Worker, work: Work) -> "Begun":
        """Give it to a worker. Raises Again where that one has ended."""
        call = Call(self.lanes, self._slow, worker)
        snapshot = self.directory.current()
        call.tell(Task(snapshot, work))
        return Begun(call, work, snapshot)

    def _job(self, work: Work, gone: threading.Event | None) -> Job:
        if not self._is_started:
            self.start()
        now = time.monotonic()
        allowed = self.limits.dump if isinstance(work, Dump) else self.limits.timeout
        return Job(shape_of(work), now, now + allowed, gone or _NEVER, allowed)

    def select(self, sparql: str, at: Snapshot | None = None) -> ox.QuerySolutions:
        """The rows of a SELECT, all of them here."""
        answer = self.answer(Query(sparql, ROWS, None), at)
        found = ox.parse_query_results(answer.body, format=ox.QueryResultsFormat.JSON)
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError(f"no SELECT: {sparql}")
        return found

    def wait_for(self, version: int, seconds: float) -> bool:
        """Wait until the snapshot of this number, or a later one, serves; whether it does."""
        until = time.monotonic() + seconds
        while self.directory.current().number < version:
            if time.monotonic() > until:
                return False
            time.sleep(_GLANCE)
        return True

    def _ask(self, work: Work, at: Snapshot | None, job: Job) -> Answer:
        worker = self.lanes.take(job, is_slow=job.shape in self._slow)
        call = Call(self.lanes, self._slow, worker)
        snapshot = at or self.directory.current()
        call.tell(Task(snapshot, work))
        return Begun(call, work, snapshot).answer()


def _media(work: Work, kind: Kind) -> str:
    if isinstance(work, Dump):
        return work.media
    return (work.graph if kind is Kind.GRAPH else work.results) or ""
