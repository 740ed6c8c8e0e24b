"""Every fact of an article with the signs that speak for or against it."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.confidence import actors, meetings, missions, roles, statements
from loaders.confidence.scene import Scene
from loaders.facts import Evidence, Mission

SINGLE = ("lead", "place", "mandate", "commander")


@dataclass(frozen=True)
class Case:
    """One fact: its kind, where it stands among the article's facts, its signs."""

    kind: str
    place: tuple[int | str, ...]
    signs: tuple[str, ...]


def cases(scene: Scene) -> Iterator[Case]:
    """All facts that a confidence is learned for."""
    facts = scene.facts
    for i, statement in enumerate(facts.statements):
        yield Case("statement", (i,), tuple(statements.signs(statement, scene)))
    for i, meeting in enumerate(facts.meetings):
        yield Case("meeting", (i,), tuple(meetings.signs(meeting, scene)))
    for i, actor in enumerate(facts.actors):
        yield Case("actor", (i,), tuple(actors.signs(actor, scene)))
        for j, role in enumerate(actor.roles):
            yield Case("role", (i, j), tuple(roles.signs(role, actor, scene)))
    for i, mission in enumerate(facts.missions):
        yield from _of_mission(i, mission, scene)


def _of_mission(i: int, mission: Mission, scene: Scene) -> Iterator[Case]:
    for name in SINGLE:
        stated = getattr(mission, name)
        if stated is not None:
            yield Case("mission", (i, name), _signs(name, stated.evidence, mission, scene))
    for j, figure in enumerate(mission.figures):
        told = _signs(missions.figure(figure), figure.evidence, mission, scene)
        yield Case("mission", (i, "figures", j), told)


def _signs(what: str, evidence: Evidence, mission: Mission, scene: Scene) -> tuple[str, ...]:
    return tuple(missions.signs(what, evidence, mission, scene))
