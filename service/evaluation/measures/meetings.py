"""Meetings as items: the participants and the status."""

from collections.abc import Mapping

from service.evaluation.comparison import Comparison
from service.evaluation.tally import Tally


def meetings(comparison: Comparison) -> Mapping[str, Tally]:
    """Meetings found; the status of those whose participants are right."""
    match = comparison.meetings
    found = {"meetings": Tally(len(match.pairs), len(match.told), len(match.gold))}
    if match.met:
        right = sum(match.gold[i].status == match.told[j].status for i, j in match.met)
        found["meeting_status"] = Tally(right, len(match.met), len(match.met))
    return found
