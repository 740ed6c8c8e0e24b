"""Where persons' names may begin: at labels, given names, fathers' names and descriptions."""

from collections.abc import Iterable
from functools import cache

from loaders.extractors.actors.page import Page
from loaders.extractors.actors.runs import is_rank, name_like
from loaders.extractors.actors.titles import title_words
from loaders.naming import fold
from loaders.tables import rows

PATRONYMICS = {"bin", "ibn", "bint", "ould"}


@cache
def given_names() -> dict[str, str]:
    """Given names of the table with the gender they mostly tell."""
    return {row[0]: row[1] for row in rows("first_names")}


def starts(page: Page) -> tuple[int, ...]:
    """All words at which names may begin that the text itself tells, titles apart."""
    return (*_labelled(page), *_given(page), *_linked(page), *_described(page))


def _labelled(page: Page) -> Iterable[int]:
    labels = page.labels
    for i, label in enumerate(labels):
        if label == "PERSON" and (i == 0 or labels[i - 1] != "PERSON"):
            yield _from_left(page, past_titles(page, i))


def _given(page: Page) -> Iterable[int]:
    names = given_names()
    given = [w.capital and fold(w.text) in names for w in page.words]
    for i, word in enumerate(page.words[1:]):
        hyphen = word.text == "-" and word.glued and i + 2 < len(given)
        after = page.words[i + 2] if hyphen else word
        if given[i] and after.capital and not (i and given[i - 1]):
            yield _from_left(page, i)


def _described(page: Page) -> Iterable[int]:
    """Where names begin that an age or a description may follow."""
    for i, word in enumerate(page.words[1:], 1):
        if word.text == "," and name_like(page.words[i - 1]) and page.tokens[i - 1].dep_ == "nsubj":
            start = i - 1
            while start and name_like(page.words[start - 1]) and not page.apart(start - 1, i):
                start -= 1
            if start < i - 1:
                yield start


def _linked(page: Page) -> Iterable[int]:
    """Where names begin that hold an article or a father's name: "Hamdan al-Lundi"."""
    for i, word in enumerate(page.words[1:], 1):
        inner = word.text in PATRONYMICS or (
            word.lower in {"al", "el"} and page.lower(i + 1) == "-"
        )
        start = i
        while inner and start and name_like(page.words[start - 1]) and not page.apart(start - 1, i):
            start -= 1
        if start < i:
            yield start


def _from_left(page: Page, i: int) -> int:
    """Word `i`, or a first name before it that no list knows and no sentence opens."""
    before = page.words[i - 1] if i else None
    opens = (
        i < 2 or page.words[i - 2].text in {".", "?", "!", "“", '"', ":"} or page.apart(i - 2, i)
    )
    field = before and before.lower in title_words("portfolio") | title_words("modifier")
    if before and not field and not opens and not page.apart(i - 1, i) and name_like(before):
        return i if page.labels[i - 1] in {"GPE", "LOC", "NORP"} else i - 1
    return i


def past_titles(page: Page, i: int) -> int:
    """The first word from `i` on that is neither rank, honorific nor their full stop."""
    words = page.words
    start = i
    while i < len(words) and (i == start or not page.apart(i - 1, i)):
        if words[i].text in {"1st", "2nd", "3rd"} and page.lower(i + 1) == "class":
            i += 2  # "Sgt. 1st Class"
            continue
        stop = words[i].text in {".", "("} and words[i].glued and i > start
        if not (is_rank(words[i]) or stop or words[i].lower in {"retired", "ret"}):
            break
        i += 1
    return i
