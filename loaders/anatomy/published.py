"""The publication date: from the user, from the frame of the text, from "today (3 May 2022)"."""

import re
from collections.abc import Iterable, Sequence

from loaders.anatomy.found import Frame
from loaders.dates import find_dates
from loaders.dates.bounds import exact_day
from loaders.facts import Date, Derivation, Span

_LONGEST = 40  # characters of a date
_DOTTED = re.compile(r"(?P<one>\d{1,2})\.(?P<two>\d{1,2})\.(?P<year>\d{4})")
_TODAY = re.compile(r"\b[Tt]oday\b\s*[,(–—]?\s*(?:on\s+)?")


def publication(
    text: str, given: str | None, frames: Iterable[Frame], body: Sequence[Span]
) -> Date | None:
    """The best known publication date; None where neither user nor text tells."""
    if given:
        return Date(given, None, Derivation.METADATA, given)
    told = [frame.date for frame in frames if frame.date]
    if told:
        return _confirmed(told)
    return next((date for span in body if (date := _told_by_today(text, span))), None)


def _confirmed(dates: Sequence[Date]) -> Date:
    """The first date; where its dots may put the month first, the one in words that says so."""
    first = dates[0]
    numbers = _DOTTED.fullmatch(first.words)
    if numbers is None:
        return first
    swapped = f"{numbers['year']}-{int(numbers['one']):02}-{int(numbers['two']):02}"
    return next((d for d in dates if d.edtf == swapped and d.words[0].isalpha()), first)


def _told_by_today(text: str, span: Span) -> Date | None:
    """A day in apposition to "today" dates the article that says so."""
    for today in _TODAY.finditer(text, span.start, span.end):
        near = Span(today.end(), min(span.end, today.end() + _LONGEST))
        for date in find_dates(text, near, None)[:1]:
            if date.span and date.span.start == today.end() and exact_day(date):
                return date
    return None
