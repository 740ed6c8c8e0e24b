"""All date expressions in a stretch of text: of overlapping readings the longest counts."""

import re
from collections.abc import Iterator

from loaders.dates import days, periods, relative, weekdays
from loaders.dates.context import Context, Rule, Value
from loaders.facts import Date, Span

_LOOK_BACK = 40  # characters
_BEFORE = re.compile(r"\b(?i:(?:before|prior to|(?:no|not) later than)(?: the)?|by the) $")
_SMALL = "in|at|on|with|for|when|if|and|or|but|to|as|while|because|so|under|between|among|from"
_OWNED = re.compile(rf"[’']s?\b|[ -](?!(?:{_SMALL})\b)[\w“]")

_RULES: tuple[Rule, ...] = (*days.RULES, *periods.RULES, *relative.RULES, *weekdays.RULES)


def find_dates(
    text: str, span: Span, published: Date | None, future: bool | None = None
) -> tuple[Date, ...]:
    """The dates named within `span` of `text`, in order.

    Relative words count from `published`; without it they keep an offset or neither.
    `future` says whether the sentence speaks of what is to come (None: unknown).
    """
    context = Context.of(published, future)
    found = sorted(
        _candidates(text, span, context), key=lambda c: (c[0].start, c[0].start - c[0].end)
    )
    dates: list[Date] = []
    end = span.start
    for where, value in found:
        if where.start >= end:
            dates.append(_date(text, where, value, span))
            end = where.end
    return tuple(dates)


def _date(text: str, where: Span, value: Value, within: Span) -> Date:
    """The date at `where`; "before the end of May" says not later, and names no day or month."""
    words = text[where.start : where.end]
    said = Value(derivation=value.derivation) if _limits(text, where, within) else value
    return Date(said.edtf, said.offset, said.derivation, words, where)


def _limits(text: str, where: Span, within: Span) -> bool:
    """Whether the date is only the last that can be meant, and no other noun's own.

    "Before Monday" is; "before Monday's meeting" and "before the May 3 talks" are not.
    """
    before = text[max(within.start, where.start - _LOOK_BACK) : where.start]
    return bool(_BEFORE.search(before)) and not _OWNED.match(text, where.end)


def _candidates(text: str, span: Span, context: Context) -> Iterator[tuple[Span, Value]]:
    for pattern, resolve in _RULES:
        for match in pattern.finditer(text, span.start, span.end):
            value = resolve(match, context)
            if value is not None:
                yield _words(match), value


def _words(match: re.Match[str]) -> Span:
    """The group `w` holds the words where the pattern looks at what is around them."""
    for group in ("w", "v"):
        if match.groupdict().get(group):
            return Span(match.start(group), match.end(group))
    return Span(match.start(), match.end())
