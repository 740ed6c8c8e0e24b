"""The index of the snapshot that the request reads; made anew where somebody's write broke step."""

import logging
import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from flask import Flask, current_app, g

from service.http.state import release, snapshot, state
from service.store.search.index import Index

_NAME = "communique.search"
_GLANCE, _GLANCES = 0.01, 30  # a writer goes from the index to the announcement in less
_AGAIN = 5.0  # seconds before the index is made anew once more
_ROOT = str(Path(__file__).parents[3])
_RUN = (
    "import os, sys; sys.path.insert(0, sys.argv[2]); os.nice(10); "
    "from pathlib import Path; from service.store.directory import StoreDirectory; "
    "from service.store.search.rebuilding import rebuild; "
    "rebuild(StoreDirectory(Path(sys.argv[1])))"
)
_LOG = logging.getLogger(__name__)


@dataclass
class _Making:
    """At most one process of this server makes the index anew."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    process: "subprocess.Popen[bytes] | None" = None
    ended: float = 0.0


def register(app: Flask) -> None:
    """Give the application what makes its index."""
    app.extensions[_NAME] = _Making()


@dataclass(frozen=True)
class Opened:
    """An index, and whether it is of the snapshot that this request reads."""

    index: Index
    is_in_step: bool


@contextmanager
def index_in_step() -> Iterator[Opened | None]:
    """The index, read in one transaction; None where there is none yet.

    Where it is not in step, it is being made, and the answer is no copy to be kept.
    """
    for glance in range(_GLANCES):
        with _opened() as index:
            if index and index.number == snapshot().source.number:
                yield Opened(index, is_in_step=True)
                return
            if glance == _GLANCES - 1 or not _may_be_near(index):
                _make_anew()
                g.pop("tag", None)
                yield Opened(index, is_in_step=False) if index and index.number else None
                return
        release()  # the next look is at the newest snapshot
        time.sleep(_GLANCE)


def _may_be_near(index: Index | None) -> bool:
    """Whether only a publication may lie between the two."""
    return index is not None and index.number >= snapshot().source.number


@contextmanager
def index_at_hand() -> Iterator[Index | None]:
    """The index of the snapshot that this request reads, None where it isn't at hand now.

    For who gets the same out of the graph itself, if later.
    """
    with _opened() as index:
        if index and index.number == snapshot().source.number:
            yield index
            return
        if not _may_be_near(index):
            _make_anew()
    yield None


@contextmanager
def _opened() -> Iterator[Index | None]:
    try:
        index = Index(state().reader.directory.path, read_only=True)
        index.connection.execute("BEGIN")
        is_sound = bool(index.number >= 0)
    except sqlite3.DatabaseError:
        yield None
        return
    with closing(index):
        yield index if is_sound else None


def _make_anew() -> None:
    making = cast(_Making, current_app.extensions[_NAME])
    with making.lock:
        if making.process and making.process.poll() is not None:
            making.process, making.ended = None, time.monotonic()
        if making.process is None and time.monotonic() - making.ended > _AGAIN:
            making.process = _process(state().reader.directory.path)


def _process(store: Path) -> "subprocess.Popen[bytes]":
    _LOG.info("the search index of %s is made anew", store)
    known = {k: v for k, v in os.environ.items() if k != "COMMUNIQUE_TOKEN"}
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", _RUN, str(store.absolute()), _ROOT],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=known,
    )
