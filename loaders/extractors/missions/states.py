"""Which state an adjective or a name before a noun means: "Turkish", "U.S."."""

from functools import cache

from loaders.tables import rows


@cache
def _states() -> dict[str, str]:
    found: dict[str, str] = {}
    for _, name, *more in rows("states"):
        columns = [name, *more[:2]]
        for word in (w for column in columns for w in column.split("|") if w):
            found.setdefault(word, name)
    return found


def state_of(word: str) -> str | None:
    """The state of that name or demonym."""
    return _states().get(word)
