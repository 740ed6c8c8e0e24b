"""Casts of short texts, read by the whole actor extractor."""

from collections.abc import Callable

import pytest

from loaders.anatomy import dissect
from loaders.article import Article
from loaders.extractors.actors import find_cast
from loaders.extractors.actors.page import Page
from loaders.reading.cast import Cast
from loaders.reading.parse import language, read


def _cast(text: str) -> Cast:
    article = Article("k", "k.txt", text)
    (reading,) = read([(article, dissect(article))])
    return find_cast(reading)


@pytest.fixture(scope="session")
def cast_of() -> Callable[[str], Cast]:
    """The cast of a text."""
    return _cast


@pytest.fixture(scope="session")
def page_of() -> Callable[[str], Page]:
    """The page of a text, parsed without anatomy."""
    return lambda text: Page(language()(text))


@pytest.fixture(scope="session")
def people_of() -> Callable[[str], dict[str, list[tuple[str, str | None]]]]:
    """Persons of a text by name, with their roles."""

    def people(text: str) -> dict[str, list[tuple[str, str | None]]]:
        cast = _cast(text)
        names = {i: a.name for i, a in cast.by_id.items()}
        return {
            a.name: [(r.title, names.get(r.of or "", r.of)) for r in a.roles]
            for a in cast.actors
            if cast.is_person(a.id)
        }

    return people


@pytest.fixture(scope="session")
def meant_in() -> Callable[[str], list[tuple[str, tuple[str, ...]]]]:
    """Every reference of a text: its words and the names of those it means."""

    def meant(text: str) -> list[tuple[str, tuple[str, ...]]]:
        cast = _cast(text)
        spans = [(r.mention.span, r.actors) for r in cast.references]
        return [(text[s.start : s.end], tuple(cast.by_id[i].name for i in a)) for s, a in spans]

    return meant
