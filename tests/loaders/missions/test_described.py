"""Missions without a proper name."""

from collections.abc import Callable

import pytest

from loaders.facts import ActorType, Mission

Read = Callable[..., tuple[Mission, ...]]
NATO = {"NATO": ActorType.ORGANIZATION}


def test_a_described_mission_with_its_place(missions: Read) -> None:
    text = "They serve in a joint police mission in Liberia."
    (mission,) = missions(text)
    assert (mission.name, mission.described) == ("joint police mission in Liberia", True)
    assert mission.place is not None
    assert mission.place.value == "Liberia"
    assert mission.lead is None
    span = mission.evidence.spans[0]
    assert text[span.start : span.end] == mission.name


def test_a_described_mission_with_its_leader(missions: Read) -> None:
    (mission,) = missions("They welcomed the NATO training mission.", NATO)
    assert mission.name == "NATO training mission"
    assert mission.lead is not None
    assert mission.lead.value == "NATO"


def test_the_alliance_is_nato_where_nato_is_named(missions: Read) -> None:
    text = "NATO may grow the alliance's military contingent in Bosnia."
    (mission,) = missions(text, NATO)
    assert mission.name == "NATO military contingent in Bosnia"
    assert mission.lead is not None
    assert mission.lead.value == "NATO"


def test_the_leaders_evidence_is_its_noun_and_no_article(missions: Read) -> None:
    text = "NATO may grow the alliance's military contingent in Bosnia."
    (mission,) = missions(text, NATO | {"the alliance": ActorType.ORGANIZATION})
    assert mission.lead is not None
    span = mission.lead.evidence.spans[0]
    assert text[span.start : span.end] == "alliance"


def test_the_last_word_of_the_only_body_that_ends_so_means_it(missions: Read) -> None:
    bodies = {"Northern Lakes Forum": ActorType.ORGANIZATION}
    text = "The Northern Lakes Forum met. The Forum's observer mission grew."
    (mission,) = missions(text, bodies)
    assert (mission.name, mission.described) == ("Northern Lakes Forum observer mission", True)
    assert mission.lead is not None
    assert mission.lead.value == "Northern Lakes Forum"
    assert missions(text, bodies | {"Rail Forum": ActorType.ORGANIZATION}) == ()


def test_ours_is_no_part_of_the_name(missions: Read) -> None:
    (mission,) = missions("We end our military mission in Mali.")
    assert mission.name == "military mission in Mali"


@pytest.mark.parametrize(
    "text",
    [
        "They sent a trade mission to Japan.",
        "They began a special military operation in Ukraine.",
        "There is no peacekeeping mission in Peru.",
        "Our mission in Paris is peace.",
        "Military operations in Chad ended.",
    ],
)
def test_what_is_no_mission(missions: Read, text: str) -> None:
    assert missions(text) == ()


def test_a_named_mission_is_not_described_too(missions: Read) -> None:
    text = "KFOR, a NATO-led multinational peacekeeping force, patrols."
    assert [m.id for m in missions(text, NATO)] == ["kfor"]


def test_counted_troops_of_a_state_abroad(missions: Read) -> None:
    text = "About 300 Danish troops are deployed to Jordan."
    (mission,) = missions(text)
    assert mission.name == "Danish troops in Jordan"
    assert mission.described
    assert mission.lead is not None
    assert mission.place is not None
    assert (mission.lead.value, mission.place.value) == ("Denmark", "Jordan")
    (figure,) = mission.figures
    assert (figure.value, figure.bound, figure.measure) == (300.0, "about", "troops")
    assert figure.evidence.rule == "mission.strength.troops"


def test_a_deployment_of_counted_troops(missions: Read) -> None:
    (mission,) = missions("He authorized the deployment of 400 Danish troops.")
    assert mission.name == "deployment of 400 Danish troops"
    assert [f.value for f in mission.figures] == [400.0]


def test_a_total_of_troops_abroad(missions: Read) -> None:
    (mission,) = missions("The total number of Danish soldiers in Kuwait is about 250.")
    assert mission.name == "Danish soldiers in Kuwait"
    assert [(f.value, f.bound, f.measure) for f in mission.figures] == [(250.0, "about", "troops")]


def test_a_military_force_needs_a_place(missions: Read) -> None:
    assert missions("NATO praised the new NATO military force.", NATO) == ()


def test_uncounted_troops_make_no_mission(missions: Read) -> None:
    assert missions("Danish troops are deployed to Jordan.") == ()


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        (
            "They praised the NATO anti-smuggling operation in Liberia.",
            "NATO anti-smuggling operation in Liberia",
            "Liberia",
        ),
        (
            "They praised the NATO anti-piracy campaign off the coast of Liberia.",
            "NATO anti-piracy campaign off the coast of Liberia",
            "Liberia",
        ),
    ],
)
def test_campaigns_against_smugglers_and_pirates(
    missions: Read, text: str, name: str, place: str
) -> None:
    (mission,) = missions(text, NATO)
    assert (mission.name, mission.described) == (name, True)
    assert mission.place is not None
    assert mission.place.value == place


def test_an_election_campaign_is_no_mission(missions: Read) -> None:
    assert missions("They ended the NATO campaign in Liberia.", NATO) == ()
