"""Instruments that no table knows, by how their names are made: capitals, years, places."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.extractors.instruments.sighting import Sighting
from loaders.facts import Span
from loaders.tables import rows

_CAPITAL = r"(?:[A-ZÀ-Þ][\w’'-]*|U\.S\.|U\.N\.)"
_SMALL = r"(?:of|on|for|and|the|between|against|to|in)"
_BEFORE = rf"(?:{_CAPITAL},?[ ](?:(?:of|for|on|and|against)[ ])?)"
_BEHIND = rf"(?:[ ](?:on|between|for|against|concerning)(?:[ ](?:{_SMALL}[ ]){{0,2}}{_CAPITAL})+)?"
_MONTHS = "|".join(month for month, *_ in rows("months") if len(month) > 3 or month == "May")
_AGREED = r"(?:peace |ceasefire |cease-fire |trade |nuclear |border |normali[sz]ation |framework )?"
_DATED = re.compile(
    rf"\b(?P<name>(?:(?:{_MONTHS}) )?(?:19|20)\d\d {_AGREED}"
    r"(?:agreements?|accords?|treaty|deal|ceasefire|truce|armistice|memorandum|pact))\b"
)
_NOT_BEFORE = {
    "The",
    "This",
    "That",
    "These",
    "Our",
    "Any",
    "An",
    "A",
    "In",
    "Under",
    "And",
    "With",
}
_NOT_BEFORE |= {
    "Through",
    "Before",
    "After",
    "Since",
    "Now,",
    "Now",
    "For",
    "By",
    "Today,",
    "Also,",
}
_NOT_NAMES = re.compile(
    r"\b(?:National|Party|Constitutional|Republican|Democratic) Convention\b"
    r"|\b(?:Chief of|State|Diplomatic) Protocol\b|\b(?:Class|Balancing) Act\b"
    r"|\b(?:Emergency|Disaster) Declaration\b|\b(?:Supply|Purchase|Labor) Agreements?\b"
)


def worded_instruments(text: str) -> Iterator[Sighting]:
    """Names made like an instrument's."""
    for match in _capitalized().finditer(text):
        yield from _named(match)
    for match in _DATED.finditer(text):
        span = Span(match.start("name"), match.end("name"))
        yield Sighting(span, match["name"], _kind(match["name"]), "instrument.dated", 0.8)
    for match in _of_place().finditer(text):
        name = " ".join(match.group().split())
        span = Span(match.start(), match.end())
        yield Sighting(span, name, _kind(name), "instrument.place", 0.8)


@cache
def _kinds() -> dict[str, str]:
    return {noun: kind for noun, kind, *_ in rows("instrument_nouns")}


@cache
def _openers() -> frozenset[str]:
    return frozenset(word for (word,) in rows("instrument_openers"))


def _kind(name: str) -> str:
    nouns = (word.rstrip("s").capitalize() for word in reversed(name.split()))
    return next((_kinds()[noun] for noun in nouns if noun in _kinds()), "agreement")


@cache
def _capitalized() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, _kinds()), key=lambda n: (-len(n), n)))
    return re.compile(
        rf"\b(?P<before>{_BEFORE}{{1,8}})(?P<noun>{nouns})\b(?P<year> of (?:19|20)\d\d)?{_BEHIND}"
    )


def _named(match: re.Match[str]) -> Iterator[Sighting]:
    words, skipped = match["before"].split(), 0
    while words and (words[0].rstrip(",") in _openers() or words[0].islower()):
        skipped += match.group()[skipped:].index(words[0]) + len(words[0]) + 1
        words = words[1:]
    name = " ".join(match.group()[skipped:].split())
    if words and not _NOT_NAMES.search(name):
        span = Span(match.start() + skipped, match.end())
        yield Sighting(span, name, _kinds()[match["noun"]], "instrument.wording", 0.8)


@cache
def _of_place() -> re.Pattern[str]:
    """ "Geneva agreement": a seat of government and what was agreed there."""
    capitals = {c for row in rows("states") if len(row) > 4 for c in row[4].split("|") if c}
    places = "|".join(sorted(map(re.escape, capitals), key=lambda c: (-len(c), c)))
    return re.compile(
        rf"\b(?:{places})(?:[-–](?:{places}|{_CAPITAL}))? (?:agreements?|accords?|treaty)\b"
    )
