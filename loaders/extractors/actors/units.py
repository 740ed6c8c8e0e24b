"""Parts of bodies' names: units' numbers and letters, offices' holders, "People's"."""

from loaders.extractors.actors.page import Page
from loaders.extractors.actors.runs import is_given, is_rank
from loaders.extractors.actors.titles import POSSESSIVE, is_head
from loaders.reading.names import Word
from loaders.tables import terms

_OWNERS = {"people", "women", "children", "men", "workers", "veterans", "nurses", "farmers"} | {
    "teachers",
    "lawyers",
    "students",
    "consumers",
    "writers",
    "peoples",
    "citizens",
    "girls",
    "prisoners",
}
_SIDES = {"east", "west", "north", "south", "capital", "southwest", "southeast", "northwest"} | {
    "northeast",
}
_TEAMS = {"combined", "reconstruction", "combat", "assistance", "advisory"}
_LINKS = {"of", "for", "to", "on", "the", "and"}


def is_noun(word: Word) -> bool:
    """Whether the word makes a capitalized name an organization's."""
    return word.capital and word.lower in terms("organization_nouns", "noun")


def is_ordinal(word: Word) -> bool:
    """Whether the word is "3rd" or the like."""
    return word.text[0].isdigit() and word.text.endswith(("st", "nd", "rd", "th"))


def is_owners(page: Page, i: int) -> bool:
    """Whether word `i` is the mark after people in a body's name: "People's Front"."""
    owner = page.words[i - 1] if i else None
    mark = page.words[i].text in POSSESSIVE and page.words[i].glued
    return bool(mark and owner and owner.capital and owner.lower in _OWNERS)


def office_end(page: Page, i: int) -> int:
    """The end of an office's name behind "of": whose it is by title; `i` if by none.

    "Office of the Prime Minister", "Office of the Special Inspector General for Harbours".
    """
    end = last = i
    titled = False
    while end < len(page.words) and not page.apart(end - 1, end):
        word = page.words[end]
        if word.capital and word.text.isalpha():
            if page.labels[end] == "PERSON" or (is_given(word.text) and not is_head(word)):
                break
            titled = titled or is_head(word)
            last = end + 1
        elif word.lower not in _LINKS or (word.lower == "and" and titled):
            break
        end += 1
    return last if titled else i


def numbered(page: Page, end: int) -> int:
    """The end of a unit's name with what tells it apart: "Company B", "Task Force Narva".

    Units above it follow after a comma: "3rd Battalion, 12th Infantry Regiment".
    """
    words = page.words
    if end >= len(words) or page.apart(end - 1, end):
        return end
    lettered = page.lower(end - 1) in {"company", "battery"} and len(words[end].text) == 1
    if (lettered and words[end].capital) or _named_apart(page, end):
        return end + 1
    if words[end].text == "," and end + 1 < len(words) and is_ordinal(words[end + 1]):
        unit = words[end - 1].lower in terms("organization_nouns", "unit")
        last = end + 2
        while last < len(words) and words[last].capital and not is_noun(words[last]):
            last += 1
        above = last < len(words) and words[last].lower in terms("organization_nouns", "unit")
        return numbered(page, last + 1) if unit and above else end
    return end


def _named_apart(page: Page, end: int) -> bool:
    """Whether word `end` is what a force, team or command bears as its name."""
    word, noun, before = page.words[end], page.lower(end - 1), page.lower(end - 2)
    if noun == "command":
        return word.capital and word.lower in _SIDES and before == "regional"
    own = word.capital and word.text.isalpha() and not (is_noun(word) or is_rank(word))
    force = noun == "force" and before == "task"
    return own and not is_head(word) and (force or (noun == "team" and before in _TEAMS))
