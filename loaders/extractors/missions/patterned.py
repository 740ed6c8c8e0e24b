"""Missions that no table knows, by how their names are made ("Task Force 70")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.facts import Span
from loaders.tables import rows

_NUMBERED = re.compile(
    r"\b(?:(?:Combined|Joint|Maritime|Naval) )*(?:Task Force(?: \((?:CTF|JTF|CJTF|TF)\))?"
    r"|CTF|CJTF|JTF)[ -](?P<number>\d{2,4})\b"
)
_KIND = (
    r"(?:Military|Police|Training|Monitoring|Observation|Observer|Observers|Verification|Advisory"
    r"|Assistance|Support|Stabili[sz]ation|Peacekeeping|Capacity Building|Security|Border"
    r"|Rule of Law|Interim|Transition|Joint|Standby|Maritime|Electoral|Election)"
)
_WORD = r"(?:[A-Z][\w-]+|of|and|for)"


@dataclass(frozen=True)
class Patterned:
    """A name in the text; names with one key mean one mission."""

    key: str
    span: Span


@cache
def _bodies() -> dict[str, str]:
    return {written: name for written, name, *_ in rows("mission_bodies")}


@cache
def _named() -> re.Pattern[str]:
    bodies = "|".join(sorted(map(re.escape, _bodies()), key=lambda b: (-len(b), b)))
    return re.compile(
        rf"\b(?P<lead>{bodies})(?:[-–]led)? (?:{_WORD} ){{0,4}}?{_KIND} (?:{_WORD} ){{0,3}}?"
        r"(?:Mission|Force|Operation)\b"
        r"(?: (?:in|to|for) (?:the )?(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)*))?"
    )


def patterned_names(text: str) -> Iterator[Patterned]:
    """Names of missions by their pattern, in text order."""
    found = [Patterned(f"task force {m['number']}", _span(m)) for m in _NUMBERED.finditer(text)]
    named = _named().finditer(text)
    found += [Patterned(" ".join(m.group().split()), _span(m)) for m in named]
    yield from sorted(found, key=lambda p: p.span)


def parts_of(name: str) -> tuple[str | None, str | None]:
    """The leading body and the place that a mission's name holds."""
    match = _named().match(name)
    return (_bodies()[match["lead"]], match["place"]) if match else (None, None)


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
