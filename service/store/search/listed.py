"""The index's tables of lists: what stands under each key, by date; who speaks on which topic."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from service.store.search.entries import Entry
from service.store.search.listing import Key

SCHEMA = """
CREATE TABLE keys (id INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT NOT NULL,
  things INTEGER NOT NULL, UNIQUE (name, value));
CREATE TABLE listed (key INTEGER NOT NULL, at TEXT NOT NULL, status TEXT NOT NULL,
  thing INTEGER NOT NULL, PRIMARY KEY (key, at, status, thing)) WITHOUT ROWID;
CREATE TABLE spots (thing INTEGER PRIMARY KEY, at TEXT NOT NULL, keys TEXT NOT NULL);
CREATE TABLE spoken (topic INTEGER NOT NULL, speaker INTEGER NOT NULL, things INTEGER NOT NULL,
  PRIMARY KEY (topic, speaker)) WITHOUT ROWID;
CREATE INDEX spoken_by_speaker ON spoken (speaker);
"""
TABLES = ("keys", "listed", "spots", "spoken")
TOPICS = ("Statement.topic", "Statement.topicWords")
_SPEAKER = "Statement.speaker"
_COUNT = """
INSERT INTO keys (name, value, things) VALUES (?, ?, 1)
ON CONFLICT (name, value) DO UPDATE SET things = things + 1 RETURNING id
"""
_UNCOUNT = "UPDATE keys SET things = things - 1 WHERE id = ? RETURNING things, name"
_SPEAK = """
INSERT INTO spoken VALUES (?, ?, 1)
ON CONFLICT (topic, speaker) DO UPDATE SET things = things + 1
"""
_UNSPEAK = "UPDATE spoken SET things = things - 1 WHERE topic = ? AND speaker = ?"
_FORGET = "DELETE FROM spoken WHERE topic = ? AND speaker = ? AND things <= 0"

Where = Sequence[Iterable[Key]]
"""Conditions: each is fulfilled by any of its keys."""


def put(connection: sqlite3.Connection, thing: int, entry: Entry) -> None:
    """List a thing that isn't listed."""
    if entry.listing is None:
        return
    ids = [(connection.execute(_COUNT, key).fetchall()[0][0], key[0]) for key in entry.listing.keys]
    at = entry.listing.at
    rows = [(number, *place, thing) for number, _ in ids for place in at]
    connection.executemany("INSERT INTO listed VALUES (?, ?, ?, ?)", rows)
    spot = thing, json.dumps(at), json.dumps([number for number, _ in ids])
    connection.execute("INSERT INTO spots VALUES (?, ?, ?)", spot)
    connection.executemany(_SPEAK, _spoken(ids))


def _spoken(ids: Sequence[tuple[int, str]]) -> list[tuple[int, int]]:
    """Each topic of a statement with each speaker."""
    speakers = [number for number, name in ids if name == _SPEAKER]
    return [(topic, who) for topic, name in ids if name in TOPICS for who in speakers]


def take_out(connection: sqlite3.Connection, thing: int) -> None:
    """List a thing no more."""
    found = connection.execute("SELECT at, keys FROM spots WHERE thing = ?", (thing,)).fetchone()
    if not found:
        return
    places, numbers = json.loads(found[0]), json.loads(found[1])
    connection.executemany(
        "DELETE FROM listed WHERE key = ? AND at = ? AND status = ? AND thing = ?",
        [(number, *place, thing) for number in numbers for place in places],
    )
    connection.execute("DELETE FROM spots WHERE thing = ?", (thing,))
    left = [(number, *connection.execute(_UNCOUNT, (number,)).fetchall()[0]) for number in numbers]
    spoken = _spoken([(number, name) for number, _, name in left])
    connection.executemany(_UNSPEAK, spoken)
    connection.executemany(_FORGET, spoken)
    gone = [(number,) for number, things, _ in left if things <= 0]
    connection.executemany("DELETE FROM keys WHERE id = ?", gone)


def settle(connection: sqlite3.Connection) -> None:
    """Nothing is left to do."""


def dump(connection: sqlite3.Connection) -> Iterator[tuple[str, ...]]:
    """Everything in these tables, in an order of its own."""
    yield from _told(connection, "SELECT name, value, things FROM keys ORDER BY name, value")
    lists = """
        SELECT iri, name, value, at, status FROM listed JOIN keys ON keys.id = listed.key
        JOIN things ON things.id = listed.thing ORDER BY 1, 2, 3, 4, 5
    """
    yield from _told(connection, lists)
    spoken = """
        SELECT topics.value, speakers.value, spoken.things FROM spoken
        JOIN keys AS topics ON topics.id = topic JOIN keys AS speakers ON speakers.id = speaker
        ORDER BY 1, 2, 3
    """
    yield from _told(connection, spoken)


def _told(connection: sqlite3.Connection, sought: str) -> Iterator[tuple[str, ...]]:
    for row in connection.execute(sought):
        yield tuple(map(str, row))
