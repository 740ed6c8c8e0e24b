"""Makes the facts of joined tellings: participations with sides, evidence, date and place."""

from dataclasses import replace

from loaders.extractors.meetings.draft import Draft
from loaders.extractors.meetings.joining import Joined
from loaders.facts import (
    ActorType,
    Anatomy,
    Date,
    Derivation,
    Evidence,
    Group,
    Meeting,
    Participation,
    Span,
    Stated,
    Status,
)
from loaders.reading.cast import Cast

_MANY = 3
_SITTING = {"meeting", "multilateral"}


def built(number: int, meeting: Joined, anatomy: Anatomy, cast: Cast) -> Meeting:
    """The meeting as a fact."""
    first = meeting.first
    settled = next((d for d in meeting.drafts if d.status is meeting.status), first)
    return Meeting(
        id=f"m{number}",
        participations=_participations(meeting),
        status=meeting.status,
        kind=_kind(meeting, cast),
        evidence=_evidence(first, _sentences(meeting)),
        status_evidence=_evidence(settled, (settled.status_words,)),
        groups=_groups(meeting),
        date=meeting.date,
        place=_place(meeting, anatomy),
        topics=_topics(meeting),
        outcome=meeting.outcome,
    )


def _evidence(draft: Draft, spans: tuple[Span, ...]) -> Evidence:
    telling = draft.telling
    return Evidence(spans, telling.rule, factuality=draft.factuality, said_by=draft.said_by)


def _sentences(meeting: Joined) -> tuple[Span, ...]:
    ordered = [meeting.first, *meeting.drafts]
    return tuple(dict.fromkeys(d.sentence for d in ordered))


def _participations(meeting: Joined) -> tuple[Participation, ...]:
    telling = meeting.first.telling
    sides: dict[str, int | None] = {}
    several = len(telling.sides) > 1
    for number, side in enumerate(telling.sides):
        for actor in side.actors:
            sides.setdefault(actor, number if several else None)
    for actor in meeting.actors:
        sides.setdefault(actor, None)
    taking_part = tuple(
        Participation(actor, "host" if actor in telling.hosts else "participant", side)
        for actor, side in sides.items()
    )
    mediating = (Participation(actor, "mediator") for actor in _mediating(meeting, sides))
    return (*taking_part, *mediating)


def _mediating(meeting: Joined, sides: dict[str, int | None]) -> tuple[str, ...]:
    mediators = (a for draft in meeting.drafts for a in draft.telling.mediators)
    return tuple(dict.fromkeys(a for a in mediators if a not in sides))


def _groups(meeting: Joined) -> tuple[Group, ...]:
    found: dict[str, Group] = {}
    for draft in meeting.drafts:
        for group in draft.groups:
            found.setdefault(group.label, group)
    return tuple(found.values())


def _topics(meeting: Joined) -> tuple[Stated, ...]:
    found: dict[str, Stated] = {}
    own = [topic for draft in meeting.drafts for topic in draft.topics]
    for topic in (*own, *meeting.topics):
        found.setdefault(topic.value, topic)
    return tuple(found.values())


def _place(meeting: Joined, anatomy: Anatomy) -> Stated | None:
    for draft in sorted(meeting.drafts, key=lambda d: d.telling.definite):
        if draft.places:
            shown = draft.places if draft.telling.kind == "visit" else draft.places[:2]
            names = ", ".join(dict.fromkeys(p.name for p in shown))
            return Stated(names, Evidence(tuple(p.span for p in shown), "meeting.place"))
    return _dateline(meeting, anatomy)


def _dateline(meeting: Joined, anatomy: Anatomy) -> Stated | None:
    """A release from a town on the very day tells of what happened in that town."""
    date, where = meeting.date, anatomy.dateline_place
    if where is None or date is None or date.edtf is None or anatomy.published is None:
        return None
    if date.edtf != anatomy.published.edtf or meeting.first.telling.kind not in _SITTING:
        return None
    return replace(where, evidence=replace(where.evidence, rule="meeting.place.dateline"))


def _kind(meeting: Joined, cast: Cast) -> str:
    kinds = [d.telling.kind for d in meeting.drafts if not d.telling.definite]
    if "multilateral" in kinds:
        return "multilateral"
    kind = meeting.first.telling.kind
    if kind == "meeting" and len(_states(meeting, cast)) >= _MANY:
        return "multilateral"
    return kind


def _states(meeting: Joined, cast: Cast) -> set[str]:
    """The states and bodies that the participants stand for."""
    found: set[str] = set()
    for actor in meeting.actors:
        known = cast.by_id.get(actor)
        if known is not None and cast.is_person(actor):
            of = [role.of for role in known.roles if role.of and _is_state(role.of, cast)]
            found.update(of[:1])
        else:
            found.add(actor)
    return found


def _is_state(name: str, cast: Cast) -> bool:
    known = cast.by_id.get(name)
    return known is not None and known.type is ActorType.STATE


def on_the_trip(meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    """Meetings told after their trip share its day and, where it has one stop, its place."""
    done: list[Meeting] = []
    for meeting in meetings:
        trip = next((m for m in reversed(done) if _carries(m, meeting)), None)
        done.append(_inherited(meeting, trip) if trip else meeting)
    return tuple(done)


def _carries(trip: Meeting, meeting: Meeting) -> bool:
    if trip.kind != "visit" or meeting.kind not in {"meeting", "multilateral"}:
        return False
    travellers = {p.actor for p in trip.participations if p.part == "participant"}
    there = {p.actor for p in meeting.participations}
    same_place = trip.place and meeting.place and trip.place.value == meeting.place.value
    return trip.status is meeting.status and bool(travellers & there or same_place)


def _inherited(meeting: Meeting, trip: Meeting) -> Meeting:
    held = trip.status is Status.HELD  # a plan tells the day of leaving, not of each meeting
    date = meeting.date or (_inferred(trip.date) if trip.date and held else None)
    if meeting.date is not None and trip.date is not None and meeting.date.edtf != trip.date.edtf:
        return meeting
    place = meeting.place or _one_stop(trip)
    return replace(meeting, date=date, place=place, part_of=trip.id)


def _one_stop(trip: Meeting) -> Stated | None:
    return trip.place if trip.place and len(trip.place.evidence.spans) == 1 else None


def _inferred(date: Date) -> Date:
    return replace(date, derivation=Derivation.INFERRED)
