"""Lines that hold a date, and what may stand beside it: "Published: 3 May 2022 | Oslo"."""

import dataclasses
import re
from collections.abc import Sequence

from loaders.anatomy.found import Frame, stated
from loaders.anatomy.places import is_place, place_name
from loaders.anatomy.units import Unit
from loaders.dates import find_dates
from loaders.dates.bounds import exact_day
from loaders.facts import Date, Derivation, Span, Stated

_MOST_WORDS = 18
_MOST_BESIDE = 8  # words that say neither place, time nor label: a section, an author
_MOST_BEHIND = 3  # of them right behind a date without a bar between
_TIME = (
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?(?:[AaPp]\.?[Mm]\.?)?"
    r"(?:\s?(?:[A-Z]{2,5}|\([A-Z]{2,5}\))(?:[+-]\d+)?)?"
)
_LABEL = re.compile(
    r"\b(?i:(?:first |last |originally )?"
    r"(?:published|posted|updated|modified|created|issued|released)"
    r"|date(?:line)?|on|at|by|in|unique id)\b\s*:?"
    rf"|{_TIME}|[|·•,;:()\[\]–—/-]|\d+ (?:min(?:ute)?s? read)"
)
_CHANGED = re.compile(r"\s*(?i:last )?(?i:updated|modified)\b")
_BAR = re.compile(r"[|·•]")
_MONTH = re.compile(r"\d{4}-(?:0\d|1[0-2])")
_WITH_YEAR = re.compile(r"\d{4}")


def dated_line(text: str, unit: Unit, at_top: bool) -> Frame | None:
    """A line that tells a date; above the body it may name a section or an author too."""
    if unit.words > _MOST_WORDS or not _WITH_YEAR.search(unit.text):
        return None
    dates = [d for d in find_dates(text, unit.span, None) if _WITH_YEAR.search(d.words)]
    if not dates:
        return None
    first = dates[0].span or unit.span
    before, behind = text[unit.span.start : first.start], text[first.end : unit.span.end]
    rest = "|".join([before, *_between(text, dates, unit)])
    parts = [part.strip(" .") for part in _LABEL.split(rest) if part.strip(" .")]
    others = [part for part in parts if not is_place(part)]
    whole = [date for date in dates if not _MONTH.fullmatch(date.edtf or "")]
    if others and (unit.ended or not whole or not at_top or not _loose(before, behind, others)):
        return None
    places = [part for part in parts if part not in others]
    place = _place(text, unit.span, places[0]) if places else None
    days = full_dates(text, unit.span)
    months = [_of_frame(date) for date in dates if date not in whole]
    return Frame(unit.span, next(iter([*days, *months]), None), place)


def _between(text: str, dates: Sequence[Date], unit: Unit) -> list[str]:
    """What stands behind each date, up to the next."""
    spans = [date.span for date in dates if date.span]
    ends = [span.start for span in spans[1:]] + [unit.span.end]
    return [text[span.end : end] for span, end in zip(spans, ends, strict=True)]


def _loose(before: str, behind: str, others: Sequence[str]) -> bool:
    if behind.endswith(":") or any(other[0].islower() for other in others):
        return False
    words = sum(len(other.split()) for other in others)
    if _BAR.search(before + behind):
        return words <= _MOST_BESIDE
    leads = not any(part.strip(" .") in others for part in _LABEL.split(before) if part.strip(" ."))
    headed = re.match(r"\s?:\s", behind)  # "May 3, 2022: Ministers agree" is a headline
    separate = re.match(r"\s?[-–—,;]", behind)
    return leads and not headed and words <= (_MOST_BESIDE if separate else _MOST_BEHIND)


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
    name = words.partition(",")[0]
    start = text.find(name, within.start, within.end)
    if start < 0:
        return None
    return stated(place_name(name), Span(start, start + len(name)), "dateline")


def placed_line(text: str, unit: Unit) -> Frame | None:
    """A line that is nothing but a place: "Geneva, Switzerland", "ISTANBUL"."""
    parts = [part.strip() for part in unit.text.split(",")]
    if unit.ended or not all(is_place(part) for part in parts):
        return None
    return Frame(unit.span, place=_place(text, unit.span, parts[0]))
