"""Actors by name and type."""

from collections.abc import Iterable, Mapping

from service.evaluation.comparison import Comparison
from service.evaluation.names import PERSON
from service.evaluation.records import ActorRecord
from service.evaluation.tally import Tally


def actors(comparison: Comparison) -> Mapping[str, Tally]:
    """All actors, and the persons among them."""
    match = comparison.actors
    return {
        "actors": Tally(len(match.pairs), len(match.told), len(match.gold)),
        "persons": Tally(len(match.persons), _persons(match.told), _persons(match.gold)),
    }


def _persons(actors: Iterable[ActorRecord]) -> int:
    return sum(actor.type == PERSON for actor in actors)
