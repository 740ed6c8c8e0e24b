"""Resolutions and orders, known by their number: "Resolution 1244 of 1999", "UNSCR 1325"."""

import re
from collections.abc import Iterator

from loaders.extractors.instruments.sighting import Sighting
from loaders.facts import Span

_UN = r"(?:(?:United\s+Nations|U\.?N\.?)(?:\s+\(U\.?N\.?\))?(?:['’]s)?\s+)?"
_COUNCIL = r"(?:Security\s+Council(?:\s+\(UNSC\))?|UNSC|SC)(?:['’]s)?"
_YEAR = r"(?:\s*\((?:19|20)\d\d\)|\s+of\s+(?:19|20)\d\d)?"
_COUNCIL_RESOLUTION = re.compile(
    rf"\b(?P<body>{_UN}{_COUNCIL}\s+|UNSC\s?)?(?:[Rr]esolutions?|R(?=\s?\d)|Res\.)\s*(?:No\.?\s*)?"
    rf"(?P<number>\d{{1,4}})(?!\d|[/.,-]\d){_YEAR}"
)
_MORE = re.compile(rf"(?:,\s*|,?\s+and\s+)(?P<number>\d{{3,4}})(?!\d){_YEAR}")
_ASSEMBLY_RESOLUTION = re.compile(
    rf"\b{_UN}General\s+Assembly\s+[Rr]esolution\s+(?P<number>(?:ES-)?\d+/\d+)"
    r"|\bA/RES/(?P<symbol>(?:ES-)?\d+/\d+)"
)
_ORDER = re.compile(r"\b(?:Executive\s+Order|E\.?O\.?)\s+(?:No\.?\s*)?(?P<number>\d{4,5})\b")
_PARLIAMENT = re.compile(r"(?:House|Senate|Joint|Concurrent|Parliament\w*|H\.|S\.)\s+(?:\w+\s+)?$")
_HIGHEST = 3500  # the Security Council's resolutions are far from this number


def numbered_instruments(text: str) -> Iterator[Sighting]:
    """Resolutions of the United Nations and executive orders in the text."""
    yield from _of_the_council(text)
    for match in _ASSEMBLY_RESOLUTION.finditer(text):
        name = "United Nations General Assembly Resolution"
        yield _sighting(match, f"{name} {match['number'] or match['symbol']}", "resolution")
    for match in _ORDER.finditer(text):
        yield _sighting(match, f"Executive Order {match['number']}", "law")


def _of_the_council(text: str) -> Iterator[Sighting]:
    for match in _COUNCIL_RESOLUTION.finditer(text):
        domestic = not match["body"] and _PARLIAMENT.search(text[: match.start()][-40:])
        if domestic or not 0 < int(match["number"]) < _HIGHEST:
            continue
        more: re.Match[str] | None = match
        while more:
            name = f"United Nations Security Council Resolution {more['number']}"
            yield _sighting(more, name, "resolution")
            more = _MORE.match(text, more.end()) if "esolutions" in match.group() else None


def _sighting(match: re.Match[str], name: str, kind: str) -> Sighting:
    start = match.start("number") if match.group()[:1] in ", " else match.start()
    return Sighting(Span(start, match.end()), name, kind, "instrument.number")
