"""Makes the index anew from the published snapshot, while others read and write the store."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from service.errors import StoreBusy
from service.store.directory import StoreDirectory
from service.store.search.following import fill
from service.store.search.index import NAME, Index

_PASSING = 0.5  # seconds in which a writer goes from the index to the announcement
_WAITING = 60.0  # seconds that another process may take


def rebuild(directory: StoreDirectory, told: Callable[[int], None] = lambda _: None) -> None:
    """Make the index be of the published snapshot; `told` hears of things that were looked at.

    What is published meanwhile is caught up with. Raises StoreBusy where another process makes
    the index.
    """
    until = time.monotonic() + _WAITING
    while not is_in_step(directory, wait=_PASSING):
        if directory.follow():
            continue
        try:
            _fill(directory, told)
        except sqlite3.OperationalError as error:
            if time.monotonic() > until:
                raise StoreBusy(f"{directory.path}: {NAME} can't be written: {error}") from error
            time.sleep(_PASSING)


def is_in_step(directory: StoreDirectory, wait: float = 0.0) -> bool:
    """Whether the index is of the published snapshot, now or within so many seconds."""
    until = time.monotonic() + wait
    while number_of(directory.path) != directory.version:
        if time.monotonic() >= until:
            return False
        time.sleep(0.02)
    return True


def number_of(folder: Path) -> int:
    """The snapshot that a folder's index is of, 0 where there is no sound one."""
    try:
        with closing(Index(folder, read_only=True)) as index:
            return index.number
    except sqlite3.DatabaseError:
        return 0


def _fill(directory: StoreDirectory, told: Callable[[int], None]) -> None:
    _clear_damaged(directory.path)
    with (
        directory.holding() as (snapshot, store),
        closing(Index(directory.path)) as index,
        index.writing(),
    ):
        fill(index, store, told)
        index.be_of(snapshot.number)


def _clear_damaged(folder: Path) -> None:
    try:
        with closing(Index(folder)):
            return
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        for left in folder.glob(f"{NAME}*"):
            left.unlink(missing_ok=True)
