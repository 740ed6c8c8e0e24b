"""Days by number and month, alone and as ranges: "Sept. 21st, 2021", "3-5 May", "2021-09-21"."""

import datetime as dt
import re
from dataclasses import dataclass

from loaders.dates.context import Context, Rule, Value, of_day
from loaders.dates.nearest import day_in, nearest_day
from loaders.dates.words import (
    ABOUT,
    AND,
    BESIDE_DATE,
    DASH,
    DAY,
    GAP,
    LAST_DAY,
    MONTH,
    WEEKDAYS,
    YEAR,
    day_of,
    month_of,
)
from loaders.facts import Derivation

# After "March 4 and 5" no noun may follow: "March 4 and 5 soldiers" is one day.
_NO_NOUN = (
    rf"(?=,?{GAP}(?:{YEAR}|(?:in|at|for|with|to|of|on|by|as|and|but|when|where|the)\b|[A-Z(\[])"
    r"|[^\w\s]|\s*$|\s*\n)"
)


def _point(n: int) -> str:
    """One day with or without its year; groups end in `n`."""
    named = rf"(?P<ma{n}>{MONTH}){GAP}?(?:the{GAP})?(?P<da{n}>{DAY})"
    numbered = rf"(?P<db{n}>{LAST_DAY})(?:{GAP}|-)?(?:of{GAP})?(?P<mb{n}>{MONTH})"
    year = rf"(?:,?{GAP}(?:of{GAP})?(?P<y{n}>{YEAR}))?"
    return rf"(?P<w{n}>{BESIDE_DATE})(?:{named}|{numbered}){year}"


_JOIN = rf"(?:{DASH}|(?P<and>{AND}))"
_BARE = rf"(?P<d3>{LAST_DAY})(?:,?{GAP}(?P<y3>{YEAR})|{_NO_NOUN})"
_START = r"(?:\b|(?<=Published)|(?<=Posted)|(?<=Updated))"  # web pages lose the blank behind these
_DAYS = re.compile(rf"{_START}{ABOUT}{_point(1)}(?:(?:{_JOIN})(?:{_point(2)}|{_BARE}))?")
_LEADING = re.compile(rf"\b(?P<d3>{DAY}){_JOIN}{_point(2)}")
_ISO = re.compile(
    r"(?<![\w-])(\d{4})[-/](\d\d)[-/](\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
)
_SEPARATED = re.compile(  # "3-May-2022", "03/May/2022"
    rf"(?<![\w/-])(?P<day>\d{{1,2}})(?P<mark>[-/])(?P<month>{MONTH})(?P=mark)(?P<year>{YEAR})(?![\w/-])"
)
_NUMBERS = re.compile(r"(?<![\w./-])(\d{1,2})([./])(\d{1,2})\2(\d{4})\b(?![./-]\w)")
_BETWEEN = re.compile(r"\b[Bb]etween\s+$")


@dataclass(frozen=True)
class _Point:
    month: int
    day: int
    year: int | None
    weekday: int | None


def _read(match: re.Match[str], n: int) -> _Point | None:
    group = match.groupdict()
    month = group.get(f"ma{n}") or group.get(f"mb{n}")
    day = group.get(f"da{n}") or group.get(f"db{n}")
    if month is None or day is None:
        return None
    year, weekday = group.get(f"y{n}"), re.match(r"\w+", group.get(f"w{n}") or "")
    return _Point(
        month_of(month),
        day_of(day),
        int(year) if year else None,
        WEEKDAYS[weekday.group().lower()] if weekday else None,
    )


def _place(point: _Point, context: Context) -> dt.date | None:
    if point.year is not None:
        return day_in(point.year, point.month, point.day)
    return nearest_day(point.month, point.day, point.weekday, context)


def _days(match: re.Match[str], context: Context) -> Value | None:
    first, second = _read(match, 1), _read(match, 2)
    if first is None:
        return None
    if second is None and match["d3"]:
        year = int(match["y3"]) if match["y3"] else first.year
        if first.year is not None and not match["y3"] and match["and"]:
            return None  # "on 4 May 2022 and 5 ..." isn't a range
        first = _Point(first.month, first.day, first.year or year, first.weekday)
        second = _Point(first.month, day_of(match["d3"]), year, None)
    if second is None:
        value = of_day(_place(first, context), _derivation(first))
        return _approximate(value) if match["about"] else value
    return _range(first, second, context, _listed(match))


def _leading(match: re.Match[str], context: Context) -> Value | None:
    second = _read(match, 2)
    if second is None or match["ma2"]:
        return None
    first = _Point(second.month, day_of(match["d3"]), second.year, None)
    return _range(first, second, context, _listed(match))


def _listed(match: re.Match[str]) -> bool:
    """Whether two days are named ("9 and 12 May"), not a stretch ("between 9 and 12 May")."""
    return bool(match["and"]) and not _BETWEEN.search(
        match.string[max(0, match.start() - 12) : match.start()]
    )


def _range(first: _Point, second: _Point, context: Context, listed: bool) -> Value:
    end = _place(second, context)
    later = (first.month, first.day) > (second.month, second.day)
    year = first.year or (end.year - later if end else None)
    start = day_in(year, first.month, first.day) if year else None
    derivation = _derivation(second)
    if start is None or end is None or start >= end:
        return Value(derivation=derivation)
    if listed and (end - start).days > 1:
        return Value(f"{{{start},{end}}}", derivation=derivation)
    return Value(f"{start}/{end}", derivation=derivation)


def _derivation(point: _Point) -> Derivation:
    return Derivation.INFERRED if point.year is None else Derivation.STATED


def _approximate(value: Value) -> Value:
    return Value(value.edtf and f"{value.edtf}~", None, value.derivation)


def _iso(match: re.Match[str], _: Context) -> Value | None:
    day = day_in(int(match[1]), int(match[2]), int(match[3]))
    return of_day(day, Derivation.STATED) if day else None


def _numbers(match: re.Match[str], _: Context) -> Value | None:
    """Dots put the day first where they can; slashes do in some countries, so that one order
    alone must be readable. American forces write 05.13.2022."""
    one, two, year = int(match[1]), int(match[3]), int(match[4])
    day_first, month_first = day_in(year, two, one), day_in(year, one, two)
    if day_first is None and month_first is None:
        return None
    if match[2] == "/" and day_first and month_first and day_first != month_first:
        return Value()
    return of_day(day_first or month_first, Derivation.STATED)


def _separated(match: re.Match[str], _: Context) -> Value | None:
    day = day_in(int(match["year"]), month_of(match["month"]), int(match["day"]))
    return of_day(day, Derivation.STATED) if day else None


RULES: tuple[Rule, ...] = (
    (_SEPARATED, _separated),
    (_DAYS, _days),
    (_LEADING, _leading),
    (_ISO, _iso),
    (_NUMBERS, _numbers),
)
