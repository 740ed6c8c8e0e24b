"""The index's table of who met whom: kept for each meeting, and added up for each pair."""

import sqlite3
from collections.abc import Iterable, Iterator

from service.store.search.entries import Entry

SCHEMA = """
CREATE TABLE pairs (id INTEGER PRIMARY KEY, one TEXT NOT NULL, other TEXT NOT NULL,
  meetings INTEGER NOT NULL, sides INTEGER NOT NULL, UNIQUE (one, other));
CREATE INDEX pairs_by_other ON pairs (other);
CREATE INDEX pairs_by_meetings ON pairs (meetings);
CREATE TABLE met (thing INTEGER NOT NULL, pair INTEGER NOT NULL, sides INTEGER NOT NULL,
  PRIMARY KEY (thing, pair)) WITHOUT ROWID;
"""
TABLES = ("pairs", "met")
_COUNT = """
INSERT INTO pairs (one, other, meetings, sides) VALUES (?, ?, 1, ?)
ON CONFLICT (one, other) DO UPDATE SET meetings = meetings + 1, sides = sides + excluded.sides
RETURNING id
"""
_UNCOUNT = "UPDATE pairs SET meetings = meetings - 1, sides = sides - ? WHERE id = ?"
_STRONGEST = """
SELECT one, other, meetings, sides FROM pairs
WHERE meetings >= COALESCE((SELECT meetings FROM pairs ORDER BY meetings DESC LIMIT 1 OFFSET ?), 0)
ORDER BY meetings DESC, one, other LIMIT ?
"""
_OF = """
SELECT one, other, meetings, sides FROM pairs WHERE one = ?1
UNION ALL SELECT other, one, meetings, sides FROM pairs WHERE other = ?1
ORDER BY 3 DESC, 2 LIMIT ?2
"""

Counted = tuple[str, str, int, int]


def put(connection: sqlite3.Connection, thing: int, entry: Entry) -> None:
    """Count a meeting that isn't counted."""
    for pair in entry.met:
        [(number,)] = connection.execute(_COUNT, pair).fetchall()
        connection.execute("INSERT INTO met VALUES (?, ?, ?)", (thing, number, pair.sides))


def take_out(connection: sqlite3.Connection, thing: int) -> None:
    """Count a meeting no more."""
    sought = "SELECT sides, pair FROM met WHERE thing = ?"
    found = connection.execute(sought, (thing,)).fetchall()
    if found:
        connection.executemany(_UNCOUNT, found)
        connection.execute("DELETE FROM met WHERE thing = ?", (thing,))


def settle(connection: sqlite3.Connection) -> None:
    """Forget pairs that never met after all."""
    connection.execute("DELETE FROM pairs WHERE meetings <= 0")


def strongest(connection: sqlite3.Connection, most: int) -> list[Counted]:
    """The pairs that met most often: both, how many meetings, at how many on opposite sides."""
    return connection.execute(_STRONGEST, (most - 1, most)).fetchall()


def of(connection: sqlite3.Connection, actor: str, most: int) -> list[Counted]:
    """Whom an actor, who comes first in each, met most often."""
    return connection.execute(_OF, (actor, most)).fetchall()


def among(connection: sqlite3.Connection, actors: Iterable[str], most: int) -> list[Counted]:
    """The pairs within a few actors."""
    listed = list(actors)
    marks = ",".join("?" * len(listed))
    sought = f"""
        SELECT one, other, meetings, sides FROM pairs WHERE one IN ({marks})
        AND other IN ({marks}) ORDER BY meetings DESC, one, other LIMIT ?
    """  # noqa: S608
    return connection.execute(sought, (*listed, *listed, most)).fetchall()


def dump(connection: sqlite3.Connection) -> Iterator[tuple[str, ...]]:
    """Everything in these tables, in an order of its own."""
    sums = "SELECT one, other, meetings, sides FROM pairs ORDER BY one, other"
    each = """
        SELECT iri, one, other, met.sides FROM met JOIN pairs ON pairs.id = met.pair
        JOIN things ON things.id = met.thing ORDER BY iri, one, other
    """
    for sought in (sums, each):
        for row in connection.execute(sought):
            yield tuple(map(str, row))
