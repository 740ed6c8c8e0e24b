"""An article's facts as gold or anybody's extraction writes them, in the keys of `extract`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ActorRecord:
    """Someone who acts; `roles` are pairs of title and of whom."""

    name: str | None = None
    id: str | None = None
    type: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    roles: tuple[tuple[str | None, ...], ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True)
class StatementRecord:
    """One speech act; whoever stands among `co_speakers` says it too."""

    start: int
    end: int
    speaker: str | None = None
    text: str | None = None
    form: str | None = None
    co_speakers: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeetingRecord:
    """A coming together; `alternatives` are other readings of who took part."""

    participants: tuple[str, ...] = ()
    host: tuple[str, ...] | str | None = None
    alternatives: tuple[tuple[str, ...], ...] = ()
    groups: tuple[str, ...] = ()
    date: str | None = None
    place: tuple[str, ...] | str | None = None
    status: str | None = None
    kind: str | None = None
    evidence: str | None = None
    evidence_spans: tuple[tuple[int, int], ...] = ()

    @property
    def attendants(self) -> tuple[str, ...]:
        """Participants and hosts."""
        host = (self.host,) if isinstance(self.host, str) else self.host
        return (*self.participants, *(host or ()))


@dataclass(frozen=True)
class FigureRecord:
    """A number of a mission; `kind` of a change, `what` of casualties."""

    value: float | None = None
    kind: str | None = None
    what: str | None = None


@dataclass(frozen=True)
class MissionRecord:
    """An operation abroad with what is told of it."""

    name: str | None = None
    id: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    lead: str | None = None
    place: str | None = None
    mandate: str | None = None
    commander: str | None = None
    commander_described: str | None = None
    strength: tuple[FigureRecord, ...] = ()
    changes: tuple[FigureRecord, ...] = ()
    casualties: tuple[FigureRecord, ...] = ()

    def as_actor(self, kind: str | None = None) -> ActorRecord:
        """The mission where it speaks or acts."""
        return ActorRecord(self.name, self.id, kind, self.aliases, self.mentions)


@dataclass(frozen=True)
class Document:
    """One article. The `optional_…`, `unnamed_…`, `document_…` and `unscored_…` lists of gold
    are neither asked for nor counted as wrong."""

    article: str
    headline: str | None = None
    published: str | None = None
    actors: tuple[ActorRecord, ...] = ()
    meetings: tuple[MeetingRecord, ...] = ()
    statements: tuple[StatementRecord, ...] = ()
    missions: tuple[MissionRecord, ...] = ()
    optional_actors: tuple[ActorRecord, ...] = ()
    optional_meetings: tuple[MeetingRecord, ...] = ()
    unscored_meetings: tuple[MeetingRecord, ...] = ()
    optional_statements: tuple[StatementRecord, ...] = ()
    unnamed_statements: tuple[StatementRecord, ...] = ()
    document_statements: tuple[StatementRecord, ...] = ()

    @property
    def unscored_statements(self) -> tuple[StatementRecord, ...]:
        """Statements that may be found or left out."""
        return (*self.unnamed_statements, *self.document_statements, *self.optional_statements)
