"""The log beside the graph: when and from where each article was loaded."""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from loaders.article import Article

_SCHEMA = "CREATE TABLE IF NOT EXISTS loads (key TEXT PRIMARY KEY, origin TEXT, at TEXT)"


class Journal:
    """Clock, host and paths stay out of the graph and stand here."""

    def __init__(self, store: Path) -> None:
        self._connection = sqlite3.connect(store / "journal.sqlite")
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
