"""Missions by name."""

from collections.abc import Mapping

from service.evaluation.comparison import Comparison
from service.evaluation.tally import Tally


def missions(comparison: Comparison) -> Mapping[str, Tally]:
    """Missions found."""
    match = comparison.missions
    return {"missions": Tally(len(match.pairs), len(match.told), len(match.gold))}
