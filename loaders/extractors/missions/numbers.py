"""Reads amounts: digits and words, with what limits them ("more than 3,700")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.facts import Span
from loaders.tables import rows

_NOT_INSIDE = r"(?<![\w.,:/$€£])(?<![A-Za-z][-–])"
_DIGITS = (
    rf"{_NOT_INSIDE}\d{{1,3}}(?:[,.\u00a0\u202f]\d{{3}})+(?![\d%]|[.,]\d)"
    rf"|{_NOT_INSIDE}\d+(?![\d%:/]|[.,]\d)"
)
_POWER = r"(?:[ -](?P<power>hundred|thousand|million)\b)?"
_WHEN = re.compile(r"\b(?:in|since|by|until|during|early|late|mid)[\s-]$", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,.\u00a0\u202f]")


@dataclass(frozen=True)
class Amount:
    """A number in the text: one value, or two for a range; `span` takes its limiting words in."""

    values: tuple[tuple[float, str], ...]
    number: Span
    span: Span


def find_amounts(text: str, within: Span) -> list[Amount]:
    """All amounts in a stretch of text, in order."""
    pieces = list(_numbers(text, within))
    amounts: list[Amount] = []
    while pieces:
        first = pieces.pop(0)
        joint = text[first[0].end : pieces[0][0].start] if pieces else ""
        if _is_range(text[within.start : first[0].start], joint):
            amounts.append(_range(first, pieces.pop(0)))
        else:
            amounts.append(_limited(text, within, *first))
    return amounts


def _numbers(text: str, within: Span) -> Iterator[tuple[Span, float]]:
    for match in _pattern().finditer(text, within.start, within.end):
        value = _value(match)
        if value is not None and not _is_year(match):
            yield Span(match.start(), match.end()), value


def _is_year(match: re.Match[str]) -> bool:
    """ "in 2014 troops left": four digits behind a word of time."""
    years = match.group().isdigit() and 1900 <= int(match.group()) < 2100
    return years and bool(_WHEN.search(match.string[: match.start()][-12:]))


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(word for word, _, _ in rows("cardinals"))
    joint = r"(?:[ -]|(?:(?<=hundred)|(?<=thousand))[ ]and[ ])"
    spelt = rf"\b(?:an?[ ])?(?:{words})(?:{joint}(?:{words}))*\b"
    return re.compile(rf"(?P<digits>{_DIGITS}){_POWER}|(?P<words>{spelt})", re.IGNORECASE)


@cache
def _cardinals() -> dict[str, tuple[int, bool]]:
    return {word: (int(value), effect == "multiply") for word, value, effect in rows("cardinals")}


def _value(match: re.Match[str]) -> float | None:
    if match["digits"]:
        power = _cardinals()[match["power"].lower()][0] if match["power"] else 1
        return float(_SEPARATOR.sub("", match["digits"]) or 0) * power
    return _spelt(re.findall(r"[a-z]+", match["words"].lower()))


def _spelt(words: list[str]) -> float | None:
    """The value of spelt words; None for a bare "hundred" or "dozen", which counts nothing."""
    total, group = 0, 0
    if words[0] in _cardinals() and _cardinals()[words[0]][1]:
        return None
    for word in words:
        value, multiplies = _cardinals().get(word, (int(word in {"a", "an"}), False))
        if not multiplies:
            group += value
        elif value < 1000:
            group *= value
        else:
            total, group = total + group * value, 0
    return float(total + group)


def _is_range(before: str, joint: str) -> bool:
    if re.fullmatch(r"\s?(?:[-–]|to)\s?", joint):
        return not re.search(r"\bfrom\s$", before, re.IGNORECASE)
    return joint == " and " and bool(re.search(r"\bbetween\s$", before, re.IGNORECASE))


def _range(first: tuple[Span, float], last: tuple[Span, float]) -> Amount:
    where = Span(first[0].start, last[0].end)
    return Amount(((first[1], "atLeast"), (last[1], "atMost")), where, where)


@cache
def _limits(stands: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    here = [(words, bound) for words, bound, side in rows("bounds") if side == stands]
    longest = sorted(here, key=lambda w: (-len(w[0]), w[0]))
    shape = r"\b{}\s+(?:an? |the )?$" if stands == "before" else r"[\s-]?{}\b"
    return tuple(
        (re.compile(shape.format(re.escape(words)), re.IGNORECASE), bound)
        for words, bound in longest
    )


def _limited(text: str, within: Span, number: Span, value: float) -> Amount:
    before = text[max(within.start, number.start - 30) : number.start]
    for pattern, bound in _limits("before"):
        if match := pattern.search(before):
            start = number.start - len(before) + match.start()
            return Amount(((value, bound),), number, Span(start, number.end))
    for pattern, bound in _limits("after"):
        if match := pattern.match(text, number.end, within.end):
            return Amount(((value, bound),), number, Span(number.start, match.end()))
    plus = text[number.end : number.end + 1] == "+"
    bound = "atLeast" if plus else "exactly"
    return Amount(((value, bound),), number, Span(number.start, number.end + plus))
