"""Spans of time: the days that a date may mean, and the span that an address asks for."""

import calendar
import re
from dataclasses import dataclass

from flask import Request
from werkzeug.exceptions import BadRequest

_GIVEN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
_FIRST, _LAST = "0000-01-01", "9999-12-31"


def ends(edtf: str) -> tuple[str, str]:
    """The first and the last day that a date may mean: 2031-05 is from the 1st to the 31st.

    An end that is open or can't be read is as far away as can be.
    """
    first, slash, last = edtf.partition("/")
    return _end(first, 0) or _FIRST, _end(last if slash else first, 1) or _LAST


def _end(part: str, side: int) -> str:
    found = _GIVEN.match(part)
    if not found:
        return ""
    year, month = found[1], found[2] or ("01", "12")[side]
    return f"{year}-{month}-{found[3] or ('01', _last_of(year, month))[side]}"


def _last_of(year: str, month: str) -> str:
    return f"{calendar.monthrange(max(int(year), 1), int(month))[1]:02}"


def period(edtf: str, length: int) -> str:
    """The month (7 characters) or day (10) that a date begins in; "" where it is less exact."""
    first = edtf.partition("/")[0].strip("~?%")
    return first[:length] if len(first) >= length and _GIVEN.match(first) else ""


@dataclass(frozen=True)
class Asked:
    """Days that an address asks for, inclusive; "" leaves an end open."""

    since: str = ""
    until: str = ""

    def __bool__(self) -> bool:
        return bool(self.since or self.until)

    def meets(self, edtf: str) -> bool:
        """Whether a date isn't wholly before or after."""
        earliest, latest = ends(edtf)
        return latest >= (self.since or _FIRST) and earliest <= (self.until or _LAST)

    @property
    def given(self) -> dict[str, str]:
        """As parameters."""
        both = {"since": self.since, "until": self.until}
        return {name: day for name, day in both.items() if day}


def asked(request: Request) -> Asked:
    """The span of a request: days, or months and years in full. Raises BadRequest."""
    return Asked(_day(request, "since", 0), _day(request, "until", 1))


def _day(request: Request, name: str, side: int) -> str:
    given = request.args.get(name, "").strip()
    found = _GIVEN.fullmatch(given) if given.isascii() else None
    day = found and (_end(given, side) if int(found[1]) else "")
    if given and (not found or not day or day[8:] > _last_of(day[:4], day[5:7]) or day[8:] < "01"):
        raise BadRequest(f"{name} is {given!r}: give a day, a month or a year, as 2031-05-02")
    return day or ""
