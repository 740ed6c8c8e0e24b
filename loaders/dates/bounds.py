"""What an EDTF expression spans, as plain days."""

import calendar
import datetime as dt
from collections.abc import Callable
from functools import lru_cache
from time import struct_time

from edtf import EDTFObject, parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from loaders.facts import Date

_OPEN = ("", "..")


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of `edtf`; None where it is open or beyond the calendar.

    Raises `ValueError` where `edtf` isn't EDTF.
    """
    start, bar, end = edtf.partition("/")
    if bar and (start in _OPEN or end in _OPEN):
        first = None if start in _OPEN else bounds(start)[0]
        return first, None if end in _OPEN else bounds(end)[1]
    parsed = _parse(edtf)
    return _day(parsed.lower_strict), _day(parsed.upper_strict)


def _parse(edtf: str) -> EDTFObject:
    try:
        parsed: EDTFObject = parse_edtf(edtf)
    except EDTFParseException as error:
        raise ValueError(f"{edtf!r} is not a date in EDTF (2021-09-21, 2021-09, 2021)") from error
    return parsed


def _day(bound: Callable[[], struct_time | float]) -> dt.date | None:
    found = bound()
    if not isinstance(found, struct_time) or not dt.MINYEAR <= found.tm_year <= dt.MAXYEAR:
        return None
    last = calendar.monthrange(found.tm_year, found.tm_mon)[1]
    return dt.date(found.tm_year, found.tm_mon, min(found.tm_mday, last))


def earliest(date: Date | None) -> dt.date | None:
    """The first day that `date` may mean, None where nothing says so."""
    return bounds(date.edtf)[0] if date and date.edtf else None


def latest(date: Date | None) -> dt.date | None:
    """The last day that `date` may mean, None where nothing says so."""
    return bounds(date.edtf)[1] if date and date.edtf else None


def exact_day(date: Date | None) -> dt.date | None:
    """The one day that `date` means, None where it is less precise or unknown."""
    if date is None or date.edtf is None or len(date.edtf) != len("2021-09-21"):
        return None
    first, last = bounds(date.edtf)
    return first if first == last else None


def parse_day(text: str) -> str:
    """A day, month or year that a user gives, checked and bare of blanks around it.

    Raises `ValueError` that says what is wrong.
    """
    given = text.strip()
    parts = given.split("-")
    lengths = [len(part) for part in parts]
    if lengths != [4, 2, 2][: len(parts)] or not all(p.isascii() and p.isdigit() for p in parts):
        raise ValueError(
            f"{text!r} is not a day, month or year such as 2021-09-21, 2021-09 or 2021"
        )
    months = range(1, 13)
    if int(parts[0]) < dt.MINYEAR or (len(parts) > 1 and int(parts[1]) not in months):
        raise ValueError(f"{text!r} is not a date in the calendar")
    bounds(given)
    return given
