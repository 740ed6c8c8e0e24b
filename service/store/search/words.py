"""Words as the index knows them: folded to plain ASCII, without the endings of plurals."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # belong to words
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*(?:['’]s\b)?")
_UNSEEN = re.compile(rf"[{_MARKS}]|['’]s$")
_PLAIN = re.compile(r"[a-z0-9]+")
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]")
_LONGEST = 48  # characters of a word that count
_MOST = 24  # words of a question that count
_READ = 2000  # characters of a question that are read
# Words that nearly every text has: asked beside others, they tell nothing.
_COMMON = frozenset(
    {"a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "had", "has", "he", "her"}
    | {"his", "in", "is", "it", "its", "of", "on", "or", "said", "she", "that", "the", "their"}
    | {"they", "thi", "this", "to", "was", "were", "will", "with"}
)


@dataclass(frozen=True)
class Word:
    """A word of a text, folded, and where it stands."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True)
class Asked:
    """What somebody looks for: phrases of one word or more, all of which must be there.

    With `open`, the last word may go on.
    """

    phrases: tuple[tuple[str, ...], ...]
    open: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """All its words."""
        return tuple(dict.fromkeys(word for phrase in self.phrases for word in phrase))

    def matches(self, word: str) -> bool:
        """Whether a folded word of a text is one that was asked for."""
        found = self.words
        return word in found or (self.open and word.startswith(found[-1]))


def words(text: str) -> Iterator[Word]:
    """The words of a text in their order; what folds to nothing is left out."""
    for match in _WORD.finditer(text):
        folded = fold_word(match[0])
        if folded:
            yield Word(folded, match.start(), match.end())


def folded(text: str) -> str:
    """The words of a text, folded, with single spaces."""
    found = (fold_word(match[0]) for match in _WORD.finditer(text))
    return " ".join(word for word in found if word)


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """One word: Škoda's = skoda, talks = talk; a letter of another script by its sound."""
    bare = _UNSEEN.sub("", unicodedata.normalize("NFKC", word[: 2 * _LONGEST]))
    letters = "".join(_PLAIN.findall(anyascii(bare).lower()))[:_LONGEST]
    return _singular(letters)


def _singular(word: str) -> str:
    """Harman's weak stemmer: three rules on the endings of plurals."""
    if len(word) < 4 or not word.endswith("s"):
        return word
    if word.endswith("ies") and word[-4] not in "ae":
        return word[:-3] + "y"
    if word.endswith("es") and word[-3] not in "aeo":
        return word[:-1]
    return word[:-1] if word[-2] not in "us" else word


def asked(question: str, *, is_open: bool = False) -> Asked:
    """A question as phrases: quoted words belong together. Never fails, whatever is typed."""
    text = question[:_READ]
    quoted = [tuple(folded(match[1]).split()) for match in _QUOTED.finditer(text)]
    single: list[tuple[str, ...]] = [(word,) for word in folded(_QUOTED.sub(" ", text)).split()]
    telling = [phrase for phrase in single if phrase[0] not in _COMMON]
    kept = _few([p for p in quoted if p] + (telling or ([] if any(quoted) else single)))
    return Asked(kept, open=is_open and bool(kept))


def _few(phrases: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    found: dict[tuple[str, ...], None] = {}
    for phrase in phrases:
        if sum(map(len, found)) + len(phrase) <= _MOST:
            found[phrase] = None
    return tuple(found)
