"""False facts an article: what was told and gold doesn't have."""

from collections.abc import Mapping

from service.evaluation.comparison import Comparison
from service.evaluation.measures.mission_facts import mission_facts
from service.evaluation.measures.roles import roles
from service.evaluation.tally import Tally


def false_facts(comparison: Comparison) -> Mapping[str, Tally]:
    """Statements, meetings, roles and facts of missions that are wrong; the mean is the figure."""
    statements, meetings = comparison.statements, comparison.meetings
    wrong = len(statements.told) - len(statements.pairs)
    wrong += len(meetings.told) - len(meetings.pairs)
    wrong += sum(tally.told - tally.right for tally in roles(comparison).values())
    wrong += sum(tally.told - tally.right for tally in mission_facts(comparison).values())
    return {"false_facts_per_article": Tally(wrong, 1, 1)}
