"""Titles of office in the text: their words, whose they are, and whether they are held no more."""

from dataclasses import dataclass
from functools import cache

from loaders.extractors.actors.gazetteer import Hit
from loaders.extractors.actors.page import Page
from loaders.reading.names import Word
from loaders.tables import terms

_JOINTS = {"-", "–"}
_POSSESSIVE = {"'s", "’s"}
_LINKS = {"of", "for", "to"}
_PAST = {"former", "ex", "then", "late", "outgoing", "incoming", "ousted"}
_KINDS = ("head", "modifier", "portfolio", "honorific", "rank")


@cache
def title_words(kind: str) -> frozenset[str]:
    """The words of `loaders/tables/offices.tsv` of one kind."""
    return terms("offices", kind)


@dataclass(frozen=True)
class Office:
    """A title: words `start` to `end` with its possessor; `title` as written; `of` a hit's key.

    `core` begins after the possessor; `plural` heads name several holders.
    """

    start: int
    core: int
    end: int
    title: str
    head: str
    of: str | None = None
    of_words: tuple[int, int] | None = None
    plural: bool = False


def singular(word: str) -> str:
    """The singular of a title's head."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and word[:-3] + "y" in title_words("head"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and word[:-1] in title_words("head") else word


def is_head(word: Word) -> bool:
    """Whether the word can be the head of a title."""
    return singular(word.lower) in title_words("head")


def find_offices(page: Page, hits: list[Hit]) -> list[Office]:
    """All titles of the text in order; each head belongs to one."""
    taken = {i: hit for hit in hits for i in range(hit.start, hit.end)}
    found: list[Office] = []
    i = 0
    while i < len(page.words):
        if is_head(page.words[i]) and i not in taken:
            office = _office(page, i, hits, taken)
            found.append(office)
            i = max(office.end, i + 1)
        else:
            i += 1
    return found


def _office(page: Page, i: int, hits: list[Hit], taken: dict[int, Hit]) -> Office:
    last = _last_head(page, i, taken)
    first = _first(page, i, taken)
    before = _possessor(page, first, taken)
    end, after = _complement(page, last + 1, taken)
    start = before[0] if before else first
    hit = before[1] if before else after
    title = page.text(first, end)
    if after is not None and before is None:
        title = page.text(first, _before_link(page, after.start))
    head = singular(page.words[last].lower)
    return Office(
        start,
        first,
        end,
        title,
        head,
        hit.key if hit else None,
        (hit.start, hit.end) if hit else None,
        page.words[last].lower != head,
    )


def _last_head(page: Page, i: int, taken: dict[int, Hit]) -> int:
    """The last word of a compound such as "Secretary General" or "Chief Executive Officer"."""
    words = page.words
    while i + 1 < len(words) and not page.apart(i, i + 1) and i + 1 not in taken:
        following = words[i + 1]
        joint = following.text in _JOINTS and following.glued and i + 2 < len(words)
        j = i + 2 if joint else i + 1
        word = words[j]
        if (word.lower in {"general", "elect"} and words[i].lower in _COMPOUND) or (
            is_head(word) and not joint and (word.capital == words[i].capital)
        ):
            i = j
        else:
            break
    return i


_COMPOUND = {"secretary", "director", "president", "governor", "inspector", "attorney", "prime"}


def _first(page: Page, i: int, taken: dict[int, Hit]) -> int:
    words = page.words
    known = title_words("modifier") | title_words("portfolio")
    while i and not page.apart(i - 1, i) and i - 1 not in taken:
        word = words[i - 1]
        if word.text in _JOINTS and word.glued and words[i].glued and i > 1 and i - 2 not in taken:
            if words[i - 2].lower not in known | title_words("head"):
                break
            i -= 2
        elif word.lower in known and word.text not in _LINKS:
            i -= 1
        elif (
            word.text in {"and", "&"}
            and i > 1
            and words[i - 2].lower in title_words("portfolio")
            and words[i - 2].capital
            and words[i].lower in title_words("portfolio")
        ):
            i -= 2
        else:
            break
    return i


def _possessor(page: Page, first: int, taken: dict[int, Hit]) -> tuple[int, Hit] | None:
    i = first - 1
    if i >= 0 and page.words[i].lower in _POSSESSIVE:
        i -= 1
    hit = taken.get(i)
    if hit is None or hit.how == "place" or page.apart(hit.start, first):
        return None
    return hit.start, hit


def _before_link(page: Page, i: int) -> int:
    while page.words[i - 1].lower in {"the", *_LINKS}:
        i -= 1
    return i


def _complement(page: Page, i: int, taken: dict[int, Hit]) -> tuple[int, Hit | None]:
    """The end of "of …" after a title's head, and the state or body that it names."""
    words = page.words
    if i + 1 >= len(words) or words[i].lower not in _LINKS or page.apart(i - 1, i + 1):
        return i, None
    at = i + 2 if words[i + 1].lower == "the" and i + 2 < len(words) else i + 1
    hit = taken.get(at)
    if hit and hit.start == at and hit.how != "people":
        if words[i].lower == "to":
            return hit.end, None
        return hit.end, hit
    end = at
    known = title_words("portfolio")
    while end < len(words) and end not in taken and not page.apart(end - 1, end):
        word = words[end]
        joined = word.text in {"and", "-", "&", ","} and end + 1 < len(words)
        if word.lower in known and (word.capital or not words[i - 1].capital):
            end += 1
        elif joined and end > at and words[end + 1].lower in known and words[end + 1].capital:
            end += 2
        else:
            break
    if end == at:
        return i, None
    further, of = _complement(page, end, taken)
    return (further, of) if of else (end, None)
