"""The facts that extractors find and the mapping reads: one language for both."""

from dataclasses import dataclass

from loaders.article import Metadata
from loaders.kinds import ActorType, Derivation, Factuality, FigureKind, Form, MentionKind, Status

__all__ = [
    "Actor",
    "ActorType",
    "Anatomy",
    "Date",
    "Derivation",
    "Evidence",
    "Facts",
    "Factuality",
    "Figure",
    "FigureKind",
    "Form",
    "Group",
    "Instrument",
    "Meeting",
    "Mention",
    "MentionKind",
    "Mission",
    "Participation",
    "Role",
    "Skipped",
    "Span",
    "Stated",
    "Statement",
    "Status",
    "Warned",
]


@dataclass(frozen=True, order=True)
class Span:
    """Code points `start` to `end` (exclusive) of the article's text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class Evidence:
    """Why a fact is believed: its words, the rule that read them, and how the article stands to it.

    `confidence` is a probability in [0, 1]; `said_by` the actor whom the article
    names as the source of the fact.
    """

    spans: tuple[Span, ...]
    rule: str
    confidence: float = 0.9
    factuality: Factuality = Factuality.ASSERTED
    said_by: str | None = None


@dataclass(frozen=True)
class Stated:
    """A value (an actor's id where there is one, else its wording) and the words that give it."""

    value: str
    evidence: Evidence


@dataclass(frozen=True)
class Date:
    """A date as precise as its words: EDTF, or an ISO 8601 `offset` from an unknown day."""

    edtf: str | None
    offset: str | None
    derivation: Derivation
    words: str
    span: Span | None = None


@dataclass(frozen=True)
class Mention:
    """A stretch of text that names an actor, a mission or an instrument."""

    span: Span
    kind: MentionKind = MentionKind.NAME


@dataclass(frozen=True)
class Role:
    """An office as the article states it at its own date; `of` is an actor's id or name."""

    title: str
    of: str | None
    evidence: Evidence


@dataclass(frozen=True)
class Actor:
    """Someone who can meet, speak or act; `id` is unique in the article."""

    id: str
    name: str
    type: ActorType
    mentions: tuple[Mention, ...]
    evidence: Evidence
    roles: tuple[Role, ...] = ()
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True)
class Participation:
    """One actor's part in a meeting: on which side (0, 1, …; None unknown), as what."""

    actor: str
    part: str = "participant"
    side: int | None = None
    capacity: str | None = None


@dataclass(frozen=True)
class Group:
    """Unnamed people at a meeting: "ambassadors of the 30 Allies", a group of NATO."""

    label: str
    span: Span
    of: str | None = None


@dataclass(frozen=True)
class Meeting:
    """Actors come together, or are to; `kind` is meeting, visit, call or multilateral.

    `evidence` is for the coming together, `status_evidence` for how it stands.
    """

    id: str
    participations: tuple[Participation, ...]
    status: Status
    kind: str
    evidence: Evidence
    status_evidence: Evidence
    groups: tuple[Group, ...] = ()
    date: Date | None = None
    place: Stated | None = None
    topics: tuple[Stated, ...] = ()
    outcome: Stated | None = None
    instruments: tuple[Stated, ...] = ()
    part_of: str | None = None


@dataclass(frozen=True)
class Statement:
    """One speech act: `span` is what is said, `cue` the words that report it."""

    id: str
    speaker: str
    form: Form
    span: Span
    evidence: Evidence
    cue: Span | None = None
    co_speakers: tuple[str, ...] = ()
    addressee: str | None = None
    channel: str | None = None
    act: str = "inform"
    about: tuple[str, ...] = ()
    topics: tuple[Stated, ...] = ()
    instruments: tuple[Stated, ...] = ()
    meeting: str | None = None
    date: Date | None = None


@dataclass(frozen=True)
class Figure:
    """A number stated for a mission; a change (increase, decrease, factor) is never a level.

    `value` is in `unit`s ("soldiers", "Allies"), `bound` one of exactly, moreThan,
    atLeast, about, atMost, lessThan, `measure` a concept of the scheme `measures`.
    """

    value: float
    measure: str
    kind: FigureKind
    evidence: Evidence
    bound: str = "exactly"
    unit: str | None = None
    as_of: Date | None = None
    place: str | None = None


@dataclass(frozen=True)
class Mission:
    """An operation deployed abroad; `described` where the text gives no proper name."""

    id: str
    name: str
    mentions: tuple[Mention, ...]
    evidence: Evidence
    aliases: tuple[str, ...] = ()
    described: bool = False
    lead: Stated | None = None
    place: Stated | None = None
    mandate: Stated | None = None
    commander: Stated | None = None
    commander_described: Stated | None = None
    contributors: tuple[Stated, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Instrument:
    """An agreement, treaty, resolution or programme that the article names."""

    id: str
    name: str
    kind: str
    mentions: tuple[Mention, ...]
    evidence: Evidence
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Skipped:
    """Text that is left out of extraction, and why (teaser, tags, credit, …)."""

    span: Span
    reason: str


@dataclass(frozen=True)
class Anatomy:
    """The parts of an article around its body, each with its place in the text."""

    language: str = "en"
    headline: Span | None = None
    published: Date | None = None
    dateline_place: Stated | None = None
    author: Stated | None = None
    publisher: Stated | None = None
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True)
class Warned:
    """Something that the reader should know: what, and where."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True)
class Facts:
    """All that was read out of one article; `digest` is the SHA-256 of its UTF-8 text.

    `others` are states and bodies that do nothing in it but that statements are about.
    """

    key: str
    name: str
    digest: str
    text: str
    metadata: Metadata
    anatomy: Anatomy
    actors: tuple[Actor, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    statements: tuple[Statement, ...] = ()
    missions: tuple[Mission, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    warnings: tuple[Warned, ...] = ()
    others: tuple[Actor, ...] = ()
