"""Quotations marked in a text: straight, curly, German, guillemets, single, doubled, garbled."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.facts import Span

_DOUBLE = '"“”„‟«»″＂'
_SINGLE = "'‘’‚‹›"
_OPENERS = "“„‟«‘‚‹"
_PARAGRAPH = re.compile(r"[^\n]+")
_AFTER_OPENING = re.compile(r"[\s\u200b-\u200f]*\S")
# A mark before these words closes a quotation even where its shape or its blank says otherwise.
_CUE_FOLLOWS = re.compile(
    r"\s?(?:(?:said|says|added|adds|told|wrote|he|she|they)\b"
    r"|[A-Z][\w’'-]+ (?:said|says|added|told|wrote)\b)"
)


@dataclass(frozen=True)
class Quotation:
    """`span` is what stands between the marks; an unclosed one ends with its paragraph."""

    span: Span
    outer: Span
    closed: bool = True
    single: bool = False


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool
    single: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations that are not inside another, in text order."""
    found = [q for p in _PARAGRAPH.finditer(text) for q in _in_paragraph(text, p.start(), p.end())]
    return tuple(_joined(text, found))


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: _Mark | None = None
    nested = 0
    marks = list(_marks(text, start, end))
    for i, mark in enumerate(marks):
        if opened is None:
            if mark.opens and not (mark.single and not _closes_later(mark, marks[i + 1 :])):
                opened, nested = mark, 0
        elif mark.single == opened.single and mark.closes and nested:
            nested -= 1
        elif mark.single == opened.single and mark.closes:
            yield _quotation(text, opened, mark.start, mark.end)
            opened = None
        elif opened.single and not mark.single and mark.opens:
            opened = mark
        elif mark.single == opened.single and _nests(text, mark, marks[i + 1 :]):
            nested += 1
    if opened is not None and not opened.single:
        stop = len(text[:end].rstrip())
        if stop > opened.end:
            yield _quotation(text, opened, stop, stop)


def _closes_later(mark: _Mark, later: list[_Mark]) -> bool:
    """A single opening mark needs its partner before the next one: it may be an apostrophe."""
    for other in later:
        if other.single and other.closes and other.start > mark.end:
            return True
        if other.opens:
            return False
    return False


def _nests(text: str, mark: _Mark, later: list[_Mark]) -> bool:
    """Whether an opening mark inside a quotation begins another; garbled texts reopen one."""
    closing = [m for m in later if m.closes and m.single == mark.single]
    return len(closing) > 1 and text[: mark.start].rstrip()[-1:] not in set(".,!?:;…")


def _quotation(text: str, opened: _Mark, stop: int, end: int) -> Quotation:
    first = _AFTER_OPENING.match(text, opened.end)
    start = first.end() - 1 if first and first.end() <= stop else opened.end
    last = start + len(text[start:stop].rstrip())
    return Quotation(Span(start, last), Span(opened.start, end), stop != end, opened.single)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """The quotation marks of a paragraph; in a line of CSV the doubled marks alone count."""
    doubled = text.startswith('"', start) and '""' in text[start + 1 : end]
    csv = doubled and text[start:end].rstrip().endswith('"')
    if csv:
        inner = len(text[start:end].rstrip()) + start - 1
        for m in re.compile('""').finditer(text, start + 1, inner):
            yield _mark(text, m.start(), m.end(), start + 1, inner)
        return
    for m in re.compile(f"''|``|\"+|[{_DOUBLE}{_SINGLE}]").finditer(text, start, end):
        if not _apostrophe(text, m.start(), m.end()) and not _inches(text, m.start()):
            yield _mark(text, m.start(), m.end(), start, end)


def _apostrophe(text: str, start: int, end: int) -> bool:
    """Inside a word, as in "don’t", or before an elided year, as in "’90s"."""
    if text[start] not in "'’‘" or end - start > 1:
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    return (before.isalnum() and after.isalnum()) or (not before.isalnum() and after.isdigit())


def _inches(text: str, start: int) -> bool:
    return text[start] == "″" and text[start - 1 : start].isdigit()


def _mark(text: str, start: int, end: int, first: int, last: int) -> _Mark:
    character = text[start]
    blank_before = start == first or not _wordlike(text[start - 1])
    blank_after = end >= last or text[end].isspace() or text[end] in ".,;:!?)]}…–—"
    cue = bool(_CUE_FOLLOWS.match(text, end, last)) and text[:start].rstrip()[-1:] in set(".,!?")
    single = character in _SINGLE and end - start == 1
    if character in "\"'＂″`" or character == "‟":
        return _Mark(
            start,
            end,
            blank_before and not blank_after,
            not blank_before or blank_after or cue,
            single,
        )
    if character in _OPENERS:
        return _Mark(start, end, blank_before, cue or not blank_before or blank_after, single)
    wrong_way = blank_before and not blank_after and character not in "’›"
    return _Mark(start, end, wrong_way or (character == "»" and blank_before), True, single)


def _wordlike(character: str) -> bool:
    return (
        not character.isspace()
        and character not in "([{-–—/\u200b\u200e\u200f"
        and character not in _DOUBLE
    )


def _joined(text: str, found: list[Quotation]) -> Iterator[Quotation]:
    """One quotation out of unclosed paragraphs that each open a mark anew."""
    pending: Quotation | None = None
    for q in found:
        if pending is not None and _opens_next_paragraph(text, pending, q):
            pending = Quotation(
                Span(pending.span.start, q.span.end),
                Span(pending.outer.start, q.outer.end),
                q.closed,
                q.single,
            )
        else:
            if pending is not None:
                yield pending
            pending = q
        if pending.closed:
            yield pending
            pending = None
    if pending is not None:
        yield pending


def _opens_next_paragraph(text: str, before: Quotation, after: Quotation) -> bool:
    between = text[before.outer.end : after.outer.start]
    return not before.closed and "\n" in between and not between.strip()
