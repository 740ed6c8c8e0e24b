"""Persons' genders, where title, honorific or given name tells."""

from functools import cache

from loaders.extractors.actors.page import Page
from loaders.extractors.actors.persons import Person
from loaders.extractors.actors.runs import Run
from loaders.extractors.actors.starts import given_names
from loaders.naming import fold
from loaders.tables import wide

_WINDOW = 5  # words before a name in which its honorific stands


@cache
def _gendered() -> dict[str, str]:
    return {row[0]: row[2] for row in wide("offices", 3) if row[2]}


def gender_of(page: Page, person: Person, runs: list[Run]) -> str | None:
    """M or f, None where nothing tells."""
    words = _gendered()
    for run in runs:
        for i in range(run.start - 1, max(-1, run.start - 1 - _WINDOW), -1):
            word = page.lower(i)
            if page.apart(i, run.start):
                break
            if word in words:
                return words[word]
            if not (page.words[i].capital or word in {".", "of"}):
                break
    for name in person.name[:-1]:
        gender = given_names().get(fold(name))
        if gender in {"m", "f"}:
            return gender
    return None
