"""Stretches of capitalized words that may be a person's name."""

from dataclasses import dataclass
from functools import cache

from loaders.extractors.actors.page import Page
from loaders.extractors.actors.titles import is_head, title_words
from loaders.naming import fold
from loaders.reading.names import Word
from loaders.tables import rows, terms

PARTICLES = terms("name_particles", "particle")
SUFFIXES = terms("name_particles", "suffix")
INNER = terms("name_particles", "inner")
REGNAL = terms("name_particles", "regnal")
_REPORTING = {"says", "warns", "urges", "tells", "denies", "vows", "meets", "visits", "accuses"}
_HYPHENS = {"-", "‑"}
_QUOTES = {'"', "“", "”", "'", "‘", "’"}


@cache
def not_names() -> frozenset[str]:
    """Capitalized words that are no part of a person's name, lower case."""
    return terms("not_names", "word")


@cache
def _given() -> frozenset[str]:
    return frozenset(row[0] for row in rows("first_names"))


def is_given(word: str) -> bool:
    """Whether the word is a given name of the table."""
    return fold(word) in _given()


@dataclass(frozen=True)
class Run:
    """Words `start` to `end` that name a person; `words` are the name's own, in order."""

    start: int
    end: int
    words: tuple[str, ...]


def name_like(word: Word) -> bool:
    """Whether the word could stand in a name: capitalized letters, no title, no calendar word."""
    text = word.text
    if not text[0].isupper() or not all(c.isalpha() or c in "'’." for c in text):
        return False
    if len(text) > 2 and text.isupper() and "." not in text:
        return False
    if len(text) == 1:
        return text != "Q"  # what marks a question in a transcript
    return word.lower not in not_names() and not is_head(word) and not is_rank(word)


def is_rank(word: Word) -> bool:
    """Whether the word is a military rank or an honorific, which belong to no name."""
    lower = word.lower
    return lower in title_words("rank") or lower in title_words("honorific")


def run_at(page: Page, i: int, taken: set[int]) -> Run | None:
    """The name that begins at word `i`, as far as it goes."""
    words = page.words
    if i >= len(words) or i in taken or not _begins(page, i, taken):
        return None
    found: list[str] = []
    at, end = i, i
    while at < len(words) and at not in taken and not (at > i and page.apart(at - 1, at)):
        word = words[at]
        step = _step(page, at, i, taken)
        if step == 0 or (at > i and _announces(page, at)):
            break
        found.append(page.source[word.start : words[at + step - 1].end])
        at += step
        end = at
    while found and found[-1].lower() in PARTICLES:
        found.pop()
        end -= 1
    if found and i == end:
        return None
    return Run(i, end, tuple(found)) if found else None


def _announces(page: Page, i: int) -> bool:
    """Whether word `i` is the verb of a headline in capitals: "Lund Announces Talks"."""
    if page.lower(i) in _REPORTING:
        return True
    verb = page.tokens[i].tag_ == "VBZ" and page.words[i].lower.endswith("s")
    same = i + 1 < len(page.words) and not page.apart(i, i + 1)
    return verb and same and page.words[i + 1].capital


def _begins(page: Page, i: int, taken: set[int]) -> bool:
    word = page.words[i]
    if name_like(word):
        return True
    lowered = word.text.islower() and word.lower in PARTICLES - {"y", "e", "o", "do"}
    return lowered and i + 1 < len(page.words) and _follows(page, i + 1, taken)


def _follows(page: Page, i: int, taken: set[int]) -> bool:
    """Whether a capitalized name word comes next, hyphens or further particles between or not."""
    words = page.words
    while i + 1 < len(words) and (words[i].text == "-" or words[i].text in PARTICLES):
        i += 1
    return i < len(words) and i not in taken and name_like(words[i])


def _step(page: Page, at: int, start: int, taken: set[int]) -> int:
    """How many words belong to the name from `at` on as one part; 0 where it ends."""
    words = page.words
    word = words[at]
    if name_like(word) or (at > start and word.lower in SUFFIXES | REGNAL and word.capital):
        return 1 + _joined(page, at)
    if at == start + 1 and _title_as_surname(page, at):
        return 1
    if at > start and word.lower in INNER and word.capital and _follows(page, at + 1, taken):
        return 1
    if word.text in PARTICLES and at + 1 < len(words) and _follows(page, at + 1, taken):
        return 1 + _joined(page, at)
    if at > start and word.text == "." and word.glued:
        short = len(words[at - 1].text) == 1 or words[at - 1].lower in SUFFIXES
        return 1 if short else 0
    if at > start and word.text == "," and at + 1 < len(words) and words[at + 1].lower in SUFFIXES:
        return 2
    if at > start and word.text in _QUOTES and not word.glued:
        return _nickname(page, at)
    return 0


def _title_as_surname(page: Page, at: int) -> bool:
    """Whether a title's word ends a name after a given name: "John Major", "Stephen King"."""
    word = page.words[at]
    if not word.capital or not (is_rank(word) or is_head(word)):
        return False
    given = is_given(page.words[at - 1].text)
    after = page.words[at + 1] if at + 1 < len(page.words) else None
    return given and (after is None or not after.capital or page.apart(at, at + 1))


def _joined(page: Page, at: int) -> int:
    """Words glued on by hyphens: "Jean-Pierre", "Chan-o-cha", "al-Assad"."""
    words = page.words
    extra = 0
    while at + extra + 2 < len(words) and _hyphenated(page, at, at + extra + 1):
        extra += 2
    return extra


def _hyphenated(page: Page, first: int, hyphen: int) -> bool:
    mark, after = page.words[hyphen], page.words[hyphen + 1]
    if mark.text not in _HYPHENS or not (mark.glued and after.glued and after.text.isalpha()):
        return False
    if after.capital or after.lower in PARTICLES or page.words[first].text in PARTICLES:
        return True
    return not after.lower.endswith(("ed", "led", "era", "style", "based"))


def _nickname(page: Page, at: int) -> int:
    """A nickname in quotation marks between two names: `William "Bill" Burns`."""
    words = page.words
    if at + 3 < len(words) and words[at + 1].capital and words[at + 2].text in _QUOTES:
        return 3 if name_like(words[at + 3]) else 0
    return 0
