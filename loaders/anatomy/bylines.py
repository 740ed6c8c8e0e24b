"""Bylines: "By Ann Lee in Oslo May 3, 2022", "Author: Ann Lee", "Ann Lee, Deutsche Welle"."""

import dataclasses
import re
from collections.abc import Mapping, Sequence

from loaders.anatomy.found import Frame, stated
from loaders.anatomy.places import is_place, place_name
from loaders.anatomy.units import Unit
from loaders.dates import find_dates
from loaders.dates.bounds import exact_day
from loaders.facts import Derivation, Span

_MOST_WORDS = 22
_WORD = r"[^\W\d_][\w.’'-]*"
_BY = re.compile(
    r"(?:(?i:(?:written |story |report |text )?by|author|authors|journalist|writer)\s?:|"
    r"(?:By|BY|by|Written by|Story by|Report by))\s+"
    rf"(?P<name>{_WORD}(?:\s(?:de|van|von|bin|al|el|del|der|la|{_WORD})){{1,4}}?)"
    r"(?=\s*(?:$|[,|/;·•(–—-]|\bin\b|\bon\b|\bfor\b|\band\b|\s\d|\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))"
)
_IN = re.compile(
    rf"\s+in\s+(?P<place>{_WORD}(?:\s{_WORD}){{0,2}}?)(?=\s*(?:$|[,|/(–—-]|\s\d|\s[A-Z]))"
)
_PLAIN = r"[^\W\d_][\w’'-]*"
_BEFORE_DATE = re.compile(rf"[.,|·–—(-]\s*(?P<place>{_PLAIN}(?:\s{_PLAIN}){{0,2}}),?\s*$")
_REPORTING = re.compile(
    rf"[(\[]?(?i:reporting|written|reported)(?: and \w+)? by (?P<name>{_WORD}(?:\s{_WORD}){{1,3}}?)"
    r"(?=\s*(?:$|[,;.)\]]|in\b|and\b|for\b))"
)
_REPORTER = re.compile(
    rf"(?P<name>{_WORD}\s{_WORD}(?:\s{_WORD})?) in (?P<place>{_WORD}(?:\s{_WORD})?)"
)


def byline(text: str, unit: Unit) -> Frame | None:
    """The author, and the place and date beside the name."""
    found = _BY.match(unit.text)
    if found is None or unit.words > _MOST_WORDS or not _capitalised(found["name"]):
        return None
    if unit.ended and not re.search(r"\b(?:Jr|Sr|Inc|[ap]\.m)\.$", unit.text):
        return None
    start = unit.span.start
    days = [d for d in find_dates(text, unit.span, None) if exact_day(d)]
    date = dataclasses.replace(days[0], derivation=Derivation.DATELINE) if days else None
    name = found["name"].title() if found["name"].isupper() else found["name"]
    author = stated(name, Span(start + found.start("name"), start + found.end("name")), "byline")
    where = _IN.match(unit.text, found.end())
    if where is None and date is not None and date.span is not None:
        where = _BEFORE_DATE.search(unit.text, found.end(), date.span.start - start)
    place = None
    if where and is_place(where["place"]):
        at = Span(start + where.start("place"), start + where.end("place"))
        place = stated(place_name(where["place"]), at, "byline")
    return Frame(unit.span, date, place, author)


def credited(units: Sequence[Unit], taken: Mapping[int, str]) -> list[Frame]:
    """The author whom a credit at the end names: "(Reporting by Ann Ode; editing by Bo Ulm)"."""
    for index, unit in enumerate(units):
        found = _REPORTING.match(unit.text) if taken.get(index) == "source" else None
        if found is not None and _capitalised(found["name"]):
            return [
                Frame(unit.span, author=stated(found["name"], _at(unit, found, "name"), "byline"))
            ]
    return []


def reporter(unit: Unit) -> Frame | None:
    """A name and a place without "by", as papers write it beside a date: "Ann Ode in Oslo"."""
    found = _REPORTER.fullmatch(unit.text)
    if found is None or not is_place(found["place"]):
        return None
    name, place = (_at(unit, found, group) for group in ("name", "place"))
    return Frame(
        unit.span,
        place=stated(place_name(found["place"]), place, "byline"),
        author=stated(found["name"], name, "byline"),
    )


def _at(unit: Unit, found: re.Match[str], group: str) -> Span:
    return Span(unit.span.start + found.start(group), unit.span.start + found.end(group))


_SMALL = ("the", "a", "an", "this", "that", "its", "their")


def _capitalised(name: str) -> bool:
    words = name.split()
    proper = words[0].lower() not in _SMALL and words[0][0].isupper()
    return proper and words[-1][0].isupper()
