"""A worker process as the pool sees it."""

import os
import signal
import socket
import subprocess
import sys
import threading
from ctypes.util import find_library
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from service.store.workers import messages
from service.store.workers.work import Start, Task

_ROOT = str(Path(__file__).parents[3])
_RUN = (
    "import sys; sys.path.insert(0, sys.argv[2]); "
    "from service.store.workers.worker import main; main(int(sys.argv[1]))"
)
_NICE = 10  # of workers in the slow lane: the fast lane's go first where cores are short
_MOURNING = 2.0  # seconds in which the kernel ends a killed process


@cache
def _allocator() -> dict[str, str]:
    """How workers get memory: sparingly, as it is bounded, and fast, as queries do little else.

    jemalloc, where the system has it, takes about a quarter from a join's time.
    """
    tuned = {"MALLOC_ARENA_MAX": "2", "GLIBC_TUNABLES": "glibc.malloc.tcache_max=65536"}
    if library := find_library("jemalloc"):
        tuned |= {"LD_PRELOAD": library, "MALLOC_CONF": "retain:false,narenas:2"}
    return tuned


def _environment() -> dict[str, str]:
    """Without our settings, the token among them."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("COMMUNIQUE_")}
    return {**_allocator(), **kept}


class Verdict(Enum):
    """Why the pool ended a worker."""

    TIMEOUT = auto()
    GONE = auto()
    REQUEUE = auto()
    CLOSED = auto()


class Job(NamedTuple):
    """What a worker has been at, since when, and until when it may."""

    shape: str
    started: float
    deadline: float
    gone: threading.Event  # set when nobody waits for the answer any more
    allowed: float  # seconds from its beginning to its deadline


@dataclass(eq=False)
class Worker:
    """One process, which does one thing at a time; ended by closing its connection."""

    process: subprocess.Popen[bytes]
    connection: Connection
    job: Job | None = None
    is_streaming: bool = False
    is_slow: bool = False
    verdict: Verdict | None = None
    snapshot: str = ""

    @classmethod
    def spawn(cls, start: Start) -> "Worker":
        """Start a process; it takes work as soon as it can."""
        ours, theirs = socket.socketpair()
        with ours, theirs:
            process = subprocess.Popen(  # noqa: S603 our own interpreter and code
                [sys.executable, "-c", _RUN, str(theirs.fileno()), _ROOT],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
            connection = Connection(ours.detach())
        connection.send(start)
        return cls(process, connection)

    def tell(self, task: Task) -> None:
        """Give it work. Raises OSError where it has ended."""
        self.connection.send_bytes(messages.packed(task))
        self.snapshot = task.snapshot.name

    def hear(self) -> messages.Part | messages.Failure:
        """Wait for its next word. Raises EOFError or OSError where it has ended."""
        return messages.read(self.connection.recv_bytes())

    def has_spoken(self) -> bool:
        """Whether `hear` would return, or raise, at once."""
        return self.connection.poll()

    def slow_down(self) -> None:
        """Let others go first; that can't be taken back without privileges."""
        self.is_slow = True
        try:
            os.setpriority(os.PRIO_PROCESS, self.process.pid, _NICE)
        except OSError:  # it has just ended
            return

    def kill(self, verdict: Verdict) -> None:
        """End it now; whoever hears it gets EOFError. The first verdict stands."""
        if self.verdict is None:
            self.verdict = verdict
        self.process.kill()

    def buried(self) -> int:
        """Its exit status, once it has ended; the connection is closed."""
        self.connection.close()
        try:
            return self.process.wait(_MOURNING)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return -signal.SIGKILL
