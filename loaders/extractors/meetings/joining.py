"""Joins tellings of one meeting: the same people, kind and standing, no other day or place."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from loaders.dates import earliest, latest
from loaders.extractors.meetings.auxiliaries import Standing
from loaders.extractors.meetings.clauses import clause
from loaders.extractors.meetings.draft import Draft
from loaders.extractors.meetings.echoes import ACCEPTED
from loaders.extractors.meetings.signs import happening
from loaders.extractors.meetings.telling import Telling
from loaders.facts import Date, Stated, Status

_SETTLING = {Status.CANCELLED, Status.POSTPONED, Status.DECLINED}
_LOOSE = {"discussion", "conversation", "talk", "dialogue", "consultation", "speak", "session"}
_TELEPHONE = {"phone", "telephone", "call", "videoconference"}
_SITTING = {"meeting", "multilateral"}


@dataclass
class Joined:
    """Tellings of one meeting, in order of mention."""

    drafts: list[Draft] = field(default_factory=list)
    topics: list[Stated] = field(default_factory=list)
    outcome: Stated | None = None

    @property
    def first(self) -> Draft:
        """The first telling that stands by itself."""
        return next((d for d in self.drafts if not d.telling.definite), self.drafts[0])

    @property
    def actors(self) -> tuple[str, ...]:
        """Everyone named in any telling."""
        return tuple(dict.fromkeys(a for d in self.drafts for a in d.actors))

    @property
    def status(self) -> Status:
        """What was settled last outweighs what was planned, what is told what is asked."""
        told = [d for d in self.drafts if not d.asked] or self.drafts
        settled = [d.status for d in told if d.status in _SETTLING]
        happened = any(d.status is Status.HELD for d in told if d.telling.rule != ACCEPTED)
        if happened and set(settled) <= {Status.POSTPONED}:
            return Status.HELD
        if any(d.telling.rule == ACCEPTED for d in told):
            return Status.PLANNED
        first = next((d for d in told if not d.telling.definite), self.first)
        return settled[-1] if settled else first.status

    @property
    def date(self) -> Date | None:
        """The first date that fixes a time, else one that counts from an unknown day."""
        dates = [d.date for d in self.drafts if d.date is not None]
        return next((d for d in dates if d.edtf), next((d for d in dates if d.offset), None))


def joined(drafts: Iterable[Draft]) -> list[Joined]:
    """The meetings told, in order of first mention."""
    found: list[Joined] = []
    for draft in drafts:
        before = next((m for m in reversed(found) if _same(m, draft)), None)
        if before is not None:
            again = _under_way(before, draft)
            standing = Standing(Status.PLANNED, draft.standing.words)
            before.drafts.append(replace(draft, standing=standing) if again else draft)
        elif not draft.telling.definite:
            found.append(Joined([draft]))
    return found


def _same(meeting: Joined, draft: Draft) -> bool:
    if draft.telling.rule == ACCEPTED:
        return draft.status is Status.HELD and _invited(meeting)
    return _on_its_trip(meeting, draft) or (
        _one_kind(meeting, draft)
        and _one_standing(meeting, draft)
        and _one_time(meeting.date, draft.date)
        and _one_place(meeting, draft)
        and _one_company(meeting, draft)
    )


def _invited(meeting: Joined) -> bool:
    """Whether the meeting is only invited to, so far."""
    open_ = meeting.status is Status.HYPOTHETICAL
    words = {t.lemma_ for d in meeting.drafts for t in d.standing.words}
    return open_ and bool(words & {"invite", "invitation"})


def _on_its_trip(meeting: Joined, draft: Draft) -> bool:
    """Unnamed people met in the very sentence of a trip are those it was made to."""
    trip = meeting.first
    if trip.telling.kind != "visit" or trip.sentence != draft.sentence:
        return False
    alike = trip.status is draft.status and draft.telling.kind != "visit"
    return alike and bool(draft.groups) and set(draft.actors) <= set(trip.actors)


def _one_kind(meeting: Joined, draft: Draft) -> bool:
    one, other = meeting.first.telling, draft.telling
    if one.kind == other.kind:
        return True
    if {one.kind, other.kind} <= _SITTING:
        return True
    loose = {one.anchor.lemma_, other.anchor.lemma_} & _LOOSE
    kinds = {one.kind, other.kind}
    return bool(loose) and "visit" not in kinds and not (_by_phone(one) or _by_phone(other))


def _by_phone(telling: Telling) -> bool:
    return any(t.lemma_.lower() in _TELEPHONE for t in telling.anchor.subtree)


def _one_standing(meeting: Joined, draft: Draft) -> bool:
    if meeting.status is draft.status or _asked(meeting, draft) or _under_way(meeting, draft):
        return True
    if Status.HELD in {meeting.status, draft.status} and _overtaken(meeting, draft):
        return True
    return meeting.status is Status.PLANNED and draft.status in _SETTLING


def _under_way(meeting: Joined, draft: Draft) -> bool:
    """Whether "is traveling to X" tells again the trip that "will travel to X" told."""
    anchor = draft.telling.anchor
    trips = {meeting.first.telling.kind, draft.telling.kind} == {"visit"}
    planned = meeting.status is Status.PLANNED and draft.status is Status.HELD
    named = bool(draft.places) and bool(meeting.first.places)
    return trips and planned and named and anchor.tag_ == "VBG" and happening(anchor)


def _asked(meeting: Joined, draft: Draft) -> bool:
    """Whether one only asks what the other tells."""
    asked = all(d.asked for d in meeting.drafts)
    return asked is not draft.asked and Status.HYPOTHETICAL in {meeting.status, draft.status}


def _overtaken(meeting: Joined, draft: Draft) -> bool:
    """Whether one looks back to the plan or the delay of what the other says took place."""
    held, other = (draft, meeting.first)
    if meeting.status is Status.HELD:
        held, other = other, draft
    if other.date is not None or held.status is not Status.HELD:
        return False
    back = clause(other.telling.anchor)
    past = back.tag_ == "VBD" or any(t.tag_ == "VBD" for t in back.sent if t.is_ancestor(back))
    if other.status is Status.POSTPONED:
        return _one_goal(held, other)
    return past and other.status is Status.PLANNED and other.scheduled


def _one_goal(one: Draft, other: Draft) -> bool:
    here, there = {p.name for p in one.places}, {p.name for p in other.places}
    return bool(here & there) or not here or not there


def _one_time(one: Date | None, other: Date | None) -> bool:
    if one is None or other is None:
        return True
    if one.edtf and other.edtf:
        if one.edtf == other.edtf:
            return True
        a, b, c, d = earliest(one), latest(one), earliest(other), latest(other)
        return bool(a and b and c and d and a <= d and c <= b)
    return one.offset == other.offset


def _one_place(meeting: Joined, draft: Draft) -> bool:
    here = [p.name for d in meeting.drafts for p in d.places]
    there = [p.name for p in draft.places]
    if not here or not there or draft.telling.kind != "visit":
        return True
    return any(name in here for name in there)


def _one_company(meeting: Joined, draft: Draft) -> bool:
    one, other = set(meeting.actors), set(draft.actors)
    shared = one & other
    if draft.telling.kind == "visit":
        return bool(shared) and (one <= other or other <= one)
    if draft.telling.rule.startswith("meeting.echo"):
        return True
    if draft.telling.definite:
        return len(shared) >= 2 or not other
    if len(shared) >= 2:
        facing = len(draft.telling.sides) > 1
        across = not facing or (_across(meeting.first, shared) and _across(draft, shared))
        return across and (one <= other or other <= one)
    return shared == one == other and (_one_group(meeting, draft) or _one_act(meeting, draft))


def _across(draft: Draft, shared: set[str]) -> bool:
    """Whether those shared sat on both sides: one delegation sees many people in a day."""
    sides = [side for side in draft.telling.sides if not side.empty]
    return len(sides) < 2 or sum(bool(shared & set(side.actors)) for side in sides) > 1


def _one_act(meeting: Joined, draft: Draft) -> bool:
    """ "convened leaders at a summit": the verb and its event tell of one gathering."""
    one, other = meeting.first.telling, draft.telling
    named = one.name is not None and other.name is not None
    return not named and clause(one.anchor) == clause(other.anchor)


def _one_group(meeting: Joined, draft: Draft) -> bool:
    labels = {g.label for d in meeting.drafts for g in d.groups}
    return bool(labels & {g.label for g in draft.groups})
