"""Which told item stands for which of gold: one to one, the best first."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from service.evaluation.names import same
from service.evaluation.records import ActorRecord, StatementRecord

Gold = TypeVar("Gold")
Told = TypeVar("Told")
Pair = tuple[int, int]
HALF = 0.5  # of two spans or two lists of participants must be shared


def paired(
    gold: Sequence[Gold],
    told: Sequence[Told],
    likeness: Callable[[Gold, Told], float],
    least: float,
) -> list[Pair]:
    """Pairs of positions whose likeness is at least `least`, each item once, the likest first."""
    candidates = [
        (-value, i, j)
        for i, wanted in enumerate(gold)
        for j, found in enumerate(told)
        if (value := likeness(wanted, found)) >= least
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())


def overlap(one: StatementRecord, other: StatementRecord) -> float:
    """Characters that two spans share, of all that they cover."""
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    covered = (one.end - one.start) + (other.end - other.start) - shared
    return shared / covered if covered else 0.0


def company(some: Iterable[ActorRecord], others: Iterable[ActorRecord]) -> float:
    """Actors that two lists share, of all that they name (Jaccard)."""
    ones, left = list(some), list(others)
    total, shared = len(ones) + len(left), 0
    for actor in ones:
        partner = next((k for k, other in enumerate(left) if same(actor, other)), None)
        if partner is not None:
            left.pop(partner)
            shared += 1
    return shared / (total - shared) if total > shared else 0.0
