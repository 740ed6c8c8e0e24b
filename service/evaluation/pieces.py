"""A text cut into pieces, so that statements that overlap can be marked in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.evaluation.comparison import Comparison
from service.evaluation.mistakes import FALSE, MISSED, WRONG, misattributed
from service.evaluation.names import Resolver
from service.evaluation.records import StatementRecord
from service.evaluation.wording import name

FOUND, UNSCORED = "found", "not scored"


@dataclass(frozen=True)
class Marked:
    """A statement to mark: how it stands, and who says it."""

    start: int
    end: int
    state: str
    speaker: str


@dataclass(frozen=True)
class Piece:
    """Words under one mark or none; `opening` are the statements that begin here."""

    words: str
    state: str | None
    opening: tuple[Marked, ...]


def pieces(text: str, marks: Iterable[Marked]) -> list[Piece]:
    """The text in pieces; where marks overlap, the shorter one shows."""
    known = sorted(
        (m for m in marks if 0 <= m.start < m.end <= len(text)), key=lambda m: (m.start, -m.end)
    )
    points = sorted({0, len(text), *(p for m in known for p in (m.start, m.end))})
    found = []
    for start, end in pairwise(points):
        over = [m for m in known if m.start <= start and end <= m.end]
        inner = min(over, key=lambda m: m.end - m.start, default=None)
        opening = tuple(m for m in over if m.start == start)
        found.append(Piece(text[start:end], inner.state if inner else None, opening))
    return found


def gold_marks(comparison: Comparison) -> list[Marked]:
    """Gold's statements: found, missed, with another speaker, or not scored."""
    match, resolve = comparison.statements, comparison.of_gold
    states = dict.fromkeys((i for i, _ in match.pairs), FOUND)
    states |= dict.fromkeys((i for i, _ in misattributed(comparison)), WRONG)
    scored = _marks(match.gold, resolve, [states.get(i, MISSED) for i in range(len(match.gold))])
    spare = comparison.gold.unscored_statements
    return [*scored, *_marks(spare, resolve, [UNSCORED] * len(spare))]


def told_marks(comparison: Comparison) -> list[Marked]:
    """Told statements: found, false, with another speaker than gold's, or not scored."""
    match, resolve = comparison.statements, comparison.of_told
    states = dict.fromkeys((j for _, j in match.pairs), FOUND)
    states |= dict.fromkeys((j for _, j in misattributed(comparison)), WRONG)
    scored = _marks(match.told, resolve, [states.get(j, FALSE) for j in range(len(match.told))])
    spare = [s for s in comparison.told.statements if s not in match.told]
    return [*scored, *_marks(spare, resolve, [UNSCORED] * len(spare))]


def _marks(
    statements: Sequence[StatementRecord], resolve: Resolver, states: Sequence[str]
) -> list[Marked]:
    return [
        Marked(s.start, s.end, state, ", ".join(_speakers(s, resolve)))
        for s, state in zip(statements, states, strict=True)
    ]


def _speakers(statement: StatementRecord, resolve: Resolver) -> list[str]:
    return [name(resolve, one) for one in (statement.speaker, *statement.co_speakers)]
