"""Scenes out of one sentence or two, with a cast made by hand."""

import re
from collections.abc import Callable

import pytest

from loaders.article import Article
from loaders.extractors.missions import find_missions
from loaders.extractors.missions.naming import name_missions
from loaders.extractors.missions.scene import Scene
from loaders.facts import (
    Actor,
    ActorType,
    Anatomy,
    Date,
    Derivation,
    Evidence,
    Figure,
    Mention,
    Mission,
    Span,
)
from loaders.reading.cast import Cast, Reference
from loaders.reading.parse import language
from loaders.reading.reading import Reading

PUBLISHED = Date("2023-11-20", None, Derivation.STATED, "20 November 2023")
Actors = dict[str, ActorType]


def scene_of(text: str, actors: Actors | None = None) -> Scene:
    """The scene of a text in which every given name means its own actor."""
    doc = language()(text)
    reading = Reading(Article("a", "a.txt", text), Anatomy(published=PUBLISHED), doc)
    people, references = [], []
    for name, kind in (actors or {}).items():
        spans = [Span(m.start(), m.end()) for m in re.finditer(re.escape(name), text)]
        mentions = tuple(Mention(s) for s in spans)
        people.append(Actor(name, name, kind, mentions, Evidence(tuple(spans), "test")))
        references += [Reference(m, (name,)) for m in mentions]
    missions = name_missions(text)
    return Scene(reading, Cast(tuple(people), tuple(references), missions), missions)


@pytest.fixture
def missions() -> Callable[..., tuple[Mission, ...]]:
    """Everything that is read of missions in a text."""

    def read(text: str, actors: Actors | None = None) -> tuple[Mission, ...]:
        scene = scene_of(text, actors)
        return find_missions(scene.reading, scene.cast)

    return read


@pytest.fixture
def figures(
    missions: Callable[..., tuple[Mission, ...]],
) -> Callable[..., list[tuple[object, ...]]]:
    """Kind, value, bound and measure of every figure in a text, mission by mission."""

    def read(text: str, actors: Actors | None = None) -> list[tuple[object, ...]]:
        return [brief(f) for m in missions(text, actors) for f in m.figures]

    return read


def brief(figure: Figure) -> tuple[object, ...]:
    """A figure's kind, value, bound and measure."""
    return (figure.kind.value, figure.value, figure.bound, figure.measure)
