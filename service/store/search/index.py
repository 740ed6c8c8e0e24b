"""The index itself: one SQLite file with FTS5 tables, written by one process at a time.

A table of one's own (as `met`): a module with SCHEMA, TABLES, `put`, `take_out`, `settle` and
`dump`, named in `_BESIDE`, and what it holds as a field of `Entry`, which counts in `_digest`.
"""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.store.search import listed, met
from service.store.search.entries import Entry, Facet, Kind

NAME = "search.sqlite"
FORMAT = 4  # of the tables and of how words are folded: another one is made anew
_BESIDE = (met, listed)  # tables of what was added up, and of lists
_SCHEMA = """
CREATE TABLE state (number INTEGER NOT NULL);
INSERT INTO state VALUES (0);
CREATE TABLE things (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
  date TEXT NOT NULL, title TEXT NOT NULL, held TEXT NOT NULL, digest BLOB NOT NULL);
CREATE TABLE held (id INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL,
  names TEXT NOT NULL, things INTEGER NOT NULL, UNIQUE (value, facet));
CREATE VIRTUAL TABLE words USING fts5(title, names, body, marks, tokenize = 'ascii');
CREATE VIRTUAL TABLE called USING fts5(names, tokenize = 'ascii', prefix = '1 2 3');
""" + "".join(one.SCHEMA for one in _BESIDE)
_FILLED = ("things", "held", "words", "called", *(name for one in _BESIDE for name in one.TABLES))
_DROPPED = ("state", *_FILLED)
_ADD = "INSERT INTO words (rowid, title, names, body, marks) VALUES (?, ?, ?, ?, ?)"
_CALLED = frozenset({Kind.ACTOR, Kind.MISSION})


class Index:
    """An open index; `writing` is one transaction."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        path = folder / NAME
        mode = "?mode=ro" if read_only else ""
        address = f"{path.absolute().as_uri()}{mode}"
        self.connection = sqlite3.connect(
            address, uri=True, timeout=0, isolation_level=None, check_same_thread=False
        )
        self._ids: dict[tuple[Facet, str], int] = {}
        self._counts: Counter[int] = Counter()
        if not read_only:
            self.connection.execute("PRAGMA journal_mode = WAL")
            self.connection.execute("PRAGMA synchronous = NORMAL")
            self._make()

    def _make(self) -> None:
        [(found,)] = self.connection.execute("PRAGMA user_version")
        if found == FORMAT:
            return
        dropped = "".join(f"DROP TABLE IF EXISTS {table};" for table in _DROPPED)
        self.connection.executescript(
            f"BEGIN IMMEDIATE;{dropped}{_SCHEMA}PRAGMA user_version = {FORMAT};COMMIT;"
        )

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @property
    def number(self) -> int:
        """The snapshot that it is of; 0 where it is of none, or another version's."""
        [(form,)] = self.connection.execute("PRAGMA user_version")
        if form != FORMAT:
            return 0
        [(found,)] = self.connection.execute("SELECT number FROM state")
        return int(found)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All or nothing. Raises sqlite3.OperationalError where another process writes."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._settle()
            self.connection.execute("COMMIT")
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        finally:
            self._ids.clear()
            self._counts.clear()

    def be_of(self, number: int) -> None:
        """Note which snapshot it is of now."""
        self.connection.execute("UPDATE state SET number = ?", (number,))

    def clear(self) -> None:
        """Take out everything."""
        for table in _FILLED:
            self.connection.execute(f"DELETE FROM {table}")  # noqa: S608

    def put(self, iri: str, entry: Entry | None, names: "dict[str, str]") -> None:
        """A thing is found by this entry from now on, and by no other; None takes it out.

        `names` are those of the things that it points at.
        """
        sought = "SELECT id, held, digest FROM things WHERE iri = ?"
        known = self.connection.execute(sought, (iri,)).fetchone()
        digest = _digest(entry) if entry else b""
        if known and known[2] == digest:
            return
        if known:
            self._take_out(known[0], known[1])
        if entry:
            self._put_in(known[0] if known else None, iri, entry, digest, names)

    def _take_out(self, number: int, held: str) -> None:
        for table in ("words", "called"):
            self.connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (number,))  # noqa: S608
        self.connection.execute("DELETE FROM things WHERE id = ?", (number,))
        for one in _BESIDE:
            one.take_out(self.connection, number)
        self._counts.subtract(map(int, held.split()))

    def _put_in(
        self, number: int | None, iri: str, entry: Entry, digest: bytes, names: dict[str, str]
    ) -> None:
        ids = [self._held(facet, value, names.get(value, "")) for facet, value in entry.values]
        held = " ".join(map(str, ids))
        row = (number, iri, entry.kind, entry.date, entry.title, held, digest)
        made = self.connection.execute("INSERT INTO things VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        number = made.lastrowid
        marks = " ".join([kind_mark(entry.kind), *time_marks(entry.date), *map(value_mark, ids)])
        self.connection.execute(_ADD, (number, entry.title, entry.names, entry.body, marks))
        if entry.kind in _CALLED:
            called = (number, f"{entry.title} {entry.names}" if entry.names else entry.title)
            self.connection.execute("INSERT INTO called (rowid, names) VALUES (?, ?)", called)
        for one in _BESIDE:
            one.put(self.connection, int(number or 0), entry)
        self._counts.update(ids)

    def _held(self, facet: Facet, value: str, names: str) -> int:
        key = facet, value
        if key not in self._ids:
            sought = "SELECT id FROM held WHERE value = ? AND facet = ?"
            found = self.connection.execute(sought, (value, facet)).fetchone()
            if not found:
                row = facet, value, names
                add = "INSERT INTO held (facet, value, names, things) VALUES (?, ?, ?, 0)"
                found = (self.connection.execute(add, row).lastrowid,)
            self._ids[key] = found[0]
        return self._ids[key]

    def _settle(self) -> None:
        """Write down how many things hold each value, and forget values that none holds."""
        changed = [(count, number) for number, count in self._counts.items() if count]
        self.connection.executemany("UPDATE held SET things = things + ? WHERE id = ?", changed)
        if any(count < 0 for count, _ in changed):
            self.connection.execute("DELETE FROM held WHERE things <= 0")
        for one in _BESIDE:
            one.settle(self.connection)

    def rename(self, iri: str, names: str) -> list[str]:
        """A thing goes by these names now; returns what is found by them and must be put anew."""
        sought = "SELECT id FROM held WHERE value = ? AND names <> ?"
        found = [number for (number,) in self.connection.execute(sought, (iri, names))]
        if not found:
            return []
        change = "UPDATE held SET names = ? WHERE value = ?"
        self.connection.execute(change, (names, iri))
        marked = " OR ".join(value_mark(number) for number in found)
        pointing = (
            "SELECT iri FROM things WHERE id IN (SELECT rowid FROM words WHERE words MATCH ?)"
        )
        return [iri for (iri,) in self.connection.execute(pointing, (marked,))]

    def dated(self, iri: str) -> tuple[str, ...] | None:
        """A thing's day, what it holds and its dates in full, None where it is not there."""
        sought = """
            SELECT date, held, COALESCE(at, '') FROM things LEFT JOIN spots ON thing = id
            WHERE iri = ?
        """
        found = self.connection.execute(sought, (iri,)).fetchone()
        return tuple(found) if found else None

    def dump(self) -> Iterator[tuple[str, ...]]:
        """Everything that it holds, in an order of its own: equal indexes dump equally."""
        held = {
            str(number): f"{facet}={value}={names}={things}"
            for number, facet, value, names, things in self.connection.execute("SELECT * FROM held")
        }
        rows = self.connection.execute(
            "SELECT iri, kind, date, things.title, words.title, words.names, body, held "
            "FROM things JOIN words ON words.rowid = things.id ORDER BY iri"
        )
        for *texts, values in rows:
            yield (*texts, *sorted(held[number] for number in values.split()))
        yield from self.connection.execute("SELECT names FROM called ORDER BY names")
        yield tuple(sorted(held.values()))
        for one in _BESIDE:
            yield from one.dump(self.connection)


def kind_mark(kind: str) -> str:
    """The word that stands for a kind; a letter that no folded word has tells marks from words."""
    return f"§k{kind}"


def value_mark(number: int) -> str:
    """The word that stands for a value of a facet."""
    return f"§v{number}"


def time_marks(day: str) -> list[str]:
    """The words that stand for a year and a month."""
    year, _, rest = day.partition("-")
    month = rest[:2]
    return (
        [f"§y{year}", *([f"§m{year}{month}"] if month.isdigit() else [])] if year.isdigit() else []
    )


def _digest(entry: Entry) -> bytes:
    parts = (
        entry.kind,
        entry.title,
        entry.names,
        entry.body,
        entry.date,
        *map(str, entry.values),
        *map(str, entry.met),
        str(entry.listing),
    )
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=12).digest()
