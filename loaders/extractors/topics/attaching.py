"""Topics and instruments of statements and meetings."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from loaders.extractors.topics.agendas import Agendas
from loaders.extractors.topics.finding import find_topics, is_firm
from loaders.extractors.topics.instruments import meant_in, of_meeting
from loaders.extractors.topics.pointing import pointed_at
from loaders.facts import Instrument, Meeting, MentionKind, Span, Stated, Statement
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading

AGENDA = "topic.agenda"
POINTED = "topic.pointed"


def attach_topics(
    statements: Iterable[Statement],
    instruments: tuple[Instrument, ...],
    reading: Reading,
    named: Collection[Span] = (),
) -> tuple[Statement, ...]:
    """The statements with the topics and instruments that their words name or point to."""
    return tuple(
        replace(
            statement,
            topics=_topics(statement, reading, named),
            instruments=meant_in(instruments, statement.span, reading.doc),
        )
        for statement in statements
    )


def _topics(statement: Statement, reading: Reading, named: Collection[Span]) -> tuple[Stated, ...]:
    """Those of the statement's own words, else of what they point back to."""
    own = find_topics(reading, statement.span, named)
    if any(is_firm(topic) for topic in own):
        return own
    for span in pointed_at(statement, reading.doc, reading.body):
        found = find_topics(reading, span, named, POINTED)
        if firm := tuple(topic for topic in found if is_firm(topic)):
            return firm
    return own


def attach_meeting_topics(
    meetings: Sequence[Meeting],
    instruments: tuple[Instrument, ...],
    reading: Reading,
    cast: Cast,
    named: Collection[Span] = (),
) -> tuple[Meeting, ...]:
    """The meetings with concepts beside the wording of their topics, and instruments in it."""
    agendas = Agendas(reading.doc, cast, meetings)
    return tuple(_classified(meeting, agendas, instruments, reading, named) for meeting in meetings)


def _classified(
    meeting: Meeting,
    agendas: Agendas,
    instruments: tuple[Instrument, ...],
    reading: Reading,
    named: Collection[Span],
) -> Meeting:
    worded = (s for topic in meeting.topics for s in topic.evidence.spans)
    spans = agendas.of(meeting) + tuple(s for s in worded if not agendas.tells(s))
    named_too = of_meeting(instruments, meeting, spans, reading.doc)
    spans += tuple(span for i in named_too for span in i.evidence.spans)
    return replace(
        meeting,
        topics=(*meeting.topics, *find_topics(reading, spans, named, AGENDA)),
        instruments=meeting.instruments or named_too,
    )


def named_spans(cast: Cast, instruments: Iterable[Instrument]) -> tuple[Span, ...]:
    """The mentions of actors and missions without pronouns; a treaty's name tells its topic."""
    spans = {r.mention.span for r in cast.references if r.mention.kind is not MentionKind.PRONOUN}
    spans |= {m.span for mission in cast.missions for m in mission.mentions}
    telling = {m.span for instrument in instruments for m in instrument.mentions}
    return tuple(sorted(s for s in spans if not any(t.covers(s) for t in telling)))
