"""The words that titles of office are made of."""

from functools import cache

from loaders.extractors.actors.page import Page
from loaders.reading.names import Word
from loaders.tables import terms

POSSESSIVE = {"'s", "’s", "’", "'"}


@cache
def title_words(kind: str) -> frozenset[str]:
    """The words of `loaders/tables/offices.tsv` of one kind."""
    return terms("offices", kind)


def singular(word: str) -> str:
    """The singular of a title's head."""
    stop = "." if word.endswith("s.") else ""
    if word.removesuffix(f"s{stop}") in title_words("clipped") and word.endswith(f"s{stop}"):
        return word.removesuffix(f"s{stop}") + stop
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and word[:-3] + "y" in title_words("head"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and word[:-1] in title_words("head") else word


def is_head(word: Word) -> bool:
    """Whether the word can be the head of a title."""
    return singular(word.lower) in title_words("head")


def is_clipped(page: Page, i: int) -> bool:
    """Whether word `i` is a title cut short with a full stop: "Rep.", "Gov."."""
    word = page.words[i]
    stop = page.words[i + 1] if i + 1 < len(page.words) else None
    dotted = stop is not None and stop.text == "." and stop.glued
    return dotted and word.capital and singular(word.lower) in title_words("clipped")
