"""A worker process: opens a snapshot read-only, answers one piece of work at a time, and ends
when its server goes. It imports pyoxigraph and the standard library alone, to start quickly."""

import fcntl
import os
import resource
import select
import signal
import sys
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from service.store.workers.answering import NoSnapshot, Refusal, answer
from service.store.workers.messages import failure, part, unpacked
from service.store.workers.network import cut_off
from service.store.workers.output import Output
from service.store.workers.work import Dump, Fault, Kind, Snapshot, Start, Task


class Held:
    """The snapshot that the worker has open, locked against removal."""

    def __init__(self) -> None:
        self._lock: IO[str] | None = None
        self._name = ""
        self._store: ox.Store | None = None

    def open(self, wanted: Snapshot) -> ox.Store:
        """The store of a snapshot. Raises NoSnapshot where it has been removed."""
        if self._store is None or self._name != wanted.name:
            self._let_go()
            self._lock = Path(f"{wanted.folder}.lock").open("a")  # noqa: SIM115 held as the store is
            fcntl.flock(self._lock, fcntl.LOCK_SH)
            if not Path(wanted.folder).is_dir():
                self._let_go()
                raise NoSnapshot
            self._store, self._name = ox.Store.read_only(wanted.folder), wanted.name
        return self._store

    def _let_go(self) -> None:
        self._store = None
        if self._lock:
            self._lock.close()
        self._lock = None


def main(fd: int) -> None:
    """Serve the connection at this descriptor until its other end closes."""
    for number in (signal.SIGINT, signal.SIGTERM):  # the server's end is the worker's
        signal.signal(number, signal.SIG_IGN)
    cut_off()
    connection = Connection(fd)
    threading.Thread(target=_end_with_server, args=(fd,), daemon=True).start()
    held, start, is_limited = Held(), connection.recv(), False
    while True:
        try:
            task = unpacked(connection.recv_bytes())
        except EOFError:
            return
        _do(connection, held, start, task)
        if not is_limited:
            _limit(start.memory)
            is_limited = True


def _do(connection: Connection, held: Held, start: Start, task: Task) -> None:
    output = Output(connection, 0 if isinstance(task.work, Dump) else start.largest)
    try:
        store = held.open(task.snapshot)
        if task.work is None:
            connection.send_bytes(part(Kind.BOOLEAN, b"", is_last=True))
            return
        answer(store, task.work, start.prefixes, output)
        output.finish()
    except Refusal as refusal:
        connection.send_bytes(failure(refusal.fault, refusal.detail))
    except MemoryError:
        connection.send_bytes(failure(Fault.TOO_MUCH_MEMORY, ""))
    except RuntimeError as error:  # a function that nobody knows, for one
        detail = f"the query can't be answered: {error}"
        connection.send_bytes(failure(Fault.MALFORMED, detail))
    except (OSError, ValueError) as error:
        connection.send_bytes(failure(Fault.FAILED, str(error)))


def _limit(memory: int) -> None:
    """Bound what queries take beyond what an idle worker has reserved, which is a lot."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _end_with_server(fd: int) -> None:
    """Queries can't be interrupted, so a thread waits for the server's end beside them."""
    watch = select.poll()
    watch.register(fd, 0)  # a hang-up is always told
    while not any(event & (select.POLLHUP | select.POLLERR) for _, event in watch.poll()):
        pass
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
