"""Missions paired by name."""

from dataclasses import dataclass

from service.evaluation.names import fold
from service.evaluation.pairing import Pair, paired
from service.evaluation.records import Document, MissionRecord


@dataclass(frozen=True)
class MissionMatch:
    """Gold's missions, those told, and which is which."""

    gold: tuple[MissionRecord, ...]
    told: tuple[MissionRecord, ...]
    pairs: list[Pair]


def match_missions(gold: Document, told: Document) -> MissionMatch:
    """Match the missions of one article."""
    return MissionMatch(
        gold.missions, told.missions, paired(gold.missions, told.missions, _likeness, 1.0)
    )


def _likeness(wanted: MissionRecord, found: MissionRecord) -> float:
    return float(bool(_names(wanted) & _names(found)))


def _names(mission: MissionRecord) -> frozenset[str]:
    """Proper names; words that merely mention a mission may mention another, too."""
    return frozenset(map(fold, (mission.name, *mission.aliases))) - {""}
