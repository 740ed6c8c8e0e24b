"""One piece of work at one worker, until the answer is complete or can't be."""

import signal
import time
from collections.abc import Mapping

from service.store.workers import errors
from service.store.workers.lanes import Lanes
from service.store.workers.messages import Failure, Part
from service.store.workers.process import Verdict, Worker
from service.store.workers.shapes import SlowShapes
from service.store.workers.work import Fault, Task

_QUICK = 0.1  # seconds: a question of a slow shape that takes less is slow no more
_DEAD = 0.05  # seconds: a worker that is found dead so soon was killed while it was idle
_FAILURES: Mapping[Fault, type[errors.QueryFailed]] = {
    Fault.MALFORMED: errors.Malformed,
    Fault.NO_FORM: errors.NoForm,
    Fault.NO_GRAPH: errors.NoGraph,
    Fault.TOO_LARGE: errors.TooLarge,
    Fault.TOO_MUCH_MEMORY: errors.TooMuchMemory,
}
_NO_MEMORY = "the query needs more memory than it may have: ask for less at once"
# Oxigraph and RocksDB abort where memory is refused; the kernel kills where there is none.
_ABORTS = {-signal.SIGABRT, -signal.SIGSEGV}


class Again(Exception):
    """The work must be given to another worker; `fault` where its snapshot is not there."""

    def __init__(self, fault: Fault | None = None) -> None:
        super().__init__(fault)
        self.fault = fault


class Call:
    """Gives the worker back when it is done, and sees to its end when it isn't."""

    def __init__(self, lanes: Lanes, slow_shapes: SlowShapes, worker: Worker) -> None:
        self._lanes = lanes
        self._slow_shapes = slow_shapes
        self._worker = worker
        self._is_over = False
        self._told = time.monotonic()
        self._allowed = worker.job.allowed if worker.job else lanes.limits.timeout

    def fileno(self) -> int:
        """What shows that `more` would return at once."""
        return self._worker.connection.fileno()

    def tell(self, task: Task) -> None:
        """Give the worker its work. Raises Again where it ended while it was idle."""
        try:
            self._worker.tell(task)
        except OSError as error:
            self._bury()
            raise Again from error

    def more(self) -> Part:
        """The next part. Raises QueryFailed, or Again before the first."""
        try:
            heard = self._worker.hear()
        except (EOFError, OSError) as error:
            raise self._reason(self._bury()) from error
        if isinstance(heard, Failure):
            self._done()
            raise self._failure(heard)
        if heard.is_last:
            self._done()
        else:
            self._worker.is_streaming = True
        return heard

    def leave(self) -> None:
        """Nobody wants the rest."""
        if not self._is_over:
            self._is_over = True
            self._lanes.end(self._worker, Verdict.GONE)

    def _age(self) -> float:
        return time.monotonic() - self._told

    def _done(self) -> None:
        job = self._worker.job
        if job and self._worker.is_slow and time.monotonic() - job.started < _QUICK:
            self._slow_shapes.note(job.shape, is_slow=False)
        self._is_over = True
        self._lanes.give_back(self._worker)

    def _bury(self) -> int:
        self._is_over = True
        status = self._worker.buried()
        self._lanes.drop(self._worker)
        return status

    def _failure(self, failure: Failure) -> Exception:
        if failure.fault is Fault.NO_SNAPSHOT:
            self._worker.snapshot = ""
            return Again(failure.fault)
        if failure.fault is Fault.TOO_MUCH_MEMORY:
            return errors.TooMuchMemory(_NO_MEMORY)
        if failure.fault is Fault.NO_FORM:
            return errors.NoForm(failure.detail)
        return _FAILURES.get(failure.fault, errors.QueryFailed)(failure.detail)

    def _reason(self, status: int) -> Exception:
        verdict = self._worker.verdict
        if verdict is Verdict.TIMEOUT:
            return errors.QueryTimeout(f"the query took longer than {self._allowed:g} seconds")
        if verdict is Verdict.GONE:
            return errors.Gone("the client has gone")
        if verdict is Verdict.REQUEUE and not self._worker.is_streaming:
            return Again()
        if verdict is Verdict.REQUEUE:
            return errors.Busy("too many long answers are under way already: try again later")
        if verdict is Verdict.CLOSED:
            return errors.Lost("the service is closing")
        if status == -signal.SIGKILL and not self._worker.is_streaming and self._age() < _DEAD:
            return Again()
        if status in _ABORTS:
            return errors.TooMuchMemory(_NO_MEMORY)
        return errors.Lost(f"the query's process ended (status {status}): try again")
