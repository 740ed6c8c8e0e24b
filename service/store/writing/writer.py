"""Others' writes, one after the other; those that wait together share a lock and a snapshot."""

import queue
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import NamedTuple

from service.errors import CommuniqueError, StoreBusy, StoreError, UsageError
from service.store.directory import StoreDirectory, Turn
from service.store.workers.errors import Busy, Lost, Malformed, QueryFailed
from service.store.writing.child import Child
from service.store.writing.errors import Conflict
from service.store.writing.work import Done, Plan, Refused, Work

_TOGETHER = 0.1  # seconds in which writes join those before them
_LINGERING = 0.05  # seconds that the store stays open for one more write
_HOLDING = 2.0  # seconds after which other processes have their turn, who look every 0.25
_PAUSE = 0.3
_WAITING = 64  # writes that may wait


class Written(NamedTuple):
    """A write that was carried out, and the number of the first snapshot that holds it."""

    done: Done
    version: int


class _Job(NamedTuple):
    work: Work | Plan
    future: "Future[Written]"


@dataclass
class Writer:
    """Belongs to one server; takes the store's lock only while there is something to write."""

    directory: StoreDirectory
    seconds: float
    memory: int = 0
    _jobs: "queue.Queue[_Job]" = field(default_factory=lambda: queue.Queue(_WAITING))
    _starting: threading.Lock = field(default_factory=threading.Lock)
    _thread: threading.Thread | None = None
    _child: Child | None = None

    def write(self, work: Work | Plan) -> Written:
        """Carry it out and wait until its snapshot is published.

        Raises QueryFailed, with nothing changed, StoreError where the store can't be had, or
        what a plan raises.
        """
        job = _Job(work, Future())
        try:
            self._jobs.put_nowait(job)
        except queue.Full:
            raise Busy(f"{_WAITING} writes wait already") from None
        self._start()
        return job.future.result()

    def _start(self) -> None:
        with self._starting:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """End the writing process; nothing may be written any more."""
        with self._starting:
            if self._child:
                self._child.kill()

    def _run(self) -> None:
        while True:
            jobs = _Jobs(self._jobs)
            try:
                with self.directory.lending("update over HTTP") as turn:
                    self._hold(turn, jobs)
            except StoreBusy as error:
                jobs.fail(error, also_waiting=True)
            except CommuniqueError as error:
                jobs.fail(error)
            except OSError as error:  # a full disk, a store that has gone
                jobs.fail(StoreError(f"{self.directory.path}: {error}"))
            finally:
                jobs.fail(Lost("the write was given up: see the server's log"))
            if not self._jobs.empty():
                time.sleep(_PAUSE)

    def _hold(self, turn: Turn, jobs: "_Jobs") -> None:
        try:
            for batch in jobs.batches():
                self._write_batch(turn, batch)
        finally:
            if self._child:
                self._child.close()

    def _write_batch(self, turn: Turn, batch: Iterator[_Job]) -> None:
        """Carry out what waits, then publish it all at once; a plan wants the last published."""
        carried: list[_Carried] = []
        for job in batch:
            if isinstance(job.work, Plan) and (carried or turn.is_behind):
                self._publish(turn, carried)
                carried = []
            answer = self._carry_out(turn, job)
            if answer:
                carried.append(answer)
        if carried:
            self._publish(turn, carried)

    def _publish(self, turn: Turn, carried: list["_Carried"]) -> None:
        number, folder = turn.next()
        self._opened(turn).publish(folder)
        reached = [one.reached for one in carried]
        known = [one for one in reached if one is not None]
        turn.announce(number, frozenset[str]().union(*known) if known == reached else None)
        for one in carried:
            one.job.future.set_result(Written(one.done, number))

    def _carry_out(self, turn: Turn, job: _Job) -> "_Carried | None":
        try:
            work, reached = _made(turn, job.work)
            answer = self._opened(turn).carry_out(work, self.seconds)
        except (QueryFailed, UsageError) as error:
            job.future.set_exception(error)
            return None
        if isinstance(answer, Refused):
            kind = Malformed if answer.malformed else Conflict
            job.future.set_exception(kind(answer.reason))
            return None
        return _Carried(job, answer, reached)

    def _opened(self, turn: Turn) -> Child:
        """The writing process with the store open: a new one where the last was killed."""
        with self._starting:
            if self._child is None or not self._child.is_alive:
                self._child = Child(self.memory)
            child = self._child
        if not child.is_open:
            child.open(turn.data)
        return child


class _Carried(NamedTuple):
    """A job that was done; `reached` is None where nobody knows what it reached."""

    job: _Job
    done: Done
    reached: frozenset[str] | None


def _made(turn: Turn, work: Work | Plan) -> tuple[Work, frozenset[str] | None]:
    """The work itself; a plan's is made of the snapshot, which is the store's present state."""
    if not isinstance(work, Plan):
        return work, None
    with turn.directory.reading() as store:
        return work.make(store)


class _Jobs:
    """The next job, waited for, and those that come while it and they are done."""

    def __init__(self, waiting: "queue.Queue[_Job]") -> None:
        self._waiting = waiting
        self._taken = [waiting.get()]

    def batches(self) -> Iterator[Iterator[_Job]]:
        """What is to be published together, as long as more comes and others needn't wait."""
        until = time.monotonic() + _HOLDING
        yield self._batch()
        while time.monotonic() < until:
            try:
                self._taken = [self._waiting.get(timeout=_LINGERING)]
            except queue.Empty:
                return
            yield self._batch()

    def _batch(self) -> Iterator[_Job]:
        until = time.monotonic() + _TOGETHER
        yield self._taken[0]
        while time.monotonic() < until:
            try:
                job = self._waiting.get_nowait()
            except queue.Empty:
                return
            self._taken.append(job)
            yield job

    def fail(self, error: Exception, *, also_waiting: bool = False) -> None:
        """Tell whoever has had no answer yet."""
        while also_waiting and not self._waiting.empty():
            self._taken.append(self._waiting.get_nowait())
        for job in self._taken:
            if not job.future.done():
                job.future.set_exception(error)
