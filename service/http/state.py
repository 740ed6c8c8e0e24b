"""What every request of one application shares: settings, reader and pool; no globals."""

import threading
from dataclasses import dataclass, field
from typing import cast

from flask import Flask, current_app, g

from service.http.reader import Reader, Snapshot
from service.http.results import Results
from service.settings import Settings
from service.store.workers.pool import Pool

NAME = "communique"
EXPORTS = 16  # half-sent ones at once; each holds a snapshot and, while it works, a thread
ASKED = "asked"  # in `g`: the SPARQL that the request came to, for the log


@dataclass(frozen=True)
class State:
    """Belongs to one application."""

    settings: Settings
    reader: Reader
    pool: Pool
    results: Results
    exports: threading.BoundedSemaphore = field(
        default_factory=lambda: threading.BoundedSemaphore(EXPORTS)
    )


def state() -> State:
    """The state of the application that handles this request."""
    return state_of(current_app)


def state_of(app: Flask) -> State:
    """The state of an application."""
    return cast(State, app.extensions[NAME])


def snapshot() -> Snapshot:
    """The snapshot that this whole request reads, even if a newer one is published meanwhile."""
    if "snapshot" not in g:
        g.reading = state().reader.reading()
        g.snapshot = g.reading.__enter__()
    return cast(Snapshot, g.snapshot)


def release(_: BaseException | None = None) -> None:
    """Give the request's snapshot back."""
    reading = g.pop("reading", None)
    g.pop("snapshot", None)
    if reading:
        reading.__exit__(None, None, None)
