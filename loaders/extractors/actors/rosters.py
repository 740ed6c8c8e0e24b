"""Lists of who came for whom, one body and one person a line: "- Harbour Union: Anna Lund"."""

from dataclasses import dataclass

from loaders.extractors.actors.gazetteer import Entity, Hit
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.runs import is_rank, name_like
from loaders.extractors.actors.titles import is_head
from loaders.extractors.actors.units import is_noun
from loaders.facts import ActorType

_COMPANY = 3  # lines that make a list
_FEWEST, _MOST = 2, 5  # words of a person's name
_LONGEST = 12  # words of a body's name
_JOINTS = {"-", "–", "’", "'", "."}


@dataclass(frozen=True)
class _Row:
    """A line: words `start` to `colon` name the body, those from `name` on the person."""

    start: int
    colon: int
    name: int


def find_rosters(page: Page) -> tuple[list[Hit], dict[str, Entity]]:
    """The bodies of all rows, where the article has such a list."""
    found = [
        Hit(row.start, row.colon, "name", f"named:{page.text(row.start, row.colon)}")
        for row in _rows(page)
    ]
    return found, {
        hit.key: Entity(hit.key, hit.key.partition(":")[2], ActorType.ORGANIZATION, "listed")
        for hit in found
    }


def roster_names(page: Page) -> set[int]:
    """The first words of the persons of all rows."""
    return {row.name for row in _rows(page)}


def _rows(page: Page) -> list[_Row]:
    """The rows; most of a list's bodies have a noun of bodies in their names."""
    found = [row for i in range(len(page.words)) if (row := _row(page, i)) is not None]
    told = [r for r in found if any(is_noun(w) for w in page.words[r.start : r.colon])]
    return found if len(found) >= _COMPANY and 2 * len(told) >= len(found) else []


def _row(page: Page, colon: int) -> _Row | None:
    """The row whose colon is word `colon`."""
    if page.words[colon].text != ":" or colon < _FEWEST:
        return None
    start, end = colon, colon + 1
    while start and not page.apart(start - 1, colon):
        start -= 1
    while end < len(page.words) and not page.apart(colon, end):
        end += 1
    while start < colon and not page.words[start].text[0].isalnum():
        start += 1
    name = colon + 1
    while name < end and (is_rank(page.words[name]) or page.words[name].text == "."):
        name += 1
    words = [w for w in page.words[name:end] if w.text not in _JOINTS]
    person = _FEWEST <= len(words) <= _MOST and all(name_like(w) for w in words)
    body = _FEWEST <= colon - start <= _LONGEST and page.words[start].capital
    titled = any(is_head(w) for w in page.words[start:colon][-1:])
    return _Row(start, colon, name) if person and body and not titled else None
