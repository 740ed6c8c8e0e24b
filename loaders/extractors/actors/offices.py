"""Titles of office in the text: their words and whose they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from loaders.extractors.actors.gazetteer import Hit
from loaders.extractors.actors.page import Page
from loaders.reading.names import Word
from loaders.tables import terms

_JOINTS = {"-", "–"}
POSSESSIVE = {"'s", "’s", "’", "'"}
_LINKS = {"of", "for", "to"}
_PAST = {"former", "ex", "late"}
_COMPOUND = {"secretary", "director", "president", "governor", "inspector", "attorney"} | {
    "prosecutor",
    "consul",
    "solicitor",
}
_OPEN = {"deputy", "assistant", "chief", "lead", "principal", "associate", "vice", "minister"}
_BESIDE = {"commander", "director", "president", "chairman", "chair", "head", "spokesman"}

_ABBREVIATED = {"PM": "Prime Minister", "FM": "Foreign Minister"}

Taken = Mapping[int, Hit]


@cache
def title_words(kind: str) -> frozenset[str]:
    """The words of `loaders/tables/offices.tsv` of one kind."""
    return terms("offices", kind)


@dataclass(frozen=True)
class Office:
    """A title: words `start` to `end` with its possessor; `title` as written; `of` a hit's key.

    `core` is the title's own first word, after the possessor; a plural has several holders.
    """

    start: int
    core: int
    end: int
    title: str
    head: str
    of: str | None = None
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
            office = _office(page, i, taken)
            found.append(office)
            i = max(office.end, i + 1)
        else:
            i += 1
    return found


def _office(page: Page, i: int, taken: Taken) -> Office:
    last = _last_head(page, i, taken)
    first = _first(page, i, taken)
    before = _possessor(page, first, taken)
    end, after, cut = _complement(page, last + 1, taken)
    start = before.start if before else first
    title = page.text(first, cut if after and not before else end)
    if page.lower(start - 1) in _PAST and not title.lower().startswith("former"):
        start -= 1
        title = f"{page.words[start].text} {title}"
    elif page.lower(start - 1) == "-" and page.lower(start - 2) == "ex":
        start -= 2
        title = f"{page.words[start].text}-{title}"
    hit = before or after
    title = _ABBREVIATED.get(title, title)
    if page.lower(end - 1) == "diplomacy":
        title = f"{title} of diplomacy"
    head = singular(page.words[last].lower)
    plural = page.words[last].lower != head
    return Office(start, first, end, title, head, hit.key if hit else None, plural)


def _last_head(page: Page, i: int, taken: Taken) -> int:
    """The last word of a compound: "Secretary General", "Deputy Spokesperson"."""
    words = page.words
    while i + 1 < len(words) and not page.apart(i, i + 1) and i + 1 not in taken:
        joint = words[i + 1].text in _JOINTS and words[i + 1].glued
        j = i + 2 if joint else i + 1
        if j >= len(words):
            break
        if words[j].lower == "in" and page.lower(j + 2) == "chief":
            i = j + 2
        elif (words[j].lower in {"general", "elect"} and words[i].lower in _COMPOUND) or (
            is_head(words[j]) and words[i].lower in _OPEN and words[j].capital == words[i].capital
        ):
            i = j
        else:
            break
    return i


def _first(page: Page, i: int, taken: Taken) -> int:
    """The first word of the title: modifiers and portfolios before its head."""
    words = page.words
    portfolio = title_words("portfolio")
    known = title_words("modifier") | portfolio
    while i and not page.apart(i - 1, i) and i - 1 not in taken:
        before = words[i - 1]
        if before.text in _JOINTS and before.glued and words[i].glued and i > 1:
            if i - 2 in taken or words[i - 2].lower not in known | title_words("head"):
                break
            i -= 2
        elif _modifies(before, words[i], known):
            i -= 1
        elif before.text in {"and", "&"} and _joins(page, i, portfolio):
            i -= 2
        else:
            break
    return i


def _modifies(before: Word, word: Word, known: frozenset[str]) -> bool:
    """Whether `before` belongs to the title: "Foreign Minister", "caretaker Prime Minister"."""
    if before.lower == "under":
        return word.lower == "secretary"
    small = not word.capital or before.lower in title_words("qualifier")
    return before.lower in known and (before.capital or small)


def _joins(page: Page, i: int, portfolio: frozenset[str]) -> bool:
    """Whether "and" before word `i` joins two portfolios: "Foreign and Security Minister"."""
    before = page.words[i - 2] if i > 1 else None
    return bool(
        before
        and before.lower in portfolio
        and before.capital
        and page.lower(i) in portfolio
        and page.words[i].capital
    )


def _possessor(page: Page, first: int, taken: Taken) -> Hit | None:
    """The state or body right before the title."""
    i = first - 1
    if page.lower(i) in POSSESSIVE:
        i -= 1
    hit = taken.get(i)
    usable = hit and hit.how in {"name", "demonym", "capital", "mission"}
    if hit is None or not usable or page.apart(hit.start, first):
        return None
    local = hit.how == "capital" and page.lower(first) in title_words("local")
    return _town(page, hit) if local else hit


def _town(page: Page, hit: Hit) -> Hit:
    """A capital as the town that it is: its mayor is not the state's."""
    return Hit(hit.start, hit.end, "place", f"place:{page.text(hit.start, hit.end)}")


def _complement(page: Page, i: int, taken: Taken) -> tuple[int, Hit | None, int]:
    """Where "of …" after the head ends, what it names, and where the title proper ends."""
    words = page.words
    if i < len(words) and words[i].text == "," and page.lower(i - 1) in _BESIDE:
        beside = taken.get(i + 1)
        if beside and beside.key.startswith(("org:", "named:", "body:")):
            return beside.end, beside, i
    if i + 1 >= len(words) or words[i].lower not in _LINKS or page.apart(i - 1, i + 1):
        return i, None, i
    at = i + 2 if words[i + 1].lower == "the" and i + 2 < len(words) else i + 1
    hit = taken.get(at)
    if hit and hit.how == "capital" and page.lower(i - 1) in title_words("local"):
        return hit.end, _town(page, hit), i
    if hit and hit.start == at and hit.how in {"name", "capital", "mission"}:
        if words[i].lower == "to" or (words[i].lower == "for" and words[i - 1].lower == "envoy"):
            return hit.end, None, hit.end
        return hit.end, hit, i
    if hit and hit.how == "demonym" and page.lower(hit.end) in {"diplomacy", "government"}:
        return hit.end + 1, hit, i
    if page.lower(i - 1) in title_words("local") and at not in taken and _place(page, at) > at:
        return _place(page, at), Hit(at, _place(page, at), "place", _named_place(page, at)), i
    end = _served(page, at) if words[i].lower == "to" else _portfolio(page, at, taken)
    if end == at:
        return i, None, i
    further, of, cut = _complement(page, end, taken)
    return (further, of, cut) if further > end else (end, None, end)


def _served(page: Page, at: int) -> int:
    """The end of whom an aide serves: "Assistant to the President", "… to the Vice President"."""
    end = at
    while end < len(page.words) and page.lower(end) in {"vice", "prime", "deputy"}:
        end += 1
    served = page.lower(end) in {"president", "minister", "premier", "king", "queen"}
    return end + 1 if served else at


def _portfolio(page: Page, at: int, taken: Taken) -> int:
    """The end of the field after "of" or "for": "State", "Western Hemisphere Affairs"."""
    known = title_words("portfolio")
    end = at
    while end < len(page.words) and end not in taken and not page.apart(end - 1, end):
        word = page.words[end]
        joined = word.text in {"and", "-", "&", ","} and end > at
        if word.lower in known and (word.capital or not page.words[at - 1].capital):
            end += 1
        elif joined and page.lower(end + 1) in known and page.words[end + 1].capital:
            end += 2
        elif joined and page.lower(end + 1) == "and" and page.lower(end + 2) in known:
            end += 3
        elif word.lower == "the" and page.lower(end + 1) in known and end > at:
            end += 2
        else:
            break
    return end


def _place(page: Page, at: int) -> int:
    """The end of a town's name from word `at` on."""
    end = at
    while end < len(page.words) and page.words[end].capital and not page.apart(at, end):
        if page.labels[end] == "PERSON":
            break
        end += 1
    return end


def _named_place(page: Page, at: int) -> str:
    return f"place:{page.text(at, _place(page, at))}"
