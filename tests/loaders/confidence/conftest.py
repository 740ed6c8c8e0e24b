"""Scenes of short texts: all that the extractors find, with the signs of each fact."""

from collections.abc import Callable

import pytest

from loaders.anatomy import dissect
from loaders.article import Article
from loaders.confidence.cases import cases
from loaders.confidence.scene import Scene
from loaders.extractors.actors import find_cast
from loaders.pipeline import unjudged
from loaders.reading.parse import read

Signs = Callable[[str, str], set[str]]


def scene_of(text: str) -> Scene:
    """The text, read and searched."""
    article = Article("a", "a.txt", text)
    (reading,) = read([(article, dissect(article))])
    cast = find_cast(reading)
    return Scene(unjudged(reading, cast), reading, cast)


@pytest.fixture(scope="session")
def signs() -> Signs:
    """The signs of the first fact of a kind."""

    def first(kind: str, text: str) -> set[str]:
        return next(set(case.signs) for case in cases(scene_of(text)) if case.kind == kind)

    return first
