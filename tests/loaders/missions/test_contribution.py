"""Named contributors, and who says a figure."""

from collections.abc import Callable

from loaders.extractors.missions.attribution import attribute_figures
from loaders.facts import ActorType, Evidence, Factuality, Form, Mission, Span, Statement

Read = Callable[..., tuple[Mission, ...]]
STATES = {"Denmark": ActorType.STATE, "Peru": ActorType.STATE}


def test_states_contribute_forces(missions: Read) -> None:
    text = "Denmark and Peru continue to contribute forces to KFOR."
    (mission,) = missions(text, STATES)
    assert [c.value for c in mission.contributors] == ["Denmark", "Peru"]
    assert mission.contributors[0].evidence.rule == "mission.contributor"


def test_states_take_part(missions: Read) -> None:
    (mission,) = missions("Peru participates in UNIFIL.", STATES)
    assert [c.value for c in mission.contributors] == ["Peru"]


def test_money_is_no_contribution_of_troops(missions: Read) -> None:
    (mission,) = missions("Peru sent a letter to UNIFIL.", STATES)
    assert mission.contributors == ()
    (other,) = missions("Peru does not participate in UNIFIL.", STATES)
    assert other.contributors == ()


def _statement(start: int, end: int) -> Statement:
    span = Span(start, end)
    return Statement("s1", "novak", Form.INDIRECT, span, Evidence((span,), "test"))


def test_a_figure_in_a_statement_is_its_speakers(missions: Read) -> None:
    text = "Novak said KFOR has 900 soldiers."
    told = attribute_figures(missions(text), (_statement(11, len(text) - 1),))
    evidence = told[0].figures[0].evidence
    assert (evidence.said_by, evidence.factuality) == ("novak", Factuality.ATTRIBUTED)


def test_a_figure_that_narration_gives_too_is_the_articles(missions: Read) -> None:
    text = "KFOR has 900 soldiers. Novak said KFOR has 900 soldiers."
    told = attribute_figures(missions(text), (_statement(34, len(text) - 1),))
    evidence = told[0].figures[0].evidence
    assert (evidence.said_by, evidence.factuality) == (None, Factuality.ASSERTED)
