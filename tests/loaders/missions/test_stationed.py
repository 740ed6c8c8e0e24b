"""Counted troops of a state abroad, and what the phrases around a noun say."""

from collections.abc import Callable

import pytest

from loaders.article import Article
from loaders.extractors.missions.described import describe_missions
from loaders.extractors.missions.phrases import leader_of, place_of
from loaders.extractors.missions.scene import Scene
from loaders.facts import ActorType, Anatomy, Mission
from loaders.reading.cast import Cast
from loaders.reading.parse import language
from loaders.reading.reading import Reading


def scene_of(text: str) -> Scene:
    doc = language()(text)
    return Scene(Reading(Article("a", "a.txt", text), Anatomy(), doc), Cast(), ())


def brief(mission: Mission) -> tuple[str, str | None, str | None, list[tuple[float, str]]]:
    lead = mission.lead.value if mission.lead else None
    place = mission.place.value if mission.place else None
    return (mission.name, lead, place, [(f.value, f.bound) for f in mission.figures])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "About 300 Danish troops are deployed to Jordan.",
            ("Danish troops in Jordan", "Denmark", "Jordan", [(300.0, "about")]),
        ),
        (
            "Some 80 Italian soldiers are stationed in Lebanon.",
            ("Italian soldiers in Lebanon", "Italy", "Lebanon", [(80.0, "about")]),
        ),
        (
            "There are 1,200 French soldiers in Mali.",
            ("French soldiers in Mali", "France", "Mali", [(1200.0, "exactly")]),
        ),
        (
            "Between 300 and 400 Danish troops are deployed to Jordan.",
            (
                "Danish troops in Jordan",
                "Denmark",
                "Jordan",
                [(300.0, "atLeast"), (400.0, "atMost")],
            ),
        ),
        (
            "The total number of Danish soldiers in Kuwait is 250.",
            ("Danish soldiers in Kuwait", "Denmark", "Kuwait", [(250.0, "exactly")]),
        ),
        (
            "He ordered the deployment of 400 Danish troops.",
            ("deployment of 400 Danish troops", "Denmark", None, [(400.0, "exactly")]),
        ),
    ],
)
def test_troops_abroad(text: str, expected: tuple[object, ...]) -> None:
    scene = scene_of(text)
    (mission,) = describe_missions(scene)
    assert brief(mission) == expected
    assert mission.described
    assert mission.evidence.rule == "mission.described"
    assert all(f.evidence.rule == "mission.strength.troops" for f in mission.figures)


@pytest.mark.parametrize(
    "text",
    [
        "Danish troops are deployed to Jordan.",
        "300 tourists from Denmark are in Jordan.",
        "300 Danish soldiers sang in a choir.",
        "300 soldiers are deployed to Jordan.",
        "The number of Danish soldiers is large.",
    ],
)
def test_nothing_is_described(text: str) -> None:
    assert describe_missions(scene_of(text)) == ()


def test_the_same_troops_twice_are_one_mission() -> None:
    text = "About 300 Danish troops are deployed to Jordan. The 300 Danish troops in Jordan rest."
    assert len(describe_missions(scene_of(text))) == 1


def test_place_and_leader_of_a_phrase() -> None:
    scene = scene_of("They praised the Danish mission in the Netherlands.")
    noun = next(t for t in scene.reading.doc if t.text == "mission")
    place = place_of(noun)
    assert place is not None
    assert place.text == "Netherlands"
    leader = leader_of(list(noun.lefts), scene)
    assert leader is not None
    assert (leader[0], leader[1].text) == ("Denmark", "Danish")


def test_no_place_and_no_leader() -> None:
    scene = scene_of("They praised the long mission in silence.")
    noun = next(t for t in scene.reading.doc if t.text == "mission")
    assert place_of(noun) is None
    assert leader_of(list(noun.lefts), scene) is None


@pytest.mark.parametrize(
    ("body", "count"),
    [("Federal Emergency Management Agency", 0), ("NATO", 1)],
)
def test_an_agencys_people_are_no_mission(
    missions: Callable[..., tuple[Mission, ...]], body: str, count: int
) -> None:
    text = f"There are 300 {body} personnel in Liberia."
    assert len(missions(text, {body: ActorType.ORGANIZATION})) == count
