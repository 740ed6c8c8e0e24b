"""Gives every fact of an article its learned confidence."""

from dataclasses import replace

from loaders.confidence.cases import SINGLE, Case, cases
from loaders.confidence.scene import Scene
from loaders.confidence.weights import probability
from loaders.facts import Actor, Evidence, Facts, Meeting, Mission, Statement
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading

Sureness = dict[tuple[str, tuple[int | str, ...]], float]


def judged(facts: Facts, reading: Reading, cast: Cast) -> Facts:
    """The same facts, each with the probability that it is right."""
    found = cases(Scene(facts, reading, cast))
    sure: Sureness = {(case.kind, case.place): _sureness(case) for case in found}
    said, met = enumerate(facts.statements), enumerate(facts.meetings)
    return replace(
        facts,
        statements=tuple(_statement(one, sure["statement", (i,)]) for i, one in said),
        meetings=tuple(_meeting(one, sure["meeting", (i,)]) for i, one in met),
        actors=tuple(_actor(a, i, sure) for i, a in enumerate(facts.actors)),
        missions=tuple(_mission(m, i, sure) for i, m in enumerate(facts.missions)),
    )


def _sureness(case: Case) -> float:
    return probability(case.kind, case.signs)


def _with(evidence: Evidence, confidence: float) -> Evidence:
    return replace(evidence, confidence=confidence)


def _statement(statement: Statement, sure: float) -> Statement:
    return replace(statement, evidence=_with(statement.evidence, sure))


def _meeting(meeting: Meeting, sure: float) -> Meeting:
    """Gold counts a meeting by who takes part and its status together, so both are as sure."""
    return replace(
        meeting,
        evidence=_with(meeting.evidence, sure),
        status_evidence=_with(meeting.status_evidence, sure),
    )


def _actor(actor: Actor, i: int, sure: Sureness) -> Actor:
    roles = tuple(
        replace(role, evidence=_with(role.evidence, sure["role", (i, j)]))
        for j, role in enumerate(actor.roles)
    )
    return replace(actor, evidence=_with(actor.evidence, sure["actor", (i,)]), roles=roles)


def _mission(mission: Mission, i: int, sure: Sureness) -> Mission:
    stated = {
        name: replace(value, evidence=_with(value.evidence, sure["mission", (i, name)]))
        for name in SINGLE
        if (value := getattr(mission, name)) is not None
    }
    figures = tuple(
        replace(figure, evidence=_with(figure.evidence, sure["mission", (i, "figures", j)]))
        for j, figure in enumerate(mission.figures)
    )
    return replace(mission, **stated, figures=figures)
