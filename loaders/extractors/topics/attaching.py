"""Topics and instruments of statements and meetings."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from loaders.extractors.topics.finding import CONFIDENCE, RULE, find_topics
from loaders.facts import Evidence, Instrument, Meeting, MentionKind, Span, Stated, Statement
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading


def attach_topics(
    statements: Iterable[Statement],
    instruments: tuple[Instrument, ...],
    reading: Reading,
    named: Collection[Span] = (),
) -> tuple[Statement, ...]:
    """The statements with the topics and instruments that their own words name."""
    return tuple(
        replace(
            statement,
            topics=find_topics(reading, statement.span, named),
            instruments=tuple(_named(instruments, (statement.span,))),
        )
        for statement in statements
    )


def attach_meeting_topics(
    meetings: Iterable[Meeting],
    instruments: tuple[Instrument, ...],
    reading: Reading,
    named: Collection[Span] = (),
) -> tuple[Meeting, ...]:
    """The meetings with concepts beside the wording of their topics, and instruments in it."""
    return tuple(_classified(meeting, instruments, reading, named) for meeting in meetings)


def _classified(
    meeting: Meeting,
    instruments: tuple[Instrument, ...],
    reading: Reading,
    named: Collection[Span],
) -> Meeting:
    spans = tuple(s for topic in meeting.topics for s in topic.evidence.spans)
    concepts: dict[str, list[Span]] = {}
    for topic in (t for span in spans for t in find_topics(reading, span, named)):
        concepts.setdefault(topic.value, []).extend(topic.evidence.spans)
    classes = (
        Stated(concept, Evidence(tuple(sorted(set(where))), RULE, CONFIDENCE))
        for concept, where in concepts.items()
    )
    return replace(
        meeting,
        topics=(*meeting.topics, *classes),
        instruments=meeting.instruments or tuple(_named(instruments, spans)),
    )


def _named(instruments: Iterable[Instrument], spans: tuple[Span, ...]) -> Iterator[Stated]:
    for instrument in instruments:
        inside = [m.span for m in instrument.mentions if any(s.covers(m.span) for s in spans)]
        if inside:
            evidence = Evidence(tuple(inside), "instrument.named", instrument.evidence.confidence)
            yield Stated(instrument.id, evidence)


def named_spans(cast: Cast, instruments: Iterable[Instrument]) -> tuple[Span, ...]:
    """The mentions of all actors, missions and instruments, without pronouns."""
    spans = {r.mention.span for r in cast.references if r.mention.kind is not MentionKind.PRONOUN}
    spans |= {m.span for mission in cast.missions for m in mission.mentions}
    spans |= {m.span for instrument in instruments for m in instrument.mentions}
    return tuple(sorted(spans))
