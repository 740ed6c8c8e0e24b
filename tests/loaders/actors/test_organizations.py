"""Organizations that no table knows, by the nouns in their names."""

from collections.abc import Callable

import pytest

from loaders.facts import ActorType
from loaders.reading.cast import Cast
from loaders.tables import several, wide

CastOf = Callable[[str], Cast]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Narva Relief Assistance Team sent two lorries.", "Narva Relief Assistance Team"),
        ("The Baltic Federation of Teachers called a strike.", "Baltic Federation of Teachers"),
        ("The Narva Student Union called a strike.", "Narva Student Union"),
        ("The Baltic League for Democracy called a strike.", "Baltic League for Democracy"),
        ("According to Narva News, the strike ended.", "Narva News"),
        ("The Estonian Red Crescent sent two lorries.", "Estonian Red Crescent"),
    ],
)
def test_bodies_by_their_noun(cast_of: CastOf, text: str, name: str) -> None:
    assert name in {actor.name for actor in cast_of(text).actors}


@pytest.mark.parametrize("text", ["Team Estonia won the cup.", "The U.S.-Estonia Alliance grew."])
def test_teams_and_alliances_of_states_are_no_bodies(cast_of: CastOf, text: str) -> None:
    kinds = {actor.type.value for actor in cast_of(text).actors}
    assert "Organization" not in kinds


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Company B, 3rd Battalion, 12th Infantry Regiment attacked.",
            ["Company B", "3rd Battalion, 12th Infantry Regiment"],
        ),
        ("Task Force Narva attacked at night.", ["Task Force Narva"]),
        (
            "The House Trade and Sea Fisheries Committee voted.",
            ["House Trade and Sea Fisheries Committee"],
        ),
        (
            "The House Trade and Fisheries Committee met. The Trade Committee voted.",
            ["House Trade and Fisheries Committee"],
        ),
    ],
)
def test_units_and_committees(cast_of: CastOf, text: str, names: list[str]) -> None:
    bodies = [a.name for a in cast_of(text).actors if a.type is ActorType.ORGANIZATION]
    assert bodies == names


def _active(cast: Cast, name: str) -> bool:
    assert name in {actor.name for actor in (*cast.actors, *cast.others)}
    return name in {actor.name for actor in cast.actors}


@pytest.mark.parametrize(
    ("text", "name", "active"),
    [
        ("The U.S. Navy ferried the envoys home.", "U.S. Navy", True),
        ("They lost a U.S. Navy glider off the coast.", "U.S. Navy", False),
        ("U.S. Navy sailors and U.S. Navy officers trained.", "U.S. Navy", True),
        ("He praised the United Nations Charter in public.", "United Nations", False),
        ("The visitors drove to the White House at noon.", "White House", False),
        ("The White House rejected the plan.", "White House", True),
        ("The report was read at the Kremlin.", "Kremlin", False),
    ],
)
def test_bodies_that_act(cast_of: CastOf, text: str, name: str, active: bool) -> None:
    assert _active(cast_of(text), name) is active


@pytest.mark.parametrize(
    ("text", "name", "active"),
    [
        ("NATO includes Norway and Latvia.", "Norway", False),
        ("Nations that sent troops include Norway and Latvia.", "Norway", True),
        ("He discussed Norway for an hour.", "Norway", False),
        ("The border with Norway is long.", "Norway", False),
        ("Talks with Norway failed.", "Norway", True),
        ("The Kingdom of Norway rejected the plan.", "Norway", True),
    ],
)
def test_states_that_act(cast_of: CastOf, text: str, name: str, active: bool) -> None:
    assert _active(cast_of(text), name) is active


@pytest.mark.parametrize(
    ("text", "active"),
    [
        ("The minister wrote it on Twitter.", False),
        ("The minister answered via Twitter.", False),
        ("Twitter removed the post.", True),
        ("Twitter executives removed the post.", True),
    ],
)
def test_platforms_are_channels_unless_they_act(cast_of: CastOf, text: str, active: bool) -> None:
    assert _active(cast_of(text), "Twitter") is active


def test_no_body_stands_twice_in_the_table() -> None:
    names = [row[0] for row in wide("organizations", 4)]
    aliases = [alias for row in wide("organizations", 4) for alias in several(row[1])]
    assert sorted(names) == sorted(set(names))
    assert not set(names).intersection(aliases)
    assert sorted(aliases) == sorted(set(aliases))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police said that the bridge was closed.", ["Police"]),
        ("According to police, the bridge was closed.", ["Police"]),
        ("Kosovo police closed it. The police said that it was over.", ["Kosovo Police"]),
        ("They called the police at noon.", []),
    ],
)
def test_police_that_say_something(cast_of: CastOf, text: str, names: list[str]) -> None:
    bodies = [a.name for a in cast_of(text).actors if a.type is ActorType.ORGANIZATION]
    assert bodies == names


def test_police_of_two_states_stay_apart(cast_of: CastOf) -> None:
    text = "Kosovo police met Albanian police. Police said that it was over."
    found = {m.span for actor in cast_of(text).actors for m in actor.mentions}
    assert not any(text[span.start : span.end] == "Police" for span in found)
