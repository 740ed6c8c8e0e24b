"""What is told of the meetings found: day, place, kind, who took part."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from service.evaluation.comparison import Comparison
from service.evaluation.matching.meetings import places
from service.evaluation.records import MeetingRecord
from service.evaluation.tally import Tally, one


def meeting_details(comparison: Comparison) -> Mapping[str, Tally]:
    """Date, place, kind and participants of each meeting found."""
    match = comparison.meetings
    found: defaultdict[str, Tally] = defaultdict(Tally)
    for i, j in match.pairs:
        wanted, told = match.gold[i], match.told[j]
        for name, tally in _values(wanted, told):
            found[name] += tally
        found["meeting_participants"] += _participants(wanted, told, match.together(wanted, told))
    return found


def _values(wanted: MeetingRecord, told: MeetingRecord) -> Iterator[tuple[str, Tally]]:
    yield "meeting_date", one(wanted.date == told.date)
    if wanted.place:
        yield "meeting_place", one(bool(places(wanted.place) & places(told.place)))
    if wanted.kind:
        yield "meeting_kind", one(wanted.kind == told.kind)


def _participants(wanted: MeetingRecord, told: MeetingRecord, share: float) -> Tally:
    """How many participants agree: `share` is their number over that of all that are named."""
    named = len(wanted.attendants) + len(told.attendants)
    right = round(share * named / (1 + share))
    return Tally(right, len(told.attendants), len(wanted.attendants))
