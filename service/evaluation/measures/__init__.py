"""The measures, one a file: functions from a comparison to the tallies that it names.

A measure that has nothing to measure in an article gives nothing for it.
"""

from collections.abc import Callable, Mapping

from service.evaluation.comparison import Comparison
from service.evaluation.measures.actors import actors
from service.evaluation.measures.characters import characters
from service.evaluation.measures.evidence import evidence
from service.evaluation.measures.false_facts import false_facts
from service.evaluation.measures.frame import frame
from service.evaluation.measures.meeting_details import meeting_details
from service.evaluation.measures.meetings import meetings
from service.evaluation.measures.mission_facts import mission_facts
from service.evaluation.measures.missions import missions
from service.evaluation.measures.roles import roles
from service.evaluation.measures.statements import statements
from service.evaluation.tally import Tally

Measure = Callable[[Comparison], Mapping[str, Tally]]
MEASURES: tuple[Measure, ...] = (
    statements,
    characters,
    meetings,
    meeting_details,
    actors,
    roles,
    missions,
    mission_facts,
    evidence,
    false_facts,
    frame,
)
MEANINGS: Mapping[str, str] = {
    "statements": "found with span (half shared) and speaker",
    "statement_spans": "found with span, whoever speaks",
    "speaker_accuracy": "right speaker, of the spans found",
    "statement_form": "direct, indirect or mixed, of the statements found",
    "statement_chars": "characters given to the right speaker",
    "statement_chars_any_speaker": "characters found as speech",
    "meetings": "found with participants (half shared) and status",
    "meeting_status": "right status, of those with the right participants",
    "meeting_date": "right date, of the meetings found",
    "meeting_place": "right place, of the meetings found that have one",
    "meeting_kind": "right kind, of the meetings found",
    "meeting_participants": "participants of the meetings found",
    "actors": "found with name and type",
    "persons": "the persons among them",
    "roles": "title and of whom, of the persons found",
    "missions": "found by name",
    "mission_facts": "lead, place, mandate, commander and figures of the missions found",
    "spans_exact": "statements whose text is the article's at their offsets",
    "meeting_evidence_exact": "meetings whose evidence is the article's words",
    "false_facts_per_article": "statements, meetings, roles, mission facts not in gold",
    "article_published": "publication dates",
    "article_headline": "headlines",
}


MEANS = frozenset({"false_facts_per_article"})  # a number an article, no share


def measured(comparison: Comparison) -> dict[str, Tally]:
    """Every measure of one article, in the order of `MEANINGS`."""
    found = {name: tally for measure in MEASURES for name, tally in measure(comparison).items()}
    return {name: found[name] for name in MEANINGS if name in found}
