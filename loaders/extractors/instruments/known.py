"""The table of known instruments."""

from collections.abc import Iterator
from functools import cache

from loaders.extractors.gazetteer import Found, Gazetteer
from loaders.extractors.instruments.sighting import Sighting
from loaders.tables import rows


@cache
def _kinds() -> dict[str, str]:
    return {name: kind for name, kind, *_ in rows("instruments")}


@cache
def _names() -> Gazetteer:
    return Gazetteer((written.rstrip("?"), name) for name, written, _ in _written())


@cache
def _weak() -> frozenset[str]:
    """Names that count only where the article names the instrument otherwise too."""
    return frozenset(written[:-1] for _, written, weak in _written() if weak)


def _written() -> Iterator[tuple[str, str, bool]]:
    for name, _, *aliases in rows("instruments"):
        yield name, name, False
        for alias in filter(None, "|".join(aliases).split("|")):
            yield name, alias, alias.endswith("?")


def known_instruments(text: str) -> Iterator[Sighting]:
    """Names of the table in the text."""
    found = _names().find(text)
    certain = {f.key for f in found if f.written not in _weak()}
    for name in found:
        if name.key in certain:
            yield _sighting(name)


def _sighting(found: Found) -> Sighting:
    kind = _kinds()[found.key]
    return Sighting(found.span, found.key, kind, "instrument.name.table", confidence=0.95)
