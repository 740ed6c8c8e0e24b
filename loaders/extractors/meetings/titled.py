"""Talks that only the headline tells: "Remarks by A and B Before Bilateral Meeting"."""

import re

from loaders.facts import (
    Date,
    Derivation,
    Evidence,
    Factuality,
    Group,
    Meeting,
    Participation,
    Span,
    Status,
)
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading

_TITLE = re.compile(
    r"\b(?:Remarks|Statements?|Transcript|Press Conference)\b.*?\b(?:by|of|from)\s+(?P<by>.+?),?\s+"
    r"(?P<when>Before|Ahead of|Prior to|After|Following|at|in|In|At|During)\s+"
    r"(?:(?:a|an|the|their|Their|Joint|Expanded|Extended|Bilateral|Trilateral|Virtual|Working)\s+)*"
    r"(?P<what>Meeting|Talks|Bilateral|Press (?:Conference|Availability)|Luncheon|Call)\b"
    r"(?:\s+[Ww]ith\s+(?P<with>.+))?",
)
_COMING = {"before", "ahead of", "prior to"}
_RULE = "meeting.headline"
_CONFIDENCE = 0.75


def with_titled(found: tuple[Meeting, ...], reading: Reading, cast: Cast) -> tuple[Meeting, ...]:
    """`found` and the talks of the headline, unless the text tells those itself."""
    headline = reading.anatomy.headline
    match = _TITLE.search(reading.text(headline)) if headline is not None else None
    if headline is None or match is None:
        return found
    titled = _meeting(len(found) + 1, match, headline, reading, cast)
    if titled is None or any(_same(titled, other) for other in found):
        return found
    return (*found, titled)


def _meeting(
    number: int, match: re.Match[str], headline: Span, reading: Reading, cast: Cast
) -> Meeting | None:
    by = _actors(match, "by", headline, cast)
    others = _actors(match, "with", headline, cast)
    groups = () if others else _group(match, headline)
    if not by or len({*by, *others}) + len(groups) < 2:
        return None
    coming = match["when"].lower() in _COMING
    kind = "call" if match["what"] == "Call" else "meeting"
    factuality = Factuality.SCHEDULED if coming else Factuality.ASSERTED
    evidence = Evidence((headline,), _RULE, _CONFIDENCE, factuality)
    sides = (by, others) if others else tuple((one,) for one in by)
    return Meeting(
        id=f"m{number}",
        participations=tuple(
            Participation(actor, side=i if len(sides) > 1 else None)
            for i, side in enumerate(sides)
            for actor in side
        ),
        status=Status.PLANNED if coming else Status.HELD,
        kind=kind,
        evidence=evidence,
        status_evidence=evidence,
        groups=groups,
        date=_day(reading.anatomy.published),
    )


def _actors(match: re.Match[str], part: str, headline: Span, cast: Cast) -> tuple[str, ...]:
    """The persons whom this part of the headline names, in order."""
    if match[part] is None:
        return ()
    within = Span(headline.start + match.start(part), headline.start + match.end(part))
    inside = (r for r in cast.references if within.covers(r.mention.span))
    named = sorted(inside, key=lambda r: r.mention.span)
    actors = (a for r in named for a in r.actors if cast.is_person(a))
    return tuple(dict.fromkeys(actors))


def _group(match: re.Match[str], headline: Span) -> tuple[Group, ...]:
    if match["with"] is None:
        return ()
    label = match["with"].strip()
    start = headline.start + match.start("with")
    return (Group(label, Span(start, start + len(label))),)


def _day(published: Date | None) -> Date | None:
    """The article's own day: a transcript is of the day it is dated."""
    if published is None or published.edtf is None:
        return None
    return Date(published.edtf, None, Derivation.INFERRED, published.words, published.span)


def _same(titled: Meeting, other: Meeting) -> bool:
    """Whether the text tells the talks itself: the same people, and no other day."""
    here = {p.actor for p in titled.participations}
    there = {p.actor for p in other.participations}
    apart = titled.date and other.date and titled.date.edtf != other.date.edtf
    return here == there and titled.status is other.status and not apart
