"""Evidence in its sentence: the words before and after it, as far as the sentence goes."""

import re
from dataclasses import dataclass

_END = re.compile(r"[.!?…][\"'”’»)\]]*\s|\n")
WINDOW = 280  # code points looked through on either side: a longer sentence is cut at a word


@dataclass(frozen=True)
class Excerpt:
    """Exact words `start` to `end` of an article, and what stands around them."""

    start: int
    end: int
    before: str
    words: str
    after: str


def excerpt(text: str, start: int, end: int) -> Excerpt:
    """The words between two offsets, within their sentence."""
    return Excerpt(start, end, _before(text, start), text[start:end], _after(text, start, end))


def _before(text: str, start: int) -> str:
    first = max(0, start - WINDOW)
    ends = [match.end() for match in _END.finditer(text, first, start)]
    if ends:
        return text[ends[-1] : start].lstrip()
    if not first:
        return text[:start].lstrip()
    return "… " + text[first:start].partition(" ")[2]


def _after(text: str, start: int, end: int) -> str:
    if _END.search(text[max(start, end - 3) : end] + " ", 0):
        return ""
    last = min(len(text), end + WINDOW)
    match = _END.search(text, end, last)
    if match:
        return text[end : match.end()].rstrip()
    return text[end:].rstrip() if last == len(text) else text[end:last].rpartition(" ")[0] + " …"
