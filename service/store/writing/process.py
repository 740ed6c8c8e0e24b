"""The process that holds the store while others' writes change it.

It imports pyoxigraph and the standard library alone, so that it is there at once, and it may
be killed at any moment: what it was doing then is undone when the store is next opened.
"""

import os
import resource
import select
import signal
import threading
from multiprocessing.connection import Connection

import pyoxigraph as ox

from service.store.workers.network import cut_off
from service.store.writing.carrying import carry_out
from service.store.writing.work import Answer, Close, Done, Open, Order, Publish, Refused

_STACK = 256 * 1024 * 1024  # bytes: the parser calls itself for each level of brackets


def main(fd: int, memory: int) -> None:
    """Take orders from the connection at this descriptor until its other end closes."""
    for number in (signal.SIGINT, signal.SIGTERM):  # the server's end is this one's
        signal.signal(number, signal.SIG_IGN)
    cut_off()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory + _STACK, memory + _STACK))
    threading.stack_size(_STACK)
    worker = threading.Thread(target=_serve, args=(Connection(fd),), daemon=True)
    worker.start()
    _wait_for_hangup(fd)


def _wait_for_hangup(fd: int) -> None:
    """End at once, whatever is under way, when the other end has gone."""
    watch = select.poll()
    watch.register(fd, 0)  # a hang-up is always told
    while not any(event & (select.POLLHUP | select.POLLERR) for _, event in watch.poll()):
        pass
    os._exit(0)


def _serve(connection: Connection) -> None:
    store: ox.Store | None = None
    while True:
        try:
            order: Order = connection.recv()
            answer, store = _obey(order, store)
            connection.send(answer)
        except (EOFError, OSError):
            os._exit(0)
        except MemoryError:
            os._exit(1)


def _obey(order: Order, store: ox.Store | None) -> tuple[Answer, ox.Store | None]:
    try:
        if isinstance(order, Open):
            return Done(), ox.Store(order.path)
        if store is None:
            return Refused("no store is open"), None
        if isinstance(order, Close):
            return Done(), None
        if not isinstance(order, Publish):
            return carry_out(store, order), store
        store.backup(order.folder)
    except OSError as error:
        return Refused(str(error), malformed=False), store
    return Done(), store
