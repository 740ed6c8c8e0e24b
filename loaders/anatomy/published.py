"""The publication date: from the user, from the frame of the text, from "today (3 May 2022)"."""

import re
from collections.abc import Iterable, Sequence

from loaders.anatomy.found import Frame
from loaders.dates import find_dates
from loaders.dates.bounds import exact_day
from loaders.facts import Date, Derivation, Span

_LONGEST = 40  # characters of a date
_TODAY = re.compile(r"\b[Tt]oday\b\s*[,(–—]?\s*(?:on\s+)?")


def publication(
    text: str, given: str | None, frames: Iterable[Frame], body: Sequence[Span]
) -> Date | None:
    """The best known publication date; None where neither user nor text tells."""
    if given:
        return Date(given, None, Derivation.METADATA, given)
    for frame in frames:
        if frame.date:
            return frame.date
    return next((date for span in body if (date := _told_by_today(text, span))), None)


def _told_by_today(text: str, span: Span) -> Date | None:
    """A day in apposition to "today" dates the article that says so."""
    for today in _TODAY.finditer(text, span.start, span.end):
        near = Span(today.end(), min(span.end, today.end() + _LONGEST))
        for date in find_dates(text, near, None)[:1]:
            if date.span and date.span.start == today.end() and exact_day(date):
                return date
    return None
