"""A telling with its status, date, place and topics: what joining works on."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from loaders.extractors.meetings.apart import apart
from loaders.extractors.meetings.auxiliaries import Standing
from loaders.extractors.meetings.escorts import with_escorts
from loaders.extractors.meetings.mediating import mediators
from loaders.extractors.meetings.placing import places_of
from loaders.extractors.meetings.signs import asked
from loaders.extractors.meetings.status import standing
from loaders.extractors.meetings.telling import Telling
from loaders.extractors.meetings.tense import in_time
from loaders.extractors.meetings.timing import date_of
from loaders.extractors.meetings.topics import topics_of
from loaders.extractors.places import Place
from loaders.facts import Date, Factuality, Group, Span, Stated, Status
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading

_SAID = {"say", "claim", "report", "announce", "confirm", "state", "add", "tell", "write", "allege"}


@dataclass(frozen=True)
class Draft:
    """One telling, read in full; `actors` are all who take part."""

    telling: Telling
    standing: Standing
    sentence: Span
    actors: tuple[str, ...]
    groups: tuple[Group, ...]
    date: Date | None
    places: tuple[Place, ...]
    topics: tuple[Stated, ...]
    said_by: str | None = None

    @property
    def status(self) -> Status:
        """How the meeting stands by this telling."""
        return self.standing.status

    @property
    def asked(self) -> bool:
        """Whether a question tells it."""
        return asked(self.telling.anchor)

    @property
    def scheduled(self) -> bool:
        """Whether an adjective calls it a plan ("his scheduled meeting")."""
        return any(
            t.lemma_ in {"scheduled", "planned", "schedule", "plan"} and t.dep_ == "amod"
            for t in self.standing.words
        )

    @property
    def status_words(self) -> Span:
        """The words that give the status, from the first to the last."""
        words = sorted(self.standing.words, key=lambda t: t.i)
        return Span(words[0].idx, words[-1].idx + len(words[-1]))

    @property
    def factuality(self) -> Factuality:
        """How the article stands to the meeting."""
        by_status = {
            Status.PLANNED: Factuality.SCHEDULED,
            Status.HYPOTHETICAL: Factuality.HYPOTHETICAL,
            Status.DENIED: Factuality.DENIED,
        }
        if self.status in by_status:
            return by_status[self.status]
        return Factuality.ATTRIBUTED if self.said_by else Factuality.ASSERTED


def drafted(telling: Telling, reading: Reading, cast: Cast) -> tuple[Draft, ...]:
    """The telling with all that its sentence says of it; one for each where told "separately"."""
    found = standing(telling.anchor)
    if found is None:
        return ()
    found = in_time(telling, found, reading)
    telling = with_escorts(replace(telling, mediators=mediators(telling, cast)), cast)
    drafts = (_read(each, found, reading, cast) for each in apart(telling))
    return tuple(stop for draft in drafts for stop in _stop_by_stop(draft))


def _read(telling: Telling, found: Standing, reading: Reading, cast: Cast) -> Draft:
    sentence = telling.anchor.sent
    return Draft(
        telling,
        found,
        _trimmed(sentence.start_char, sentence.end_char, reading),
        telling.actors,
        tuple(dict.fromkeys(g for side in telling.sides for g in side.groups)),
        date_of(telling, found.status, reading),
        places_of(telling),
        topics_of(telling),
        _speaker(telling.anchor, cast),
    )


def _trimmed(start: int, end: int, reading: Reading) -> Span:
    text = reading.body[start:end]  # what is skipped is blank there
    return Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def _stop_by_stop(draft: Draft) -> tuple[Draft, ...]:
    """Cities are stops, a visit each; states are the reach of one journey."""
    goal = draft.telling.goal
    if draft.telling.kind != "visit" or len(goal) < 2 or any(p.sort != "city" for p in goal):
        return (draft,)
    return tuple(replace(draft, places=(place,)) for place in goal)


def _speaker(anchor: Token, cast: Cast) -> str | None:
    """Who says so, where the telling stands under a verb of saying."""
    node = anchor
    while node.head != node:
        if node.dep_ == "ccomp" and node.head.lemma_ in _SAID:
            named = [a for c in node.head.children if c.dep_ == "nsubj" for a in cast.at(c)]
            return named[0] if named else None
        node = node.head
    return None


def going(drafts: list[Draft]) -> list[Draft]:
    """The drafts; a journey whose whole end is an event ("to X for the summit") is that event's."""
    found = []
    for draft in drafts:
        if _event(drafts, draft.telling) is not None:
            continue
        trip = next((d for d in drafts if _event([draft], d.telling)), None)
        found.append(_there(draft, trip) if trip is not None else draft)
    return found


def _event(drafts: list[Draft], trip: Telling) -> Draft | None:
    """The event that the journey serves, for the same people."""
    if trip.rule != "meeting.verb.travel":
        return None
    events = (d for d in drafts if d.telling.rule == "meeting.event.attend")
    below = (d for d in events if trip.anchor.is_ancestor(d.telling.anchor))
    return next((d for d in below if set(d.actors) == set(trip.actors)), None)


def _there(event: Draft, trip: Draft) -> Draft:
    return replace(event, places=event.places or trip.places, date=event.date or trip.date)
