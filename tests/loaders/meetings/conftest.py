"""A reader for short texts: meetings found with a cast that the test writes by hand."""

import re
from collections.abc import Callable

import pytest

from loaders.article import Article
from loaders.extractors.meetings import find_meetings
from loaders.facts import (
    Actor,
    ActorType,
    Anatomy,
    Date,
    Derivation,
    Evidence,
    Meeting,
    Mention,
    MentionKind,
    Role,
    Skipped,
    Span,
    Stated,
)
from loaders.reading.cast import Cast, Reference
from loaders.reading.parse import read

Finder = Callable[..., tuple[Meeting, ...]]

BODIES = {"nato", "eu", "osce", "guard", "mission"}
STATES = {"freedonia", "sylvania", "norway", "chad", "peru", "laos"}
PUBLISHED = "2024-05-14"
EVIDENCE = Evidence((Span(0, 0),), "test")


def cast_of(text: str, who: dict[str, str], roles: dict[str, str]) -> Cast:
    """Every occurrence of a phrase means the actors named after it, separated by blanks."""
    ids = sorted({*(i for named in who.values() for i in named.split()), *roles.values()})
    references = [
        Reference(Mention(Span(m.start(), m.end()), _kind(phrase)), tuple(named.split()))
        for phrase, named in who.items()
        for m in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
    ]
    return Cast(tuple(_actor(i, roles) for i in ids), tuple(references))


def _kind(phrase: str) -> MentionKind:
    pronouns = {"he", "she", "they", "his", "her", "their", "him", "them", "He", "She", "They"}
    return MentionKind.PRONOUN if phrase in pronouns else MentionKind.NAME


def _actor(name: str, roles: dict[str, str]) -> Actor:
    sort = ActorType.PERSON
    if name in BODIES:
        sort = ActorType.ORGANIZATION
    if name in STATES:
        sort = ActorType.STATE
    held = (Role("president", roles[name], EVIDENCE),) if name in roles else ()
    return Actor(name, name, sort, (), EVIDENCE, held)


@pytest.fixture
def find() -> Finder:
    """Meetings of a text, with a cast of phrases and whom they mean."""

    def finding(
        text: str,
        who: dict[str, str],
        published: str | None = PUBLISHED,
        dateline: str | None = None,
        headline: Span | None = None,
        roles: dict[str, str] | None = None,
        crosshead: Span | None = None,
    ) -> tuple[Meeting, ...]:
        day = Date(published, None, Derivation.STATED, published) if published else None
        where = Stated(dateline, EVIDENCE) if dateline else None
        skipped = (Skipped(crosshead, "cross-head"),) if crosshead else ()
        anatomy = Anatomy(published=day, dateline_place=where, headline=headline, skipped=skipped)
        article = Article(key="test", name="test.txt", text=text)
        reading = next(iter(read([(article, anatomy)])))
        return find_meetings(reading, cast_of(text, who, roles or {}))

    return finding


@pytest.fixture
def told(find: Finder) -> Callable[..., list[str]]:
    """Each meeting in one line: status, kind, sides, groups, host, day and place."""

    def telling(text: str, who: dict[str, str], **more: object) -> list[str]:
        return [line(meeting) for meeting in find(text, who, **more)]

    return telling


def line(meeting: Meeting) -> str:
    """The meeting in one line, sides parted by "|" and those on no known side first."""
    sides: dict[int, list[str]] = {}
    for part in meeting.participations:
        sides.setdefault(-1 if part.side is None else part.side, []).append(part.actor)
    words = [meeting.status.value, f"{meeting.kind}:"]
    words.append(" | ".join(", ".join(sides[side]) for side in sorted(sides)))
    if meeting.groups:
        words.append(f"[{'; '.join(group.label for group in meeting.groups)}]")
    if hosts := [p.actor for p in meeting.participations if p.part == "host"]:
        words.append(f"host {', '.join(hosts)}")
    if meeting.date is not None:
        words.append(f"on {meeting.date.edtf or meeting.date.offset}")
    if meeting.place is not None:
        words.append(f"in {meeting.place.value}")
    return " ".join(words)
