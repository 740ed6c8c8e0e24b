"""Unnamed people who stand for states and bodies, and those named elsewhere in the text."""

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]
WHO = {
    "Ada Lund": "ada",
    "Boris Kern": "boris",
    "Carla Voss": "carla",
    "Norway": "norway",
    "Chad": "chad",
    "Peru": "peru",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Delegations from Norway and Chad met in Oslo.",
            "held meeting: norway, chad [Delegations from Norway] in Oslo",
        ),
        (
            "Diplomats from Norway met with officials from Chad.",
            "held meeting: norway | chad [Diplomats from Norway; officials from Chad]",
        ),
        (
            "Norwegian and Chadian negotiators met in Oslo.",
            "held meeting: norway, chad [Norwegian and Chadian negotiators] in Oslo",
        ),
        ("Norway and Chad held a new round of negotiations.", "held meeting: norway | chad"),
        (
            "A Norwegian delegation led by Ada Lund visited Peru.",
            "held visit: ada [A Norwegian delegation] in Peru",
        ),
    ],
)
def test_who_is_behind_the_unnamed(told: Told, text: str, expected: str) -> None:
    named = "\nNorway and Chad are far apart. Peru is farther."
    assert told(text + named, WHO) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian officials met in Oslo to discuss the budget.",
        "The Norwegian and Chadian delegations held talks.",
        "Norwegian journalists met in Oslo.",
    ],
)
def test_people_of_one_state_alone_are_no_meeting(told: Told, text: str) -> None:
    assert told(f"{text}\nNorway and Chad are far apart.", WHO) == []


def test_office_holders_known_by_name_come_themselves(told: Told) -> None:
    text = "The presidents of Norway and Chad met. Ada Lund and Boris Kern shook hands."
    roles = {"ada": "norway", "boris": "chad"}
    assert told(text, WHO, roles=roles) == ["held meeting: ada | boris"]


def test_office_holders_of_whom_one_is_unknown_stay_unnamed(told: Told) -> None:
    text = "The presidents of Norway and Chad met. Ada Lund spoke."
    assert told(text, WHO, roles={"ada": "norway"}) == [
        "held meeting: norway, chad [The presidents of Norway and Chad]"
    ]


def test_another_office_is_not_the_one_asked_for(told: Told) -> None:
    text = "The foreign ministers of Norway and Chad met. Ada Lund and Boris Kern were absent."
    roles = {"ada": "norway", "boris": "chad"}
    assert told(text, WHO, roles=roles) == [
        "held meeting: norway, chad [The foreign ministers of Norway and Chad]"
    ]


def test_who_is_sent_goes_and_not_who_sends(told: Told) -> None:
    text = "Ada Lund sent Boris Kern to visit Peru."
    assert told(text, WHO) == ["held visit: boris in Peru"]


def test_a_journey_to_an_event_is_the_event(told: Told) -> None:
    text = "Ada Lund will travel to Oslo on 20 May to attend the Harbour Summit."
    assert told(text, WHO) == ["planned multilateral: ada on 2024-05-20 in Oslo"]
