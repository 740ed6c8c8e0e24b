"""The text in units: lines, or whole paragraphs where the text is wrapped at a column."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from loaders.facts import Span

_BREAK = re.compile(r"[\r\n\u2028\u2029]")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_EDGE = " \t\u00a0\u200b\u200e\u200f\u2060\ufeff\x0b\x0c\x1c\x1d\x1e\x1f\x85"
_MARKED = re.compile(
    r"(?:#{1,6} +|> ?)(?P<text>\S[^\r\n]*?)(?: +#+)?"
    r"|(?P<sign>\*{1,3}|_{1,3})(?=[^\s*_])(?P<within>[^*_\r\n]*[^\s*_])(?P=sign)"
)
_ENDED = re.compile(r"[.!?…](?:\s?[”“\"’‘'»«›‹)\]]|\[\d+\])*$")  # also before footnotes: "so.[3]"
_NARROWEST, _WIDEST = 40, 120  # columns at which texts are wrapped
_MOSTLY = 0.8
_LONGEST_END = 30  # characters behind the last word at most
_ENOUGH = 300  # characters that show whether a text is in capitals
_SHOUTED = 0.85  # of the letters
_LEAST = 3  # line ends that must look wrapped


@dataclass(frozen=True)
class Unit:
    """A line or paragraph without the blanks around it; `apart` after a blank line.

    `marks` are Markdown's signs around it: "##" before a heading, "*" around a line.
    """

    span: Span
    text: str
    apart: bool
    marks: tuple[Span, ...] = ()

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDED.search(self.text[-_LONGEST_END:]) is not None

    @cached_property
    def shouted(self) -> bool:
        """Whether it is written in capitals."""
        head = self.text[:_ENOUGH]
        upper, lower = sum(map(str.isupper, head)), sum(map(str.islower, head))
        return upper > 1 and upper > _SHOUTED * (upper + lower)


@lru_cache(maxsize=2)  # dissected first, joined right after
def units_of(text: str) -> tuple[Unit, ...]:
    """All units that hold more than blanks, in order."""
    lines = _lines(text)
    if not _wrapped(lines):
        return lines
    units: list[Unit] = []
    for line in lines:
        if units and not line.apart:
            span = Span(units[-1].span.start, line.span.end)
            units[-1] = Unit(span, text[span.start : span.end], units[-1].apart)
        else:
            units.append(line)
    return tuple(units)


def _lines(text: str) -> tuple[Unit, ...]:
    lines: list[Unit] = []
    end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip(_EDGE)
        if bare:
            start = match.start() + len(line) - len(line.lstrip(_EDGE))
            breaks = text.count("\n", end, start) or text.count("\r", end, start)
            end = start + len(bare)
            lines.append(_line(text, start, end, not lines or breaks > 1))
    return tuple(lines)


def _line(text: str, start: int, end: int, apart: bool) -> Unit:
    marked = _MARKED.fullmatch(text, start, end)
    if marked is None:
        return Unit(Span(start, end), text[start:end], apart)
    group = "text" if marked["text"] else "within"
    inner = Span(marked.start(group), marked.end(group))
    marks = (Span(start, inner.start), Span(inner.end, end))
    kept = tuple(mark for mark in marks if mark.start < mark.end)
    return Unit(inner, text[inner.start : inner.end], apart, kept)


def _wrapped(lines: tuple[Unit, ...]) -> bool:
    """Whether lines break because the next word would have passed the margin."""
    width = max((len(line.text) for line in lines), default=0)
    pairs = [(a, b) for a, b in pairwise(lines) if not b.apart]
    full = [a for a, b in pairs if len(a.text) + 1 + len(b.text.split(maxsplit=1)[0]) > width]
    return (
        _NARROWEST <= width <= _WIDEST and len(full) >= _LEAST and len(full) >= _MOSTLY * len(pairs)
    )


def continues(unit: Unit) -> bool:
    """Whether a line goes on with the sentence of the line above."""
    return unit.text[0].islower() or unit.text[0] in ",;)"


def joined(text: str) -> str:
    """`text` at the same length, with a blank for each line break inside a sentence.

    Such breaks come from wrapping at a column and from careless copying.
    """
    units = units_of(text)
    inside = [unit.span for unit in units if _BREAK.search(unit.text)]
    inside += [
        Span(above.span.end, below.span.start)
        for above, below in pairwise(units)
        if not below.apart and not above.ended and continues(below)
    ]
    pieces: list[str] = []
    end = 0
    for span in sorted(inside):
        pieces += [text[end : span.start], _BREAK.sub(" ", text[span.start : span.end])]
        end = span.end
    return "".join([*pieces, text[end:]])
