"""Which workers there are, what each is at, and who may have one next.

All normal workers serve the fast lane. One whose query outlasts its budget moves to the slow
lane for good, where the kernel gives it what the fast lane leaves, and a new one takes its place.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from service.store.workers.errors import Busy, Gone
from service.store.workers.limits import Limits
from service.store.workers.process import Job, Verdict, Worker

_GLANCE = 0.1  # seconds between looks whether a waiting client has gone


class Counts(NamedTuple):
    """Workers by lane and what they are at; questions that wait, by lane."""

    workers: dict[tuple[str, str], int]
    waiting: dict[str, int]


class Ticket(NamedTuple):
    """Waits for a worker of the fast lane without a thread.

    `take` is called once, with the lock held: with the worker, or with None where none is free
    in time or nobody waits any more.
    """

    job: Job
    take: Callable[[Worker | None], None]


@dataclass
class Lanes:
    """Guarded by `lock`; of those who wait, only who can go on is woken."""

    limits: Limits
    lock: threading.RLock = field(default_factory=threading.RLock)
    idle: list[Worker] = field(default_factory=list)
    idle_slow: list[Worker] = field(default_factory=list)
    busy: list[Worker] = field(default_factory=list)
    starting: list[Worker] = field(default_factory=list)  # or opening a newer snapshot
    dying: list[Worker] = field(default_factory=list)
    is_closed: bool = False
    _waiting: dict[bool, int] = field(default_factory=lambda: {False: 0, True: 0})
    _tickets: deque[Ticket] = field(default_factory=deque)
    _was_thread: bool = False

    def __post_init__(self) -> None:
        self._free_one = {slow: threading.Condition(self.lock) for slow in (False, True)}

    def take(self, job: Job, *, is_slow: bool) -> Worker:
        """A worker for a job, as soon as one is free. Raises Busy or Gone."""
        with self.lock:
            if self._queue(is_slow) >= self._room(is_slow):
                raise Busy("too many queries wait already: try again in a moment")
            self._waiting[is_slow] += 1
            try:
                worker = self._wait(job, is_slow=is_slow)
            finally:
                self._waiting[is_slow] -= 1
            return self._begin(worker, job)

    def ask_for(self, ticket: Ticket) -> Worker | None:
        """A worker of the fast lane if one is idle, else the ticket gets it. Raises Busy."""
        with self.lock:
            if self.idle and not self._waiting[False] and not self._tickets:
                return self._begin(self.idle.pop(), ticket.job)
            if self.is_closed or self._queue(False) >= self._room(False):
                raise Busy("too many queries wait already: try again in a moment")
            self._tickets.append(ticket)
            return None

    def tend(self, now: float) -> None:
        """Send away whose time is over or whose client has gone; give out what is idle."""
        with self.lock:
            over = [t for t in self._tickets if t.job.gone.is_set() or now > t.job.deadline]
            for ticket in list(self._tickets) if self.is_closed else over:
                self._tickets.remove(ticket)
                ticket.take(None)
            for _ in range(len(self.idle)):
                self._wake()

    def _begin(self, worker: Worker, job: Job) -> Worker:
        worker.job = job._replace(started=time.monotonic())
        worker.is_streaming, worker.verdict = False, None
        self.busy.append(worker)
        return worker

    @property
    def waiting(self) -> int:
        """How many jobs wait for a worker."""
        return sum(self._waiting.values()) + len(self._tickets)

    def _queue(self, is_slow: bool) -> int:
        return self._waiting[is_slow] + (0 if is_slow else len(self._tickets))

    def _room(self, is_slow: bool) -> int:
        return self.limits.slow_queue if is_slow else self.limits.fast_queue

    def _wait(self, job: Job, *, is_slow: bool) -> Worker:
        patience = job.started + self.limits.timeout  # a dump may take longer, but not wait
        while True:
            if job.gone.is_set():
                raise Gone("the client has gone")
            if self.is_closed or time.monotonic() > min(job.deadline, patience):
                raise Busy("no worker came free in time: try again later")
            if worker := self._free(is_slow=is_slow):
                return worker
            self._free_one[is_slow].wait(_GLANCE)

    def _free(self, *, is_slow: bool) -> Worker | None:
        if not is_slow:
            return self.idle.pop() if self.idle else None
        if self.slow_running() >= self.limits.slow:
            return None
        if self.idle_slow:
            return self.idle_slow.pop()
        if len(self.idle) < 2:  # the last one is for a light question
            return None
        worker = self.idle.pop()
        worker.slow_down()
        return worker

    def _wake(self) -> None:
        if self.idle and self._waiting[False] and not (self._tickets and self._was_thread):
            self._was_thread = True
            self._free_one[False].notify()
        elif self.idle and self._tickets:
            self._was_thread = False
            ticket = self._tickets.popleft()
            ticket.take(self._begin(self.idle.pop(), ticket.job))
        if self._waiting[True] and self.slow_running() < self.limits.slow:
            self._free_one[True].notify()

    def slow_running(self) -> int:
        """How many workers of the slow lane are at work on what isn't half sent yet."""
        return sum(worker.is_slow and not worker.is_streaming for worker in self.busy)

    def surplus(self) -> list[Worker]:
        """Those with half-sent answers beyond `overflow`: most wait for a slow reader."""
        half_sent = [w for w in self.busy if w.is_slow and w.is_streaming and not w.verdict]
        return half_sent[self.limits.overflow :]

    def give_back(self, worker: Worker) -> None:
        """A worker has done its job; too many slow ones are let go."""
        with self.lock:
            self._forget(worker)
            known = self.idle_slow if worker.is_slow else self.idle
            if self.is_closed or worker.verdict or len(known) >= self._most(worker):
                worker.kill(Verdict.CLOSED)
                self.dying.append(worker)
            else:
                known.append(worker)
            self._wake()

    def end(self, worker: Worker, verdict: Verdict) -> None:
        """End a worker, whatever it is at."""
        with self.lock:
            self._forget(worker)
            worker.kill(verdict)
            self.dying.append(worker)
            self._wake()

    def _most(self, worker: Worker) -> int:
        return self.limits.slow if worker.is_slow else self.limits.fast

    def drop(self, worker: Worker) -> None:
        """A worker has ended and is buried."""
        with self.lock:
            self._forget(worker)
            self._wake()

    def _forget(self, worker: Worker) -> None:
        worker.job = None
        for known in (self.busy, self.idle, self.idle_slow, self.starting):
            if worker in known:
                known.remove(worker)

    def missing(self) -> int:
        """How many normal workers are to be started."""
        normal = [*self.idle, *self.starting, *(w for w in self.busy if not w.is_slow)]
        return self.limits.fast - len(normal)

    def counts(self) -> Counts:
        """How many workers and questions there are of each kind now."""
        with self.lock:
            slow = sum(worker.is_slow for worker in self.busy)
            workers = {
                ("fast", "busy"): len(self.busy) - slow,
                ("fast", "idle"): len(self.idle),
                ("slow", "busy"): slow,
                ("slow", "idle"): len(self.idle_slow),
                ("any", "starting"): len(self.starting),
            }
            return Counts(workers, {"fast": self._queue(False), "slow": self._queue(True)})

    def everyone(self) -> list[Worker]:
        """All workers."""
        return [*self.idle, *self.idle_slow, *self.busy, *self.starting]
