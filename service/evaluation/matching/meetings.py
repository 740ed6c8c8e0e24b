"""Meetings paired by who took part, and by that and their status."""

from collections.abc import Callable
from dataclasses import dataclass

from service.evaluation.names import Resolver, fold
from service.evaluation.pairing import HALF, Pair, company, paired
from service.evaluation.records import ActorRecord, Document, MeetingRecord

# What decides between two meetings of the same people: the day first, then the place.
_SAME_DAY, _SAME_PLACE = 0.01, 0.005
Together = Callable[[MeetingRecord, MeetingRecord], float]


@dataclass(frozen=True)
class MeetingMatch:
    """`pairs` agree in participants and status, `met` in participants whatever the status.

    `told` is without the meetings that gold lists as optional.
    """

    gold: tuple[MeetingRecord, ...]
    told: tuple[MeetingRecord, ...]
    together: Together
    met: list[Pair]
    pairs: list[Pair]


def match_meetings(
    gold: Document, told: Document, of_gold: Resolver, of_told: Resolver
) -> MeetingMatch:
    """Match the meetings of one article."""
    together = _togetherness(of_gold, of_told)

    def likeness(wanted: MeetingRecord, found: MeetingRecord) -> float:
        share = together(wanted, found) if wanted.status == found.status else 0.0
        same_place = places(wanted.place) & places(found.place)
        bonus = _SAME_DAY * (wanted.date == found.date) + _SAME_PLACE * bool(same_place)
        return share + bonus if share else 0.0

    spare = (*gold.optional_meetings, *gold.unscored_meetings)
    optional = [of_gold.all(meeting.attendants) for meeting in spare]

    def is_scored(found: MeetingRecord) -> bool:
        if any(likeness(wanted, found) >= HALF for wanted in gold.meetings):
            return True
        people = of_told.all(found.attendants)
        return not any(company(others, people) >= HALF for others in optional)

    scored = tuple(filter(is_scored, told.meetings))
    return MeetingMatch(
        gold=gold.meetings,
        told=scored,
        together=together,
        met=paired(gold.meetings, scored, together, HALF),
        pairs=paired(gold.meetings, scored, likeness, HALF),
    )


def _togetherness(of_gold: Resolver, of_told: Resolver) -> Together:
    """How far the participants agree, by the reading of gold that fits best."""

    def together(wanted: MeetingRecord, found: MeetingRecord) -> float:
        people = of_told.all(found.attendants)
        return max(company(of_gold.all(reading), people) for reading in readings(wanted))

    return together


def readings(meeting: MeetingRecord) -> tuple[tuple[str, ...], ...]:
    """Who took part, in each way that gold reads it."""
    return (meeting.attendants, *meeting.alternatives)


def attendants(meeting: MeetingRecord, resolve: Resolver) -> list[ActorRecord]:
    """Who took part."""
    return resolve.all(meeting.attendants)


def places(value: tuple[str, ...] | str | None) -> frozenset[str]:
    """Names of a place, and of each of its parts: "Vienna, Austria" is in Vienna and in Austria."""
    values = (value,) if isinstance(value, str) else value or ()
    parts = (part for whole in values if whole for part in (whole, *whole.split(",")))
    return frozenset(fold(part) for part in parts if part)
