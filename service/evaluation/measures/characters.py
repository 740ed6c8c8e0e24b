"""Statements by characters: long ones weigh more, and near misses count for what they share."""

from collections.abc import Mapping

from service.evaluation.comparison import Comparison
from service.evaluation.records import StatementRecord
from service.evaluation.tally import Tally


def characters(comparison: Comparison) -> Mapping[str, Tally]:
    """Characters of speech, with the right speaker and with any."""
    match = comparison.statements
    wanted = _owners(comparison.gold.statements)
    told = {
        character: statement
        for character, statement in _owners(comparison.told.statements).items()
        if character not in match.ignored
    }
    both = wanted.keys() & told.keys()
    agreed = sum(match.agrees(wanted[c], told[c].speaker) for c in both)
    return {
        "statement_chars": Tally(agreed, len(told), len(wanted)),
        "statement_chars_any_speaker": Tally(len(both), len(told), len(wanted)),
    }


def _owners(statements: tuple[StatementRecord, ...]) -> dict[int, StatementRecord]:
    """The statement that each character belongs to, the last where several share it."""
    return {c: statement for statement in statements for c in range(statement.start, statement.end)}
