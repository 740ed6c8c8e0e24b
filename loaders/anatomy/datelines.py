"""Datelines: "BRUSSELS, Nov. 20, 2023 (AP) —" before a paragraph, "Oslo, 3 May 2022" on a line."""

import dataclasses
import re

from loaders.anatomy.found import Frame, stated
from loaders.anatomy.places import is_place, place_name
from loaders.anatomy.units import Unit
from loaders.dates import find_dates
from loaders.dates.bounds import exact_day
from loaders.facts import Date, Derivation, Span, Stated

_LONGEST = 110  # characters before the dash
_MOST_WORDS = 14
_DASH = re.compile(r"\s?(?:[–—―]|--+)\s?|\s-\s|(?<=\))\s?-\s?|(?<=\d{4})\s?:\s")
_NAME = r"[^\W\d_][\w.’'-]*(?:\s(?:of|de|la|el|al|and|the|[^\W\d_][\w.’'-]*)){0,3}"
_PLACE = re.compile(rf"\s*(?P<place>{_NAME}(?:,\s*{_NAME})?)\s*[,/;|:]?\s*")
_AGENCY = re.compile(r"[(/\[]\s*(?P<agency>[A-Z][\w .&-]{1,40}?)\s*[)/\]]")
_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?(?:[AaPp]\.?[Mm]\.?)?(?:\s?(?:[A-Z]{2,5}|\([A-Z]{2,5}\)))?"
_LABEL = re.compile(
    r"\b(?i:(?:first |last |originally )?"
    r"(?:published|posted|updated|modified|created|issued|released)"
    rf"|date(?:line)?|on|at|by|in)\b\s*:?|{_TIME}|[|·•,;:()\[\]–—/-]|\d+ (?:min(?:ute)?s? read)"
)
_CHANGED = re.compile(r"\s*(?i:last )?(?i:updated|modified)\b")


def dated_line(text: str, unit: Unit) -> Frame | None:
    """A line that holds a date, and beside it a label, a time or a place at most."""
    if unit.words > _MOST_WORDS:
        return None
    dates = _full(text, unit.span)
    if not dates or (unit.ended and not text[: unit.span.end].endswith(dates[-1].words)):
        return None
    first = dates[0]
    rest = unit.text
    for date in dates:
        rest = rest.replace(date.words, "|")
    parts = [part.strip(" .") for part in _LABEL.split(rest) if part.strip(" .")]
    if not all(is_place(part) for part in parts):
        return None
    place = _place(text, unit.span, parts[0]) if parts else None
    return Frame(unit.span, first, place)


def is_update(unit: Unit) -> bool:
    """Whether a dated line tells of a change, not of the publication."""
    return _CHANGED.match(unit.text) is not None


def _full(text: str, span: Span) -> list[Date]:
    found = find_dates(text, span, None)
    return [
        dataclasses.replace(date, derivation=Derivation.DATELINE)
        for date in found
        if exact_day(date)
    ]


def _place(text: str, within: Span, phrase: str) -> Stated | None:
    words = re.sub(r"\s+", " ", phrase)
    if not words or not is_place(words):
        return None
    name = words.partition(",")[0]
    start = text.find(name, within.start, within.end)
    if start < 0:
        return None
    return stated(place_name(name), Span(start, start + len(name)), "dateline")


def placed_line(text: str, unit: Unit) -> Frame | None:
    """A line that is nothing but a city and its country: "Geneva, Switzerland"."""
    city, comma, country = unit.text.partition(",")
    if not comma or unit.ended or not (is_place(city) and is_place(country.strip())):
        return None
    return Frame(unit.span, place=_place(text, unit.span, city))


def dateline(text: str, unit: Unit) -> Frame | None:
    """What stands before the dash at the head of a paragraph."""
    dash = _DASH.search(unit.text, 0, _LONGEST)
    if dash is None or dash.end() == len(unit.text):
        return None
    head = unit.text[: dash.start()]
    where = _PLACE.match(head)
    if where is None:
        return None
    span = Span(unit.span.start, unit.span.start + dash.start())
    dates = find_dates(text, span, None)
    agency = _AGENCY.search(head)
    phrase, rest = _divided(head, [date.words for date in dates], agency)
    shouted = phrase.partition(",")[0].isupper()
    if rest or not phrase or not (shouted or ((dates or agency) and is_place(phrase))):
        return None
    return _frame(text, unit, dash.end(), phrase, agency)


def leading_date(text: str, unit: Unit) -> Frame | None:
    """A full date that runs into the first paragraph: "Sunday, May 3, 2020 The minister said"."""
    for date in _full(text, unit.span)[:1]:
        if date.span and date.span.start == unit.span.start:
            after = text[date.span.end : unit.span.end]
            return Frame(date.span, date) if re.match(r"\s+[“\"A-Z]", after) else None
    return None


def _divided(head: str, dates: list[str], agency: re.Match[str] | None) -> tuple[str, str]:
    """The place, and what is left of the head beside dates and agency."""
    bare = head.replace(agency.group(), " ") if agency else head
    for words in dates:
        bare = bare.replace(words, " ")
    bare = re.sub(r"\s+", " ", bare).strip(" ,;:./|")
    where = _PLACE.fullmatch(bare)
    return (where["place"], "") if where else ("", bare)


def _frame(
    text: str, unit: Unit, end: int, phrase: str, agency: re.Match[str] | None
) -> Frame | None:
    span = Span(unit.span.start, unit.span.start + end)
    name = phrase.partition(",")[0].strip()
    start = text.find(name, span.start, span.end)
    if start < 0:
        return None
    dates = _full(text, span)
    publisher = None
    if agency:
        at = Span(unit.span.start + agency.start("agency"), unit.span.start + agency.end("agency"))
        publisher = stated(agency["agency"], at, "dateline")
    place = stated(place_name(name), Span(start, start + len(name)), "dateline")
    return Frame(span, dates[0] if dates else None, place, publisher=publisher)
