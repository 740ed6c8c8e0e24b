"""Titles of office in the text: their words and whose they are."""

from dataclasses import dataclass

from loaders.extractors.actors.complements import Taken, complement, past_party, possessor
from loaders.extractors.actors.gazetteer import Hit
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.partisans import partisan
from loaders.extractors.actors.titles import is_clipped, is_head, singular, title_words
from loaders.reading.names import Word

_JOINTS = {"-", "–"}
_PAST = {"former", "ex", "late"}
_COMPOUND = {"secretary", "director", "president", "governor", "inspector", "attorney"} | {
    "prosecutor",
    "consul",
    "solicitor",
}
_OPEN = {"deputy", "assistant", "chief", "lead", "principal", "associate", "vice", "minister"}

_ABBREVIATED = {"PM": "Prime Minister", "FM": "Foreign Minister"}
_ENVOYS = {"ambassador", "envoy", "representative"}
_CHAMBERS = {"House": "org:House of Representatives", "Senate": "org:Senate"}
_GOVERNORS = {"governor", "gov"}
_OFFICERS = {"speaker", "leader", "whip"}


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


def find_offices(page: Page, hits: list[Hit]) -> list[Office]:
    """All titles of the text in order; each head belongs to one."""
    taken = {i: hit for hit in hits for i in range(hit.start, hit.end)}
    found: list[Office] = []
    i = 0
    while i < len(page.words):
        if (is_head(page.words[i]) or is_clipped(page, i)) and i not in taken:
            office = _office(page, i, taken)
            found.append(office)
            i = max(office.end, i + 1)
        elif ranking := partisan(page, i, taken):
            found.append(Office(*ranking))
            i = ranking[2]
        else:
            i += 1
    return found


def _office(page: Page, i: int, taken: Taken) -> Office:
    last = _last_head(page, i, taken)
    first = _first(page, i, taken)
    word = page.lower(i if page.lower(last) == "large" else last)
    head = singular(word)
    before = possessor(page, first, taken, head)
    if before and head in _ENVOYS and (sender := _sender(page, before, taken)):
        first, before = before.start, sender
    end, after, cut = complement(page, last + 1 + is_clipped(page, last), taken)
    start = before.start if before else past_party(page, first, taken, head)
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
    of = hit.key if hit else None
    chamber = _CHAMBERS.get(page.words[first].text) if head in _OFFICERS and not of else None
    if chamber:
        title, of = title.partition(" ")[2], chamber
    elif head == "speaker" and not of and page.text(end, end + 3) == "of the House":
        end, of = end + 3, _CHAMBERS["House"]
    return Office(start, first, end, title, head, of, word != head)


def _sender(page: Page, body: Hit, taken: Taken) -> Hit | None:
    """The state whose envoy sits at a body: "Malta's" in "Malta's U.N. ambassador"."""
    state = possessor(page, body.start, taken, "") if body.key.startswith("org:") else None
    return state if state and state.key.startswith("state:") else None


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
        elif words[j].lower == "at" and page.lower(j + 1) == "large":
            i = j + 1
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
        elif before.text == "." and before.glued and page.lower(i - 2) == "lt" and i > 1:
            if page.lower(i) not in _GOVERNORS:
                break
            i -= 2
        elif before.text in {"and", "&"} and _joins(page, i, portfolio):
            i -= 2
        else:
            break
    return i


def _modifies(before: Word, word: Word, known: frozenset[str]) -> bool:
    """Whether `before` belongs to the title: "Foreign Minister", "caretaker Prime Minister"."""
    if before.lower == "under":
        return word.lower == "secretary"
    if before.lower in {"lieutenant", "lt"}:
        return word.lower in _GOVERNORS
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
