"""The words of dates as pieces of regular expressions, and what they mean."""

import re
from collections.abc import Iterable

from loaders.tables import rows


def _numbers(table: str) -> dict[str, int]:
    return {word.lower(): int(number) for word, number in rows(table)}


MONTHS = _numbers("months")
WEEKDAYS = _numbers("weekdays")
SEASONS = _numbers("seasons")
NUMERALS = _numbers("numerals")
RELATIVE_DAYS = _numbers("relative_days")


def either(words: Iterable[str]) -> str:
    """An alternation that tries longer words first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def _shouted(words: Iterable[str]) -> str:
    return either({form for word in words for form in (word, word.upper())})


def _full(names: dict[str, int]) -> set[str]:
    """The unshortened names: the longest of each number."""
    ordered = sorted(names, key=len)
    return {word.title() for word in {names[word]: word for word in ordered}.values()}


FULL_MONTHS, FULL_WEEKDAYS = _full(MONTHS), _full(WEEKDAYS)
SHORT_MONTHS = {word.title() for word in MONTHS} - FULL_MONTHS
SHORT_WEEKDAYS = {word.title() for word in WEEKDAYS} - FULL_WEEKDAYS
GAP = r"(?:[ \t\u00a0\u202f]+|[ \t]*\r?\n[ \t]*)"
MONTH = rf"(?:(?:{_shouted(FULL_MONTHS)})\b(?:\.(?=[ \t]*\d))?|(?:{_shouted(SHORT_MONTHS)})\b\.?)"
WEEKDAY = rf"(?:{_shouted(FULL_WEEKDAYS)})\b"
_ORDINAL = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\d:%°$€£]|[.,]\d|\w)"
DAY = rf"(?<![\d.,:/-]){_ORDINAL}"
LAST_DAY = rf"(?<![\d.,:/]){_ORDINAL}"  # may stand behind the dash of a range
YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d|-\d\d-)"
BESIDE_DATE = (
    rf"(?:(?:{_shouted(FULL_WEEKDAYS)}|(?:{_shouted(SHORT_WEEKDAYS)})\.?),?{GAP}(?:the{GAP})?)?"
)
DASH = rf"(?:[ \t\u00a0]*[-\u2010-\u2015][ \t\u00a0]*|{GAP}(?:to|through|until|till){GAP})"
AND = rf"{GAP}(?:and|&|or){GAP}"
ABOUT = rf"(?P<about>(?:(?i:around|about|circa|approximately|roughly){GAP}|c\.{GAP}?))?"
PARTED = (
    r"(?P<part>(?i:early|late|mid|middle|beginning|start|end))"
    rf"(?:[- ]|{GAP})(?:(?:in|of){GAP})?"
)
PART = rf"(?:{PARTED})?"
COUNT = rf"(?:\d{{1,3}}|(?i:{either(NUMERALS)}))"


def month_of(word: str) -> int:
    """The number of a month's name."""
    return MONTHS[word.lower().rstrip(".")]


def day_of(word: str) -> int:
    """The number in "21", "07" or "3rd"."""
    return int(re.sub(r"\D", "", word))


def count_of(word: str) -> int:
    """The number in "3" or "three"."""
    return NUMERALS[word.lower()] if word.lower() in NUMERALS else int(word)
