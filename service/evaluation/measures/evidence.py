"""Whether what is told opens at the article's own words."""

from collections.abc import Mapping

from service.evaluation.comparison import Comparison
from service.evaluation.records import StatementRecord
from service.evaluation.tally import Tally


def evidence(comparison: Comparison) -> Mapping[str, Tally]:
    """Statements whose offsets hold, meetings whose evidence stands in the text."""
    text, statements = comparison.text, comparison.told.statements
    meetings = comparison.meetings.told
    exact = sum(is_exact(statement, text) for statement in statements)
    verbatim = sum(bool(m.evidence and m.evidence in text) for m in meetings)
    found = {
        "spans_exact": Tally(exact, len(statements), len(statements)),
        "meeting_evidence_exact": Tally(verbatim, len(meetings), len(meetings)),
    }
    return {name: tally for name, tally in found.items() if tally.told}


def is_exact(statement: StatementRecord, text: str) -> bool:
    """Whether the statement's text is the article's at its offsets."""
    return text[statement.start : statement.end] == statement.text
