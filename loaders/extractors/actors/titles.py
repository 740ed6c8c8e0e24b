"""The words that titles of office are made of."""

from functools import cache

from loaders.reading.names import Word
from loaders.tables import terms

POSSESSIVE = {"'s", "’s", "’", "'"}


@cache
def title_words(kind: str) -> frozenset[str]:
    """The words of `loaders/tables/offices.tsv` of one kind."""
    return terms("offices", kind)


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
