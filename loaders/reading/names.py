"""Words as names are made of them: finer than the parser's tokens."""

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff"
_WORD = re.compile(
    r"(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?"  # U.S., U.S
    r"|[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*"  # words, O'Brien
    rf"|['’][sS]\b|[^\w\s{_INVISIBLE}]"  # possessives, marks
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of the text; `glued` to the one before; lines are counted from 0."""

    text: str
    start: int
    end: int
    glued: bool
    line: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


def words_of(text: str) -> list[Word]:
    """Split so that hyphens and possessives stand alone, while "U.S." stays whole."""
    found: list[Word] = []
    end, line = 0, 0
    for match in _WORD.finditer(text):
        line += text.count("\n", end, match.start())
        glued = match.start() == end and bool(found)
        found.append(Word(match.group(), match.start(), match.end(), glued, line))
        end = match.end()
    return found


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """`text` in ASCII with its case kept: Vučić is Vucic."""
    return text if text.isascii() else anyascii(text)
