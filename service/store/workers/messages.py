"""How work travels to a worker, and answers from it.

An answer: a byte for the part, a byte for the kind, then the body. A fault's body is its name and
what to tell, parted by a line break.
"""

import pickle
from dataclasses import dataclass

from service.store.workers.work import Dump, Fault, Kind, Query, Snapshot, Task

LAST, MORE, FAULT = b"L", b"M", b"F"


@dataclass(frozen=True)
class Part:
    """A piece of an answer."""

    kind: Kind
    body: bytes
    is_last: bool


@dataclass(frozen=True)
class Failure:
    """Why there is no answer, or no more of it."""

    fault: Fault
    detail: str


def packed(task: Task) -> bytes:
    """A task as bytes. A tuple is pickled in a tenth of the time that its classes would take."""
    at, work = task.snapshot, task.work
    source = at.folder, at.number, at.name
    if isinstance(work, Query):
        asked = work.sparql, work.results, work.graph, work.default, work.named, work.base
        return pickle.dumps((source, asked))
    return pickle.dumps((source, work))


def unpacked(message: bytes) -> Task:
    """What `packed` made; only the server's own process sends such."""
    source, work = pickle.loads(message)  # noqa: S301 from our own process
    known = work is None or isinstance(work, Dump)
    return Task(Snapshot(*source), work if known else Query(*work))


def part(kind: Kind, body: bytes, *, is_last: bool) -> bytes:
    """A piece of an answer as bytes."""
    return (LAST if is_last else MORE) + kind.encode() + body


def failure(fault: Fault, detail: str) -> bytes:
    """A failure as bytes."""
    return FAULT + f"{fault}\n{detail}".encode()


def read(message: bytes) -> Part | Failure:
    """What a worker sent."""
    if message[:1] == FAULT:
        name, _, detail = message[1:].decode().partition("\n")
        return Failure(Fault(name), detail)
    return Part(Kind(message[1:2].decode()), message[2:], message[:1] == LAST)
