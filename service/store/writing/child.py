"""The writing process as the server sees it."""

import signal
import socket
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

from service.errors import StoreError
from service.store.workers.errors import Lost, QueryTimeout, TooMuchMemory
from service.store.writing.work import Answer, Close, Open, Order, Publish, Refused, Work

_ROOT = str(Path(__file__).parents[3])
_RUN = (
    "import sys; sys.path.insert(0, sys.argv[3]); "
    "from service.store.writing.process import main; main(int(sys.argv[1]), int(sys.argv[2]))"
)
_OPENING = 60.0  # seconds: a store that was killed while it wrote is put in order first


class Child:
    """One process; killed when it takes too long, and then no more of use."""

    def __init__(self, memory: int) -> None:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-c", _RUN, str(theirs.fileno()), str(memory), _ROOT],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            self._connection = Connection(ours.detach())
        self.is_open = False

    @property
    def is_alive(self) -> bool:
        """Whether it can take orders."""
        return self._process.poll() is None and not self._connection.closed

    def open(self, data: Path) -> None:
        """Open the store. Raises StoreError where that fails."""
        answer = self._ask(Open(str(data)), _OPENING)
        if isinstance(answer, Refused):
            raise StoreError(f"{data}: the store can't be opened: {answer.reason}")
        self.is_open = True

    def carry_out(self, work: Work, seconds: float) -> Answer:
        """Raises QueryTimeout, TooMuchMemory or Lost where the work ended the process."""
        return self._ask(work, seconds)

    def publish(self, folder: Path) -> None:
        """Copy the store there. Raises StoreError where that fails."""
        answer = self._ask(Publish(str(folder)), _OPENING)
        if isinstance(answer, Refused):
            raise StoreError(f"{folder}: the snapshot can't be made: {answer.reason}")

    def close(self) -> None:
        """Close the store."""
        if self.is_open:
            self.is_open = False
            self._ask(Close(), _OPENING)

    def kill(self) -> None:
        """End it, from any thread, and wait until it is gone: then others can open the store."""
        self._process.kill()
        self._process.wait()

    def _end(self) -> None:
        """Only in the thread that asks: elsewhere the connection might be in use."""
        self.is_open = False
        self.kill()
        self._connection.close()

    def _ask(self, order: Order, seconds: float) -> Answer:
        until = time.monotonic() + seconds
        try:
            self._connection.send(order)
            if not self._connection.poll(until - time.monotonic()):
                self._end()
                raise QueryTimeout(f"it took longer than {seconds:g} seconds; nothing was changed")
            answer: Answer = self._connection.recv()
        except (EOFError, OSError) as error:
            self._end()
            raise self._epitaph() from error
        return answer

    def _epitaph(self) -> Exception:
        if self._process.returncode in {-signal.SIGABRT, 1}:
            return TooMuchMemory("it needs more memory than a write may have; nothing was changed")
        return Lost("the process that writes has ended; nothing was changed")
