"""Finds the names of a table in a text, longest first, whatever divides the words."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii

from loaders.facts import Span

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ \t\u00a0\u2000-\u200f]*[.,'’/&(\-–—]?\)?[ \t\u00a0\u2000-\u200f]*\n?[ \t]*")
_LONG = 4  # names of so many words are told apart without their capitals


@lru_cache(maxsize=1 << 16)  # a text has few words, often
def fold(text: str) -> str:
    """`text` without case and diacritics."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def slug(name: str) -> str:
    """A readable identifier made of `name`."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")


@dataclass(frozen=True)
class Found:
    """A name of the table in the text; `written` is the table's own spelling of it."""

    span: Span
    key: str
    written: str


@dataclass(frozen=True)
class _Entry:
    words: tuple[str, ...]
    folded: tuple[str, ...]
    written: str
    key: str

    def fits(self, words: list[re.Match[str]], text: str) -> bool:
        """Whether the words at hand are this name, close together and with its capitals."""
        if tuple(fold(w.group()) for w in words) != self.folded:
            return False
        pieces = [w.group() for w in words]
        gaps = (text[a.end() : b.start()] for a, b in pairwise(words))
        return all(map(_GAP.fullmatch, gaps)) and self._has_capitals(pieces)

    def _has_capitals(self, pieces: list[str]) -> bool:
        if len(pieces) == 1:
            return pieces[0] in (self.written, self.written.upper())
        asked = self.words[:1] if len(pieces) >= _LONG else self.words
        pairs = zip(asked, pieces, strict=False)
        return all(p[0].isupper() or p[0].isdigit() or not w[0].isupper() for w, p in pairs)


class Gazetteer:
    """Names, each with the key of the thing that it names."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._by_start: dict[tuple[str, ...], list[_Entry]] = {}
        for written, key in names:
            words = tuple(_WORD.findall(written))
            entry = _Entry(words, tuple(map(fold, words)), written, key)
            self._by_start.setdefault(entry.folded[:2], []).append(entry)
        for entries in self._by_start.values():
            entries.sort(key=lambda e: -len(e.words))
        self._first = {start[0] for start in self._by_start}

    def find(self, text: str) -> list[Found]:
        """All names in the text, none inside another, in text order."""
        words = list(_WORD.finditer(text))
        folded = [fold(w.group()) for w in words]
        found, after = [], 0
        for i, word in enumerate(folded):
            if word not in self._first or i < after:
                continue
            if entry := self._at(words, folded, i, text):
                after = i + len(entry.words)
                span = Span(words[i].start(), words[after - 1].end())
                found.append(Found(span, entry.key, entry.written))
        return found

    def _at(
        self, words: list[re.Match[str]], folded: list[str], i: int, text: str
    ) -> _Entry | None:
        starts = (tuple(folded[i : i + 2]), (folded[i],))
        entries = (e for start in starts for e in self._by_start.get(start, ()))
        return next((e for e in entries if e.fits(words[i : i + len(e.words)], text)), None)
