"""What speaks against a run of capitalized words being a person's name: places, cut names."""

from loaders.extractors.actors.page import Page
from loaders.extractors.actors.runs import Run
from loaders.tables import terms

_PLACES = {"in", "at", "near", "outside", "around", "into", "across", "throughout", "inside"}


def is_cut(page: Page, run: Run) -> bool:
    """Whether a name breaks off at an initial, because the rest names something else."""
    last = [word for word in run.words if word != "."][-1]
    after = page.words[run.end] if run.end < len(page.words) else None
    initial = len(last.rstrip(".")) == 1 and last[0].isupper()
    return initial and after is not None and after.capital and not page.apart(run.end - 1, run.end)


def of_place(page: Page, run: Run) -> bool:
    """Whether the words name a place: a noun of places ends or follows them, or what comes next.

    "Anna Avenue", "Anna Lund Museum", "Anna Lund, Narva District".
    """
    nouns = terms("place_nouns", "place")
    last = run.words[-1].lower()
    near = page.lower(run.start - 1) in _PLACES | {"downtown", "from", "to"}
    if len(run.words) > 1 and last in nouns:
        return True
    if len(run.words) > 1 and near and last in terms("place_nouns", "surname"):
        return True
    if page.lower(run.end) == ",":
        return _ends_as_place(page, run.end + 1, nouns)
    i = run.end
    same = i < len(page.words) and not page.apart(i - 1, i)
    after = nouns | terms("place_nouns", "surname")
    return same and page.words[i].capital and page.lower(i) in after


def _ends_as_place(page: Page, i: int, nouns: frozenset[str]) -> bool:
    """Whether capitalized words from word `i` on end in a noun of places: "Narva District"."""
    first = i
    while i < len(page.words) and page.words[i].capital and not page.apart(first, i):
        i += 1
    return i > first + 1 and page.lower(i - 1) in nouns


def placed(page: Page, run: Run) -> bool:
    """Whether a preposition of place stands before the name."""
    return run.start > 0 and page.words[run.start - 1].lower in _PLACES


def told_as_place(page: Page, word: str) -> bool:
    """Whether the article says "in" or "near" of the word somewhere."""
    return any(
        one.text == word and page.lower(i - 1) in _PLACES for i, one in enumerate(page.words)
    )
