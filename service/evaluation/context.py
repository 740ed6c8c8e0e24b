"""Where words stand in a text, and the words around them."""

from dataclasses import dataclass

_AROUND = 50  # characters shown on each side
_LONGEST = 160  # characters of the words themselves: longer ones are cut in their middle


@dataclass(frozen=True)
class Context:
    """A place in a text: its line and offset, its words and those around them."""

    line: int
    offset: int
    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}[{self.words}]{self.after}"


def context(text: str, start: int, end: int) -> Context:
    """The words from `start` to `end` as they stand; line breaks are shown as blanks."""
    begin = max(0, min(start, len(text)))
    stop = max(begin, min(end, len(text)))
    before, after = text[max(0, begin - _AROUND) : begin], text[stop : stop + _AROUND]
    return Context(
        line=text.count("\n", 0, begin) + 1,
        offset=start,
        before=("…" if begin > _AROUND else "") + _flat(before),
        words=_cut(_flat(text[begin:stop])),
        after=_flat(after) + ("…" if stop + _AROUND < len(text) else ""),
    )


def _flat(words: str) -> str:
    return "".join(" " if c.isspace() else c for c in words)


def _cut(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    half = _LONGEST // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
