"""Names in lists, one a line: delegations, guests, signatories."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extractors.actors.page import Page
from loaders.extractors.actors.places import of_place
from loaders.extractors.actors.runs import Run, is_given, is_rank, run_at
from loaders.extractors.actors.titles import is_head
from loaders.tables import terms

_CLOSERS = {",", "(", "–", "—", ";", ":"}
_FEWEST, _MOST = 2, 5  # words of a name
_COMPANY = 3  # lines that make a list
_NEAR = 5  # words after a name in which its title begins


@dataclass(frozen=True)
class _Item:
    """A line that begins with what may be a name; `sure` where the line itself vouches for it."""

    run: Run
    sure: bool


def listed_names(page: Page, taken: set[int]) -> set[int]:
    """The first words of the names that lines begin with.

    A line vouches by a given name, an honorific or a title after the name; a list of which
    most lines do so vouches for the others too.
    """
    found = list(_items(page, taken))
    sure = [item for item in found if item.sure]
    company = len(found) >= _COMPANY and len(sure) * 5 >= len(found) * 3
    return {item.run.start for item in (found if company else sure)}


def listed_lines(page: Page, taken: set[int]) -> set[int]:
    """The numbers of the lines that begin with such names."""
    return {page.words[i].line for i in listed_names(page, taken)}


def _items(page: Page, taken: set[int]) -> Iterator[_Item]:
    for first, end in _lines(page):
        start = first
        while start < end and not page.words[start].text[0].isalnum():
            start += 1
        name = _past_honorifics(page, start, end)
        run = run_at(page, name, taken)
        if run is None or not _is_whole(page, run, end) or of_place(page, run):
            continue
        titled = any(_is_title(page, i) for i in range(run.end + 1, min(end, run.end + _NEAR)))
        given = is_given(run.words[0]) and run.end < end
        if given or titled or name > start or start > first:
            yield _Item(run, titled or name > start or (given and start > first))


def _lines(page: Page) -> Iterator[tuple[int, int]]:
    first = 0
    for i in range(1, len(page.words) + 1):
        if i == len(page.words) or page.apart(i - 1, i):
            yield first, i
            first = i


def _past_honorifics(page: Page, i: int, end: int) -> int:
    """The first word of the name itself, behind "The Honorable" or "Dr."."""
    at = i + 1 if page.lower(i) == "the" and i + 1 < end and is_rank(page.words[i + 1]) else i
    while at < end and (is_rank(page.words[at]) or (at > i and page.words[at].text == ".")):
        at += 1
    return at


def _is_whole(page: Page, run: Run, end: int) -> bool:
    """Whether the words are as many as names have, end as an item does, and name no body."""
    words = [w for w in run.words if len(w.rstrip(".")) > 1]
    nouns = terms("organization_nouns", "noun") | terms("organization_nouns", "generic")
    if not _FEWEST <= len(words) <= _MOST or any(w.lower() in nouns for w in words):
        return False
    if run.end >= end:
        return True
    after = page.words[run.end + 1] if run.end + 1 < end else None
    region = after is not None and len(after.text) == 2 and after.text.isupper()
    return page.words[run.end].text in _CLOSERS and not (region and page.words[run.end].text == ",")


def _is_title(page: Page, i: int) -> bool:
    return page.words[i].capital and is_head(page.words[i])
