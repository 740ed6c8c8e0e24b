"""Slow clients: those that send slowly and those that read slowly, beside others."""

import socket
import statistics
import time
from contextlib import ExitStack
from urllib.parse import quote

from benchmarks.faults.site import FLOOD, Site

_READERS = 20  # of endless answers: more than there are workers
_SENT = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"


def slow(site: Site, many: int = 200, seconds: float = 10) -> str:
    """Half amid the head, half amid the body, a few amid an endless answer; light ones go on."""
    with ExitStack() as stack:
        held = [
            stack.enter_context(socket.create_connection(("127.0.0.1", site.port)))
            for _ in range(many)
        ]
        for number, each in enumerate(held):
            each.settimeout(5)
            each.sendall(_begin(_kind(number)))
        spent, began = [], time.monotonic()
        while time.monotonic() - began < seconds:
            for number, each in enumerate(held):
                _go_on(each, _kind(number))
            spent += [_timed(site) for _ in range(10)]
    p95 = statistics.quantiles(spent, n=20)[-1] * 1000
    return f"{len(spent)} look-ups beside {many}: p95 {p95:.1f} ms, worst {max(spent) * 1000:.0f}"


def _kind(number: int) -> int:
    return 2 if number < _READERS else number % 2


def _begin(kind: int) -> bytes:
    if kind == 0:
        return _SENT
    if kind == 1:
        return _SENT + b"Content-Length: 1000\r\n\r\nSELECT"
    return f"GET /sparql?query={quote(FLOOD)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


def _go_on(connection: socket.socket, kind: int) -> None:
    try:
        if kind == 2:
            connection.setblocking(False)
            connection.recv(1)
        else:
            connection.send(b"X: y\r\n" if kind == 0 else b" ")
    except OSError:  # it has been given up, or nothing has come yet
        return


def _timed(site: Site) -> float:
    began = time.monotonic()
    reply = site.ask(f"SELECT ?o {{ <http://e.org/{began}> ?p ?o }}")
    assert reply.status == 200, reply.body
    return time.monotonic() - began
