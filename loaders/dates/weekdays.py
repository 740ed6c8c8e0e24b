"""Weekdays seen from the day of publication: "on Monday", "last Friday", "Tuesday next week"."""

import datetime as dt
import re

from loaders.dates.context import UNKNOWN, Context, Rule, Value, of_day
from loaders.dates.words import GAP, WEEKDAY, WEEKDAYS
from loaders.facts import Derivation
from loaders.tables import rows


def _inside_names(side: str) -> str:
    return "|".join(re.escape(word) for where, word in rows("weekday_names") if where == side)


_BEFORE = re.compile(rf"\b(?:{_inside_names('before')})\s+$")
_AFTER = re.compile(rf"\s+(?:{_inside_names('after')})\b")
_WEEKDAY = re.compile(
    rf"\b(?:(?P<which>(?i:last|this{GAP}past|this{GAP}coming|this|next|coming|past)){GAP})?"
    rf"(?P<d>{WEEKDAY})"
    rf"(?:{GAP}(?:morning|afternoon|evening|night))?"
    rf"(?:,?{GAP}(?:of{GAP})?(?P<week>(?:last|this|next){GAP}week))?"
)
_BACK, _ON = ("last", "this past", "past"), ("next", "this coming", "coming")


def _weekday(match: re.Match[str], context: Context) -> Value | None:
    before = match.string[max(0, match.start() - 12) : match.start()]
    if _BEFORE.search(before) or _AFTER.match(match.string, match.end("d")):
        return None
    if context.day is None:
        return UNKNOWN
    weekday = WEEKDAYS[match["d"].lower()]
    which = re.sub(r"\s+", " ", (match["which"] or "").lower())
    if match["week"]:
        return of_day(_in_week(context.day, weekday, match["week"]), Derivation.RELATIVE)
    return of_day(_counted(context.day, weekday, which, context.future), Derivation.RELATIVE)


def _in_week(day: dt.date, weekday: int, week: str) -> dt.date:
    weeks = {"last": -1, "this": 0, "next": 1}[week.split(maxsplit=1)[0].lower()]
    return day + dt.timedelta(days=weekday - day.weekday(), weeks=weeks)


def _counted(day: dt.date, weekday: int, which: str, future: bool | None) -> dt.date | None:
    """A bare weekday is the nearest one, today included: the last, or, to come, the next."""
    if which == "this":
        return _in_week(day, weekday, "this")
    back = (day.weekday() - weekday) % 7
    if which in _BACK:
        return day - dt.timedelta(days=back or 7)
    if which == "next" and weekday > day.weekday():
        return None  # this week's or next week's: English speakers disagree
    if which in _ON or (future and not which and back):
        return day + dt.timedelta(days=7 - back)
    return day - dt.timedelta(days=back)


RULES: tuple[Rule, ...] = ((_WEEKDAY, _weekday),)
