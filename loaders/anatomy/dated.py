"""Lines that hold a date, and what may stand beside it: "Published: 3 May 2022 | Oslo"."""

import dataclasses
import re

from loaders.anatomy.beside import Beside, beside
from loaders.anatomy.found import Frame, stated
from loaders.anatomy.places import is_place, place_name
from loaders.anatomy.units import Unit
from loaders.dates import find_dates
from loaders.dates.bounds import exact_day
from loaders.facts import Date, Derivation, Span, Stated

_MOST_WORDS = 18
_CHANGED = re.compile(r"\s*(?i:last )?(?i:updated|modified)\b")
_MONTH = re.compile(r"\d{4}-(?:0\d|1[0-2])")
_TOWN = re.compile(r"(?!En |Aboard |Via )[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){0,2}")
_WITH_YEAR = re.compile(r"\d{4}")


def dated_line(text: str, unit: Unit, at_top: bool, below: bool = False) -> Frame | None:
    """A line that tells a date; above the body it may name a section, an author or a publisher too.

    `below` is whether a line stands over it that may be the headline.
    """
    if unit.words > _MOST_WORDS or not _WITH_YEAR.search(unit.text):
        return None
    dates = [d for d in find_dates(text, unit.span, None) if _WITH_YEAR.search(d.words)]
    whole = [date for date in dates if not _MONTH.fullmatch(date.edtf or "")]
    if not dates:
        return None
    said = beside(text, unit, [date.span for date in dates if date.span])
    if said.others and (unit.ended or not whole or not at_top or not said.loose(below)):
        return None
    place = _place(text, unit.span, said.places[0]) if said.places else None
    days = full_dates(text, unit.span)
    months = [_of_frame(date) for date in dates if date not in whole]
    day = next(iter([*days, *months]), None)
    return Frame(unit.span, day, place, publisher=_publisher(text, unit, said))


def _publisher(text: str, unit: Unit, said: Beside) -> Stated | None:
    for name in said.offices[:1]:
        start = text.index(name, unit.span.start, unit.span.end)
        return stated(" ".join(name.split()), Span(start, start + len(name)), "dateline")
    return None


def is_update(unit: Unit) -> bool:
    """Whether a dated line tells of a change, not of the publication."""
    return _CHANGED.match(unit.text) is not None


def full_dates(text: str, span: Span) -> list[Date]:
    """The dates within `span` that name one day."""
    return [_of_frame(date) for date in find_dates(text, span, None) if exact_day(date)]


def _of_frame(date: Date) -> Date:
    return dataclasses.replace(date, derivation=Derivation.DATELINE)


def _place(text: str, within: Span, phrase: str) -> Stated | None:
    words = re.sub(r"\s+", " ", phrase)
    if not words or not is_place(words):
        return None
    return _place_at(text, within, words.partition(",")[0])


def _place_at(text: str, within: Span, name: str) -> Stated | None:
    start = text.find(name, within.start, within.end)
    if start < 0:
        return None
    return stated(place_name(name), Span(start, start + len(name)), "dateline")


def placed_line(text: str, unit: Unit, dated: bool = False) -> Frame | None:
    """A line that is nothing but a place: "Geneva, Switzerland", "ISTANBUL".

    Beside a date its region vouches for a small town: "Little Harbour, Delaware".
    """
    parts = [part.strip() for part in unit.text.split(",")]
    known = [is_place(part) for part in parts]
    vouched = dated and len(parts) > 1 and all(known[1:]) and _TOWN.fullmatch(parts[0])
    if unit.ended or not (all(known) or vouched):
        return None
    return Frame(unit.span, place=_place_at(text, unit.span, parts[0]))
