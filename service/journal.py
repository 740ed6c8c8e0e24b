"""The log beside the graph: when and from where each article was loaded."""

import json
import re
import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from loaders.article import Article
from loaders.naming import digest, token

_FILE = "journal.sqlite"
_DIGEST = re.compile("-([0-9a-f]{10})$")  # of keys that can't stand in an IRI as they are
_SCHEMA = "CREATE TABLE IF NOT EXISTS loads (key TEXT PRIMARY KEY, origin TEXT, at TEXT)"


class Journal:
    """Clock, host and paths stay out of the graph and stand here."""

    def __init__(self, store: Path) -> None:
        self._connection = sqlite3.connect(store / _FILE)
        self._connection.execute(_SCHEMA)

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._connection.close()

    def note(self, articles: Iterable[Article]) -> None:
        """Remember where these articles came from, and when."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        rows = [(a.key, a.origin, now) for a in articles]
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO loads VALUES (?, ?, ?)", rows)

    def origin(self, key: str) -> str | None:
        """The folder or address that the article was last loaded from."""
        query = "SELECT origin FROM loads WHERE key = ?"
        row = self._connection.execute(query, (key,)).fetchone()
        return row[0] if row else None


def loaded(store: Path, keys: Collection[str]) -> dict[str, str]:
    """When each of these articles was last loaded; those that came by other ways are left out."""
    try:
        connection = sqlite3.connect(f"{(store / _FILE).absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.OperationalError:  # nothing was ever loaded by this way
        return {}
    with closing(connection):
        query = "SELECT key, at FROM loads WHERE key IN (SELECT value FROM json_each(?))"
        return dict(connection.execute(query, (json.dumps(sorted(keys)),)))


def was_held(store: Path, segment: str) -> bool:
    """Whether an article whose IRI ends so was ever loaded into the store; it may have gone."""
    try:
        connection = sqlite3.connect(f"{(store / _FILE).as_uri()}?mode=ro", uri=True)
    except sqlite3.OperationalError:  # nothing was ever loaded by this way
        return False
    with closing(connection):
        connection.create_function("digest", 1, digest, deterministic=True)
        found = connection.execute("SELECT key FROM loads WHERE key = ?", (segment,)).fetchall()
        if mark := _DIGEST.search(segment):
            found += connection.execute(
                "SELECT key FROM loads WHERE digest(key) = ?", mark.groups()
            )
        return any(token(key) == segment for (key,) in found)
