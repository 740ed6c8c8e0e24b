"""Reads lists out of the index: how many things of which date fit, which they are, what leads."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from service.store.search.listed import Where
from service.store.search.listing import Key

_SAME = "more.at = listed.at AND more.status = listed.status AND more.thing = listed.thing"
_DAYS = "SELECT at, status, COUNT({}) FROM listed WHERE {} GROUP BY at, status ORDER BY at, status"
_THINGS = """
SELECT DISTINCT iri, at FROM listed JOIN things ON things.id = thing
WHERE at IN (SELECT value FROM json_each(?)) AND {} ORDER BY iri
"""
_FIRST = """
SELECT iri FROM listed JOIN things ON things.id = thing WHERE {} ORDER BY at LIMIT ? OFFSET ?
"""
_LEADING = "SELECT value, things FROM keys WHERE name = ? ORDER BY things DESC, value LIMIT ?"
_TOPICS = """
SELECT value, things, (SELECT COUNT(*) FROM spoken WHERE topic = id) FROM keys
WHERE name = ? ORDER BY things DESC, value LIMIT ?
"""
_SPEAKERS = """
SELECT value, SUM(spoken.things) FROM spoken JOIN keys ON id = speaker
WHERE topic IN ({}) GROUP BY speaker
"""
_ON_SEVERAL = """
SELECT keys, COUNT(DISTINCT key) FROM listed JOIN spots USING (thing)
WHERE key IN ({}) GROUP BY thing HAVING COUNT(DISTINCT key) > 1
"""
_TOPICS_OF = """
SELECT value, spoken.things FROM spoken JOIN keys ON id = topic
WHERE speaker = (SELECT id FROM keys WHERE name = 'Statement.speaker' AND value = ?)
AND name = ? ORDER BY spoken.things DESC, value LIMIT ?
"""


def count(connection: sqlite3.Connection, key: Key) -> int:
    """How many things stand under a key."""
    return sum(things for _, things in _keys(connection, [key]))


def _keys(connection: sqlite3.Connection, keys: Iterable[Key]) -> list[tuple[int, int]]:
    """The numbers of keys that have things, and how many."""
    sought = "SELECT id, things FROM keys WHERE name = ? AND value = ?"
    found = (connection.execute(sought, key).fetchone() for key in dict.fromkeys(keys))
    return [key for key in found if key]


def _pattern(connection: sqlite3.Connection, where: Where) -> tuple[str, bool]:
    """A condition on `listed`, and whether it may find a thing more than once.

    The keys with the fewest things are read, the others looked up for each thing.
    """
    found = [_keys(connection, keys) for keys in where]
    found.sort(key=lambda keys: sum(things for _, things in keys))
    first, *others = ([number for number, _ in keys] for keys in found)
    more = "".join(
        f" AND EXISTS (SELECT 1 FROM listed AS more WHERE more.key IN ({_in(keys)}) AND {_SAME})"  # noqa: S608
        for keys in others
    )
    return f"listed.key IN ({_in(first)}){more}", len(first) > 1


def _in(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))


def days(connection: sqlite3.Connection, where: Where) -> list[tuple[str, str, int]]:
    """Dates and statuses of the things that fit, with how many they are."""
    pattern, several = _pattern(connection, where)
    counted = "DISTINCT thing" if several else "*"
    return connection.execute(_DAYS.format(counted, pattern)).fetchall()


def things(
    connection: sqlite3.Connection, where: Where, dates: Sequence[str]
) -> list[tuple[str, str]]:
    """The things of these dates that fit, each with its date."""
    pattern, _ = _pattern(connection, where)
    return connection.execute(_THINGS.format(pattern), (json.dumps(dates),)).fetchall()


def first(connection: sqlite3.Connection, key: Key, most: int, offset: int) -> list[str]:
    """Some of the things under a key in the order of what they are sorted by."""
    pattern, _ = _pattern(connection, [[key]])
    found = connection.execute(_FIRST.format(pattern), (most, offset))
    return [iri for (iri,) in found]


def latest(connection: sqlite3.Connection, key: Key, most: int, offset: int) -> list[str]:
    """Some of the things under a key, the latest first, those of one date by IRI."""
    wanted, reached, before = list[str](), 0, 0
    for date, _, number in reversed(days(connection, [[key]])):
        if reached + number > offset and reached < offset + most:
            before = before if wanted else reached
            wanted.append(date)
        reached += number
    found = things(connection, [[key]], wanted)  # by IRI
    found.sort(key=lambda one: one[1], reverse=True)
    return [iri for iri, _ in found[offset - before : offset - before + most]]


def leading(connection: sqlite3.Connection, name: str, most: int) -> list[tuple[str, int]]:
    """The values of a name under which most things stand."""
    return connection.execute(_LEADING, (name, most)).fetchall()


def topics(connection: sqlite3.Connection, name: str, most: int) -> list[tuple[str, int, int]]:
    """The topics of most statements, with how many these are, and how many speakers."""
    return connection.execute(_TOPICS, (name, most)).fetchall()


def topics_of(
    connection: sqlite3.Connection, speaker: str, name: str, most: int
) -> list[tuple[str, int]]:
    """The topics on which somebody speaks most often."""
    return connection.execute(_TOPICS_OF, (speaker, name, most)).fetchall()


def speakers(connection: sqlite3.Connection, on: Iterable[Key], most: int) -> list[tuple[str, int]]:
    """Who makes most statements on any of these topics; one on several counts once."""
    listed = [number for number, _ in _keys(connection, on)]
    found = Counter(dict(connection.execute(_SPEAKERS.format(_in(listed))).fetchall()))
    if len(listed) > 1:
        found.subtract(_repeated(connection, listed))
    return sorted(found.items(), key=lambda one: (-one[1], one[0]))[:most]


def _repeated(connection: sqlite3.Connection, listed: Sequence[int]) -> Counter[str]:
    """By speaker how often statements on several of these topics are counted too often."""
    found: Counter[int] = Counter()
    for keys, times in connection.execute(_ON_SEVERAL.format(_in(listed))):
        found.update(dict.fromkeys(json.loads(keys), times - 1))
    sought = f"SELECT id, value FROM keys WHERE name = 'Statement.speaker' AND id IN ({_in(found)})"  # noqa: S608
    return Counter({who: found[number] for number, who in connection.execute(sought)})
