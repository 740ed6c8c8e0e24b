"""A listener for short texts: statements found with a cast that the test writes by hand."""

import re
from collections.abc import Callable

import pytest

from loaders.article import Article
from loaders.extractors.statements import find_statements
from loaders.facts import (
    Actor,
    ActorType,
    Anatomy,
    Evidence,
    Meeting,
    Mention,
    MentionKind,
    Span,
    Statement,
)
from loaders.reading.cast import Cast, Reference
from loaders.reading.parse import read

Listener = Callable[..., tuple[Statement, ...]]


def cast_of(text: str, who: dict[str, str]) -> Cast:
    """Every occurrence of a phrase means the actors named after it, separated by blanks."""
    evidence = Evidence((Span(0, 0),), "test")
    ids = sorted({i for named in who.values() for i in named.split()})
    references = [
        Reference(Mention(Span(m.start(), m.end()), MentionKind.NAME), tuple(named.split()))
        for phrase, named in who.items()
        for m in re.finditer(rf"\b{re.escape(phrase)}\b", text)
    ]
    actors = tuple(Actor(i, i, ActorType.PERSON, (), evidence) for i in ids)
    return Cast(actors, tuple(references))


@pytest.fixture(scope="session")
def casting() -> Callable[[str, dict[str, str]], Cast]:
    """A cast written by hand."""
    return cast_of


@pytest.fixture
def listen() -> Listener:
    """Statements of a text, with a cast of phrases and whom they mean."""

    def listening(
        text: str,
        who: dict[str, str],
        meetings: tuple[Meeting, ...] = (),
        headline: Span | None = None,
    ) -> tuple[Statement, ...]:
        article = Article(key="test", name="test.txt", text=text)
        reading = next(iter(read([(article, Anatomy(headline=headline))])))
        return find_statements(reading, cast_of(text, who), meetings)

    return listening


@pytest.fixture
def heard(listen: Listener) -> Callable[[str, dict[str, str]], list[tuple[str, str]]]:
    """(speaker, words) of each statement, joint speakers joined by "+"."""

    def hearing(text: str, who: dict[str, str]) -> list[tuple[str, str]]:
        found = listen(text, who)
        return [
            ("+".join((s.speaker, *s.co_speakers)), text[s.span.start : s.span.end]) for s in found
        ]

    return hearing
