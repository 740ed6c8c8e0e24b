"""Days, weeks and years counted from publication: "yesterday", "two days ago", "next year"."""

import re

from loaders.dates.context import UNKNOWN, Context, Rule, Value, of_month, of_year, relative
from loaders.dates.words import COUNT, GAP, RELATIVE_DAYS, count_of
from loaders.facts import Derivation


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", GAP)


_NAMED = "|".join(_spaced(w) for w in sorted(RELATIVE_DAYS, key=lambda w: (-len(w), w)))
_OF_DAY = rf"(?:{GAP}(?:morning|afternoon|evening|night))?"
_DAY = re.compile(rf"\b(?:the{GAP})?(?P<d>{_NAMED})\b{_OF_DAY}", re.IGNORECASE)
_AGO = re.compile(rf"\b(?P<n>{COUNT}){GAP}(?P<u>day|week|month|year)s?{GAP}ago\b", re.IGNORECASE)
_AHEAD = re.compile(
    rf"\bin{GAP}(?P<n>{COUNT}){GAP}(?P<u>day|month|year)s?\b(?:[’']{GAP}time)?(?!{GAP}of\b)",
    re.IGNORECASE,
)
_WEEK = re.compile(
    rf"\b(?:(?:earlier|later){GAP})?(?:this|last|next|this{GAP}(?:past|coming)|the{GAP}coming)"
    rf"{GAP}(?:week|weekend)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    rf"\b(?:(?:earlier|later|early|late){GAP})?(?P<which>this|last|next){GAP}(?P<u>month|year)\b",
    re.IGNORECASE,
)
_ANAPHORIC = re.compile(
    rf"\b(?:(?:the{GAP})?(?:same|next|following|previous){GAP}(?:day|week|month|year)|that{GAP}day"
    rf"|the{GAP}day{GAP}(?:before|after)(?!{GAP}(?:yesterday|tomorrow))"
    rf"|{COUNT}{GAP}(?:day|week|month|year)s?{GAP}(?:earlier|later|before))\b",
    re.IGNORECASE,
)
# "the third attack in two days" counts a stretch of time, no day to come.
_STRETCH = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|only|once|twice|times?|most|\w+est"
    r"|\d+(?:th|st|nd|rd))\b[^.!?\n]*$",
    re.IGNORECASE,
)


def _day(match: re.Match[str], context: Context) -> Value:
    words = re.sub(r"\s+", " ", match["d"].lower())
    return relative(RELATIVE_DAYS[words], context)


def _ago(match: re.Match[str], context: Context) -> Value:
    return _counted(-count_of(match["n"]), match["u"], context)


def _ahead(match: re.Match[str], context: Context) -> Value | None:
    if _STRETCH.search(match.string, max(0, match.start() - 60), match.start()):
        return None
    if match["u"].lower() != "day" and not context.future:
        return None  # "in two years" mostly measures a stretch
    return _counted(count_of(match["n"]), match["u"], context)


def _counted(count: int, unit: str, context: Context) -> Value:
    if unit.lower() == "day":
        return relative(count, context)
    if context.near is None or unit.lower() == "week":
        return UNKNOWN
    if unit.lower() == "year":
        return Value(f"{context.near.year + count:04}~", derivation=Derivation.RELATIVE)
    year, month = _shifted(context.near.year, context.near.month, count)
    return Value(f"{year:04}-{month:02}~", derivation=Derivation.RELATIVE)


def _shifted(year: int, month: int, months: int) -> tuple[int, int]:
    years, index = divmod(month - 1 + months, 12)
    return year + years, index + 1


def _unknown(_: re.Match[str], __: Context) -> Value:
    return UNKNOWN


def _period(match: re.Match[str], context: Context) -> Value:
    shift = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    if context.near is None:
        return UNKNOWN
    if match["u"].lower() == "year":
        return of_year(context.near.year + shift, Derivation.RELATIVE)
    year, month = _shifted(context.near.year, context.near.month, shift)
    return of_month(year, month, Derivation.RELATIVE)


RULES: tuple[Rule, ...] = (
    (_DAY, _day),
    (_AGO, _ago),
    (_AHEAD, _ahead),
    (_WEEK, _unknown),
    (_PERIOD, _period),
    (_ANAPHORIC, _unknown),
)
