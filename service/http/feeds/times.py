"""When articles were loaded, as the store's own log has it; nothing is made up."""

from collections.abc import Collection
from datetime import UTC, datetime

from flask import g

from service.http.state import snapshot, state
from service.journal import loaded


def loaded_at(keys: Collection[str]) -> dict[str, str]:
    """The time of each article's last load; those that came by other ways have none.

    An article may be served a moment before its time is written down: such an answer is no copy
    to be kept.
    """
    found = loaded(state().reader.directory.path, keys)
    if len(found) < len(set(keys)):
        g.pop("tag", None)
    return found


def published() -> str:
    """When the state that this request reads was published."""
    moment = int(snapshot().version.partition("-")[2], 16) // 10**9
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds")
