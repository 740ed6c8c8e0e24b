"""Signs by which facts of missions are judged."""

from collections.abc import Iterator

from loaders.confidence.scene import Scene
from loaders.facts import Evidence, Figure, Mission


def signs(what: str, evidence: Evidence, mission: Mission, scene: Scene) -> Iterator[str]:
    """What speaks for or against one fact (`what`: lead, place, …) of the mission."""
    yield f"fact={what}"
    yield f"rule={evidence.rule}"
    yield "mission=described" if mission.described else "mission=named"
    if evidence.said_by:
        yield "said"
    if len(scene.facts.missions) > 1:
        yield "missions=several"


def figure(one: Figure) -> str:
    """Which fact a figure is."""
    return f"figure.{one.kind}"
