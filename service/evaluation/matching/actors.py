"""Actors paired by name and type."""

from dataclasses import dataclass

from service.evaluation.names import PERSON, same
from service.evaluation.pairing import Pair, paired
from service.evaluation.records import ActorRecord, Document


@dataclass(frozen=True)
class ActorMatch:
    """`told` is without missions and whom else gold lists as optional."""

    gold: tuple[ActorRecord, ...]
    told: tuple[ActorRecord, ...]
    pairs: list[Pair]

    @property
    def persons(self) -> list[Pair]:
        """The pairs that are persons."""
        return [(i, j) for i, j in self.pairs if self.gold[i].type == PERSON]


def match_actors(gold: Document, told: Document) -> ActorMatch:
    """Match the actors of one article."""
    spare = (*gold.optional_actors, *(m.as_actor("Organization") for m in gold.missions))

    def is_scored(found: ActorRecord) -> bool:
        wanted = any(same(actor, found) for actor in gold.actors)
        return wanted or not any(same(actor, found) for actor in spare)

    scored = tuple(filter(is_scored, told.actors))
    return ActorMatch(gold.actors, scored, paired(gold.actors, scored, _likeness, 1.0))


def _likeness(wanted: ActorRecord, found: ActorRecord) -> float:
    return float(same(wanted, found) and wanted.type == found.type)
