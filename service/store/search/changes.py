"""What was changed on the way to each snapshot, written down before and after each change."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from service.errors import StoreError

NAME = "changes.sqlite"
_ANYTHING = "*"  # stands for a change of which nobody knows what it reached
_ADD = "INSERT INTO changes VALUES (?, ?)"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS changes (number INTEGER NOT NULL, iri TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS by_number ON changes (number);
"""


class Entry(NamedTuple):
    """The line that says that something may have changed on the way to snapshot `number`."""

    number: int
    line: int


class Changes:
    """The list in a store's folder; only who holds the store's write lock adds to it.

    It says '*' from before a change until what it reached is known: a writer that is killed
    leaves it there, and whoever follows looks at everything.
    """

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / NAME, timeout=10, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = OFF")  # as the graph: it may lose a moment
        self._connection.executescript(_SCHEMA)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def begin(self, number: int) -> Entry:
        """Something is about to change; returns what `end` and `nothing` take."""
        made = self._connection.execute(_ADD, (number, _ANYTHING))
        return Entry(number, int(made.lastrowid or 0))

    def end(self, entry: Entry, reached: Iterable[str]) -> None:
        """It was done, and reached no more than these things."""
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(_ADD, ((entry.number, iri) for iri in reached))
            settle = "UPDATE changes SET iri = '' WHERE rowid = ?"
            self._connection.execute(settle, (entry.line,))

    def nothing(self, entry: Entry) -> None:
        """Nothing was done."""
        self._connection.execute("DELETE FROM changes WHERE rowid = ?", (entry.line,))

    def between(self, old: int, new: int) -> list[str] | None:
        """What was reached after the snapshot `old` up to `new`; None where nobody knows."""
        sought = "SELECT DISTINCT number, iri FROM changes WHERE number > ? AND number <= ?"
        rows = self._connection.execute(sought, (old, new)).fetchall()
        if {number for number, _ in rows} != set(range(old + 1, new + 1)):
            return None
        reached = {iri for _, iri in rows}
        return None if _ANYTHING in reached else sorted(reached - {""})

    def forget(self, number: int) -> None:
        """Nobody will ask for what came before this snapshot."""
        self._connection.execute("DELETE FROM changes WHERE number < ?", (number,))


def began(folder: Path, number: int) -> Entry:
    """Write down that something may change. Raises StoreError where that can't be written."""
    try:
        with closing(Changes(folder)) as changes:
            return changes.begin(number)
    except sqlite3.OperationalError as error:
        raise StoreError(f"{folder}: {NAME} can't be written: {error}") from error
    except sqlite3.DatabaseError:  # damaged: without it everything counts as changed
        for left in folder.glob(f"{NAME}*"):
            left.unlink(missing_ok=True)
        with closing(Changes(folder)) as changes:
            return changes.begin(number)


def ended(folder: Path, entry: Entry, reached: Iterable[str]) -> None:
    """Write down what it reached. Raises StoreError where that can't be written."""
    try:
        with closing(Changes(folder)) as changes:
            changes.end(entry, reached)
    except sqlite3.OperationalError as error:
        raise StoreError(f"{folder}: {NAME} can't be written: {error}") from error


def did_nothing(folder: Path, entry: Entry) -> None:
    """Write down that nothing was changed after all."""
    with closing(Changes(folder)) as changes:
        changes.nothing(entry)
