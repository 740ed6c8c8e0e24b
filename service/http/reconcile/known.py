"""Other names of states, bodies and missions that everybody knows, whatever the articles use."""

from collections.abc import Iterator
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rigour.territories import lookup_territory

from loaders.tables import several, wide
from queries.folding import fold

_NEAR, _SHORTEST = 0.88, 8  # how alike a misspelt name must be, and from how many letters on
_UNSURE = "?"  # ends an alias that alone doesn't name a mission


@lru_cache(maxsize=1 << 14)
def others(question: str) -> tuple[frozenset[str], float]:
    """All folded names of what a question names, and how alike its name is, 0 where none is."""
    asked = fold(question)
    found = _names().get(asked, frozenset()) | _territory(question)
    if found or len(asked) < _SHORTEST:
        return found, 1.0 if found else 0.0
    near = process.extractOne(
        asked, _choices(), scorer=OSA.normalized_similarity, score_cutoff=_NEAR
    )
    return (_names()[near[0]], near[1]) if near else (frozenset(), 0.0)


def _territory(question: str) -> frozenset[str]:
    """The names of a state as `rigour` knows them."""
    found = lookup_territory(question)
    if found is None:
        return frozenset()
    names = {fold(found.name), fold(found.full_name)}
    return frozenset(names).union(*(_names().get(name, frozenset()) for name in names))


@cache
def _names() -> dict[str, frozenset[str]]:
    made: dict[str, frozenset[str]] = {}
    for row in _rows():
        folded = frozenset(fold(name) for name in row) - {""}
        for name in folded:
            made[name] = made.get(name, frozenset()) | folded
    return made


@cache
def _choices() -> tuple[str, ...]:
    return tuple(name for name in _names() if len(name) >= _SHORTEST)


def _rows() -> Iterator[tuple[str, ...]]:
    """The names of each state, body and mission of the tables."""
    for _, name, _, aliases, _ in wide("states", 5):
        yield (name, *several(aliases))
    for table in ("organizations", "missions"):
        for name, aliases, *_ in wide(table, 2):
            yield (name, *(alias.rstrip(_UNSURE) for alias in several(aliases)))
