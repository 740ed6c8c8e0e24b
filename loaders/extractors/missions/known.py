"""The table of known missions: names, and what each name says of lead, place and mandate."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.extractors.gazetteer import Gazetteer, slug
from loaders.tables import rows


@dataclass(frozen=True)
class Known:
    """A row of the table; `weak` names count only beside another name of the mission."""

    id: str
    name: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    lead: str | None
    place: str | None
    mandate: str | None


@cache
def known_missions() -> dict[str, Known]:
    """Every mission of the table by its id."""
    return {mission.id: mission for mission in _read()}


def _read() -> Iterator[Known]:
    for row in rows("missions"):
        name, aliases, lead, place, mandate = (*row, *[""] * (5 - len(row)))
        written = [a for a in aliases.split("|") if a]
        strong = tuple(a for a in written if not a.endswith("?"))
        weak = tuple(a[:-1] for a in written if a.endswith("?"))
        yield Known(slug(name), name, strong, weak, lead or None, place or None, mandate or None)


@cache
def mission_names() -> Gazetteer:
    """Finds the known missions' names in a text."""
    missions = known_missions().values()
    return Gazetteer((n, m.id) for m in missions for n in (m.name, *m.strong, *m.weak))
