"""Statements paired by their spans, and by span and speaker."""

from collections.abc import Callable
from dataclasses import dataclass

from service.evaluation.names import Resolver, same
from service.evaluation.pairing import HALF, Pair, overlap, paired
from service.evaluation.records import Document, StatementRecord

Agreeing = Callable[[StatementRecord, str | None], bool]


@dataclass(frozen=True)
class StatementMatch:
    """`spans` pairs whatever the speaker, `pairs` only what the right one says.

    `told` is without what mostly lies in `ignored`, characters that gold leaves unscored.
    """

    gold: tuple[StatementRecord, ...]
    told: tuple[StatementRecord, ...]
    ignored: frozenset[int]
    agrees: Agreeing
    spans: list[Pair]
    pairs: list[Pair]


def match_statements(
    gold: Document, told: Document, of_gold: Resolver, of_told: Resolver
) -> StatementMatch:
    """Match the statements of one article."""
    agrees = _agreement(of_gold, of_told)
    ignored = _characters(gold.unscored_statements) - _characters(gold.statements)
    scored = tuple(s for s in told.statements if not _mostly(s, ignored))

    def said_alike(wanted: StatementRecord, found: StatementRecord) -> float:
        return overlap(wanted, found) if agrees(wanted, found.speaker) else 0.0

    return StatementMatch(
        gold=gold.statements,
        told=scored,
        ignored=ignored,
        agrees=agrees,
        spans=paired(gold.statements, scored, overlap, HALF),
        pairs=paired(gold.statements, scored, said_alike, HALF),
    )


def _agreement(of_gold: Resolver, of_told: Resolver) -> Agreeing:
    """Whether a told speaker is one of those who say it in gold; each question is asked once."""
    known: dict[tuple[tuple[str, ...], str | None], bool] = {}

    def agrees(wanted: StatementRecord, speaker: str | None) -> bool:
        speakers = (*([wanted.speaker] if wanted.speaker else ()), *wanted.co_speakers)
        key = (speakers, speaker)
        if key not in known:
            found = of_told(speaker)
            known[key] = found is not None and any(same(a, found) for a in of_gold.all(speakers))
        return known[key]

    return agrees


def _characters(statements: tuple[StatementRecord, ...]) -> frozenset[int]:
    return frozenset(c for s in statements for c in range(s.start, s.end))


def _mostly(statement: StatementRecord, ignored: frozenset[int]) -> bool:
    """Whether half of the statement or more is unscored."""
    inside = len(ignored.intersection(range(statement.start, statement.end)))
    return 2 * inside >= max(1, statement.end - statement.start)
