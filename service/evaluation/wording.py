"""How reports call actors, meetings and roles, and where a text has their words."""

from service.evaluation.measures.roles import Role
from service.evaluation.names import Resolver
from service.evaluation.records import ActorRecord, MeetingRecord, StatementRecord

Place = tuple[int, int]


def name(resolve: Resolver, reference: str | None) -> str:
    """What to call whom an id or a name means."""
    actor = resolve(reference)
    return (actor.name if actor else None) or reference or "nobody"


def described(meeting: MeetingRecord, resolve: Resolver) -> str:
    """A meeting in words: who, how it stands, when, where."""
    who = [name(resolve, one) for one in meeting.attendants]
    rest = [meeting.status, meeting.kind, meeting.date or "no day", spelt(meeting.place)]
    return "; ".join([", ".join([*who, *meeting.groups]) or "nobody", *filter(None, rest)])


def spelt(place: tuple[str, ...] | str | None) -> str:
    """A place, or several, in words."""
    return place if isinstance(place, str) else " / ".join(place or ())


def meeting_place(meeting: MeetingRecord, text: str) -> Place | None:
    """Where the evidence of a meeting stands."""
    if meeting.evidence_spans:
        return meeting.evidence_spans[0]
    return _find(text, meeting.evidence)


def statement_place(statement: StatementRecord) -> Place:
    """Where a statement stands."""
    return statement.start, statement.end


def actor_place(actor: ActorRecord, text: str) -> Place | None:
    """Where the text first names an actor."""
    found = (_find(text, words) for words in (*actor.mentions, actor.name, *actor.aliases))
    return min((place for place in found if place), default=None)


def _find(text: str, words: str | None) -> Place | None:
    start = text.find(words) if words else -1
    return (start, start + len(words)) if words and start >= 0 else None


def typed(actor: ActorRecord) -> str:
    """An actor's name and type."""
    return f"{actor.name} ({actor.type})"


def titled(role: Role) -> str:
    """A role in words."""
    return f"{role[0]} of {role[1]}" if role[1] else role[0]
