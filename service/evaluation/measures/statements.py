"""Statements as items: their spans, who says them, and in which form."""

from collections.abc import Mapping

from service.evaluation.comparison import Comparison
from service.evaluation.records import StatementRecord
from service.evaluation.tally import Tally


def statements(comparison: Comparison) -> Mapping[str, Tally]:
    """Statements with and without their speaker; speaker and form of those found."""
    match = comparison.statements
    told, wanted = len(match.told), len(match.gold)
    speakers = sum(match.agrees(match.gold[i], match.told[j].speaker) for i, j in match.spans)
    forms = sum(_form(match.gold[i]) == _form(match.told[j]) for i, j in match.pairs)
    return {
        "statements": Tally(len(match.pairs), told, wanted),
        "statement_spans": Tally(len(match.spans), told, wanted),
        "speaker_accuracy": Tally(speakers, len(match.spans), len(match.spans)),
        "statement_form": Tally(forms, len(match.pairs), len(match.pairs)),
    }


def _form(statement: StatementRecord) -> list[str]:
    """The form's last word: "free indirect" is indirect."""
    return (statement.form or "").split()[-1:]
