"""The thread that keeps the lanes whole: ends what outlasts its time, moves what outlasts its
budget, starts what is missing, and lets idle workers open each new snapshot before it is asked."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from service.errors import StoreError
from service.store.workers.lanes import Lanes
from service.store.workers.process import Verdict, Worker
from service.store.workers.shapes import SlowShapes
from service.store.workers.work import Snapshot, Start, Task

TICK = 0.02  # seconds between rounds
_SWEEPING = 5.0  # seconds between clearings of old snapshots
_PAUSE = 0.5  # seconds between attempts to start what ends at once
_LOG = logging.getLogger(__name__)


@dataclass
class Keeper:
    """Makes its rounds from `start` to `stop`."""

    lanes: Lanes
    slow_shapes: SlowShapes
    birth: Start
    current: Callable[[], Snapshot]
    sweep: Callable[[], None]
    _stopping: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None
    _swept: float = 0.0
    _failed: float = -1.0  # when a worker ended that was only to start

    def start(self) -> None:
        """Start all workers, and the rounds; once is enough."""
        if self._thread:
            return
        self._fill()
        self._thread = threading.Thread(target=self._run, name="keeper", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the rounds and all workers."""
        self.let_go()
        if self._thread:
            self._thread.join()
        else:
            self._end()

    def let_go(self) -> None:
        """The same, without waiting for it: whoever collects garbage may call this."""
        self._stopping.set()

    def _end(self) -> None:
        with self.lanes.lock:
            self.lanes.is_closed = True
            for worker in self.lanes.everyone():
                self.lanes.end(worker, Verdict.CLOSED)
            self.lanes.tend(time.monotonic())
        for worker in list(self.lanes.dying):
            worker.buried()
        self.lanes.dying.clear()

    def _run(self) -> None:
        while not self._stopping.wait(TICK):
            try:
                self._round()
            except OSError as error:  # no process or descriptor to be had: the next round tries
                _LOG.warning("workers can't be started: %s", error)
        self._end()

    def _round(self) -> None:
        now = time.monotonic()
        with self.lanes.lock:
            for worker in list(self.lanes.busy):
                self._judge(worker, now)
            for worker in self.lanes.surplus():
                worker.kill(Verdict.REQUEUE)
            self._bury()
            self._welcome()
            self.lanes.tend(now)
        try:
            self._fill()
            self._refresh(self.current())
            if now > self._swept + _SWEEPING:
                self._swept = now
                self.sweep()
        except StoreError:  # the store is gone for now; each request says so
            return

    def _judge(self, worker: Worker, now: float) -> None:
        job = worker.job
        if job is None or worker.verdict:
            return
        age = now - job.started
        if now > job.deadline:
            self.slow_shapes.note(job.shape, is_slow=True)
            worker.kill(Verdict.TIMEOUT)
        elif job.gone.is_set() and (worker.is_slow or age > self.lanes.limits.budget):
            worker.kill(Verdict.GONE)
        elif not worker.is_slow and age > self.lanes.limits.budget:
            self._move(worker, job.shape)

    def _move(self, worker: Worker, shape: str) -> None:
        """Out of the fast lane; where the slow one is full, it begins again when it has room."""
        self.slow_shapes.note(shape, is_slow=True)
        if worker.is_streaming or self.lanes.slow_running() < self.lanes.limits.slow:
            worker.slow_down()
        else:
            worker.kill(Verdict.REQUEUE)

    def _bury(self) -> None:
        for worker in list(self.lanes.dying):
            if worker.process.poll() is not None:
                worker.buried()
                self.lanes.dying.remove(worker)
        for worker in [*self.lanes.idle, *self.lanes.idle_slow]:
            if worker.process.poll() is not None:
                worker.buried()
                self.lanes.drop(worker)

    def _welcome(self) -> None:
        """Those who have opened their snapshot can work."""
        for worker in list(self.lanes.starting):
            if worker.has_spoken():
                try:
                    worker.hear()
                except (EOFError, OSError):
                    self._failed = time.monotonic()
                    self.lanes.end(worker, Verdict.CLOSED)
                else:
                    self.lanes.give_back(worker)

    def _fill(self) -> None:
        if time.monotonic() < self._failed + _PAUSE:
            return
        for _ in range(self.lanes.missing()):
            task = Task(self.current(), None)
            worker = Worker.spawn(self.birth)
            with self.lanes.lock:
                self.lanes.starting.append(worker)
            worker.tell(task)

    def _refresh(self, snapshot: Snapshot) -> None:
        """One idle worker a round opens the newest snapshot; the others serve meanwhile."""
        with self.lanes.lock:
            for known in (self.lanes.idle, self.lanes.idle_slow):
                old = next((w for w in known if w.snapshot != snapshot.name), None)
                if old:
                    known.remove(old)
                    self.lanes.starting.append(old)
                    old.tell(Task(snapshot, None))
