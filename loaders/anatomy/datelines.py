"""Datelines before a paragraph: "BRUSSELS, Nov. 20, 2023 (AP) —", "MOSCOW, May 3. /TASS/."."""

import re

from loaders.anatomy.dated import full_dates
from loaders.anatomy.found import Frame, stated
from loaders.anatomy.places import is_country, is_place, place_name
from loaders.anatomy.units import Unit
from loaders.dates import find_dates
from loaders.facts import Span
from loaders.tables import rows

_LONGEST = 110  # characters before the dash
_SENTENCE = 8  # words
_DASH = re.compile(
    r"\s?(?:[–—―]|--+)\s?|\s-\s|(?<=\))\s?-\s?|(?<=\d{4})\s?:\s"
    r"|(?<=\d{4}\)):\s|(?<=/)\.\s|(?<=\d{4})\.\s(?=[“\"A-ZÀ-Þ])"
)
_NAME = r"[^\W\d_][\w.’'-]*(?:\s(?:of|de|la|el|al|and|the|[^\W\d_][\w.’'-]*)){0,3}"
_PLACE = re.compile(rf"\s*(?P<place>{_NAME}(?:,\s*{_NAME})?)\s*[,/;|]?\s*")
_AGENCY = re.compile(r"[(/\[]\s*(?P<agency>[A-Z][^\W\d]*(?:[ .&-]{1,2}[^\W\d]+){0,4}\.?)\s*[)/\]]")
_BRACKETS = re.compile(r"[\[(](?P<head>[^\[\]()]{3,60})[\])]\s+(?=[“\"A-ZÀ-Þ])")


_NOT_PLACES = frozenset(word for (word,) in rows("not_places"))


def dateline(text: str, unit: Unit) -> Frame | None:
    """What stands before the dash, or in brackets, at the head of a paragraph."""
    dash = _closing(text, unit)
    if dash is None or dash.end() == len(unit.text):
        return _bracketed(text, unit)
    head = unit.text[: dash.start()]
    where = _PLACE.match(head)
    if where is None:
        return None
    span = Span(unit.span.start, unit.span.start + dash.start())
    dates = find_dates(text, span, None)
    agency = _AGENCY.search(head)
    phrase, rest = _divided(head, [date.words for date in dates], agency)
    if not phrase:
        return None
    name = phrase.partition(",")[0]
    shouted = name.isupper() and name.split()[0] not in _NOT_PLACES
    wire = is_place(phrase) and (dates or agency or _opens(unit, dash, name))
    if rest or not (shouted or wire):
        return None
    return _frame(text, unit, dash.end(), phrase, agency)


def _closing(text: str, unit: Unit) -> re.Match[str] | None:
    """The dash behind the dateline: the second where a date alone stands between two of them."""
    dash = _DASH.search(unit.text, 0, _LONGEST)
    again = _DASH.search(unit.text, dash.end(), _LONGEST) if dash else None
    if dash is None or again is None:
        return dash
    start = unit.span.start
    between = Span(start + dash.end(), start + again.start())
    return again if any(date.span == between for date in full_dates(text, between)) else dash


def _bracketed(text: str, unit: Unit) -> Frame | None:
    """A place and a full date in brackets before the first sentence: "[Oslo, 3 May 2022] The …"."""
    found = _BRACKETS.match(unit.text)
    if found is None:
        return None
    span = Span(unit.span.start, unit.span.start + found.end())
    dates = full_dates(text, span)
    phrase, _ = _divided(found["head"], [date.words for date in dates], None)
    return _frame(text, unit, found.end(), phrase, None) if dates and is_place(phrase) else None


def _opens(unit: Unit, dash: re.Match[str], name: str) -> bool:
    """Whether a sentence begins behind a city's name and a dash: no "Oslo – as ever – waits".

    The names of two cities, or a country's, may stand so in the prose itself.
    """
    behind = unit.text[dash.end() :]
    word = re.match(r"[“\"]?(?P<first>[A-ZÀ-Þ][^\s,.’']*)", behind)
    again = _DASH.search(unit.text, dash.end(), dash.end() + _LONGEST)
    plain = word is not None and again is None and not is_place(word["first"])
    return plain and not is_country(name) and unit.ended and unit.words >= _SENTENCE


def leading_date(text: str, unit: Unit) -> Frame | None:
    """A full date that runs into the first paragraph: "Sunday, May 3, 2020 The minister said"."""
    head = Span(unit.span.start, min(unit.span.end, unit.span.start + _LONGEST))
    for date in full_dates(text, head)[:1]:
        if date.span and date.span.start == unit.span.start:
            after = text[date.span.end : unit.span.end]
            return Frame(date.span, date) if re.match(r"\s+[“\"A-Z]", after) else None
    return None


def _divided(head: str, dates: list[str], agency: re.Match[str] | None) -> tuple[str, str]:
    """The place, and what is left of the head beside dates and agency."""
    bare = head.replace(agency.group(), " ") if agency else head
    for words in dates:
        bare = bare.replace(words, " ")
    bare = re.sub(r"\s+|\(\s*\)", " ", bare).strip(" ,;./|–—-")
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
    dates = full_dates(text, span)
    publisher = None
    if agency:
        at = Span(unit.span.start + agency.start("agency"), unit.span.start + agency.end("agency"))
        publisher = stated(agency["agency"], at, "dateline")
    place = stated(place_name(name), Span(start, start + len(name)), "dateline")
    return Frame(span, dates[0] if dates else None, place, publisher=publisher)
