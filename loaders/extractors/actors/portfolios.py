"""The fields that titles are for: "State", "Western Hemisphere Affairs", "Ocean Resilience"."""

from collections.abc import Container

from loaders.extractors.actors.page import Page
from loaders.extractors.actors.runs import is_given
from loaders.extractors.actors.titles import title_words

_ABSTRACT = (  # what nouns of fields end in, and names seldom
    *("tion", "tions", "sion", "ment", "ments", "ence", "ance", "ity", "ness", "ism", "ics"),
    *("ship", "ships", "ology", "ing", "ings", "graphy", "ture", "tures"),
)
_SHORTEST = 6  # letters of such a noun


def portfolio(page: Page, at: int, taken: Container[int]) -> int:
    """The end of the field after "of" or "for": "State", "Western Hemisphere Affairs"."""
    end = at
    while end < len(page.words) and end not in taken and not page.apart(end - 1, end):
        word = page.words[end]
        joined = word.text in {"and", "-", "&", ","} and end > at
        if is_field(page, end) and (word.capital or not page.words[at - 1].capital):
            end += 1
        elif joined and is_field(page, end + 1) and page.words[end + 1].capital:
            end += 2
        elif joined and page.lower(end + 1) == "and" and is_field(page, end + 2):
            end += 3
        elif word.lower == "the" and is_field(page, end + 1) and end > at:
            end += 2
        else:
            break
    return end


def is_field(page: Page, i: int) -> bool:
    """Whether word `i` is of a field: one of the table, or a capitalized abstract noun."""
    if i >= len(page.words):
        return False
    word = page.words[i]
    if word.lower in title_words("portfolio"):
        return True
    abstract = len(word.text) >= _SHORTEST and word.lower.endswith(_ABSTRACT)
    named = page.labels[i] == "PERSON" or is_given(word.text)
    return word.capital and abstract and not named
