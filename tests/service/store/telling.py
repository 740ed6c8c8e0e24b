"""Invented articles as facts, built by hand: tests of the store need no language model."""

import hashlib

from loaders.article import Metadata
from loaders.facts import (
    Actor,
    ActorType,
    Anatomy,
    Date,
    Derivation,
    Evidence,
    Facts,
    Factuality,
    Form,
    Meeting,
    Mention,
    Participation,
    Role,
    Span,
    Statement,
    Status,
)

BASE = "http://example.org/id/"


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def by(text: str, words: str, factuality: Factuality = Factuality.ASSERTED) -> Evidence:
    return Evidence((at(text, words),), "test.rule", factuality=factuality)


def day(edtf: str) -> Date:
    return Date(edtf, None, Derivation.METADATA, edtf)


def person(text: str, wording: str, name: str | None = None, *roles: tuple[str, str]) -> Actor:
    stated = tuple(Role(title, of or None, by(text, wording)) for title, of in roles)
    return Actor(
        id=wording.rsplit(maxsplit=1)[-1].lower(),
        name=name or wording,
        type=ActorType.PERSON,
        mentions=(Mention(at(text, wording)),),
        evidence=by(text, wording),
        roles=stated,
    )


def meeting(
    text: str, status: Status, when: str | None, *who: str, kind: str = "meeting"
) -> Meeting:
    factuality = {
        Status.PLANNED: Factuality.SCHEDULED,
        Status.DENIED: Factuality.DENIED,
        Status.HYPOTHETICAL: Factuality.HYPOTHETICAL,
    }.get(status, Factuality.ASSERTED)
    evidence = by(text, text, factuality)
    return Meeting(
        id="m1",
        participations=tuple(Participation(w) for w in who),
        status=status,
        kind=kind,
        evidence=evidence,
        status_evidence=evidence,
        date=day(when) if when else None,
    )


def said(text: str, speaker: str, words: str) -> Statement:
    return Statement("s1", speaker, Form.INDIRECT, at(text, words), by(text, words))


def telling(
    key: str,
    text: str,
    *actors: Actor,
    published: str | None = None,
    meetings: tuple[Meeting, ...] = (),
    statements: tuple[Statement, ...] = (),
) -> Facts:
    return Facts(
        key=key,
        name=key.rsplit("/", 1)[-1],
        digest=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        metadata=Metadata(published=published),
        anatomy=Anatomy(published=day(published) if published else None),
        actors=actors,
        meetings=meetings,
        statements=statements,
    )


def plan(key: str, published: str, status: Status, when: str = "2031-05-04") -> Facts:
    """An article that says how the meeting of Ana Kovač and Luis Ferrer on a day stands."""
    text = f"Ana Kovač and Luis Ferrer: {status.value}."
    actors = person(text, "Ana Kovač"), person(text, "Luis Ferrer")
    gathering = meeting(text, status, when, "kovač", "ferrer")
    return telling(key, text, *actors, published=published, meetings=(gathering,))
