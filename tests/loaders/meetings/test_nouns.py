"""Nouns that tell a coming together: who meets whom stands beside them."""

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]
WHO = {
    "Ada Lund": "ada",
    "Lund": "ada",
    "Boris Kern": "boris",
    "Kern": "boris",
    "Carla Voss": "carla",
    "Freedonia": "freedonia",
    "Sylvania": "sylvania",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks between Ada Lund and Boris Kern ended.", "held meeting: ada | boris"),
        ("A meeting was held between Ada Lund and Boris Kern.", "held meeting: ada | boris"),
        ("Ada Lund held talks with Boris Kern.", "held meeting: ada | boris"),
        ("Ada Lund had a phone call with Boris Kern.", "held call: ada | boris"),
        ("Ada Lund had a telephone conversation with Boris Kern.", "held call: ada | boris"),
        ("Ada Lund had lunch with Boris Kern.", "held meeting: ada | boris"),
        (
            "After talks with Boris Kern, Ada Lund left.",
            "held meeting: ada | boris",
        ),
        (
            "Following a meeting with Boris Kern, Ada Lund praised the harvest.",
            "held meeting: ada | boris",
        ),
        (
            "Critics praised Ada Lund's meeting with Boris Kern.",
            "held meeting: ada | boris",
        ),
        ("The Lund-Kern summit ended in Oslo.", "held multilateral: ada | boris in Oslo"),
        (
            "Ada Lund gave a joint press conference with Boris Kern.",
            "held meeting: ada | boris",
        ),
    ],
)
def test_who_meets_whom(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund's visit to Sylvania ended.", "held visit: ada in Sylvania"),
        ("Ada Lund paid a visit to Oslo.", "held visit: ada in Oslo"),
        ("Ada Lund praised the visit of Boris Kern to Oslo.", "held visit: boris in Oslo"),
        ("Ada Lund is on a trip to Oslo.", "held visit: ada in Oslo"),
        ("During a visit to Oslo, Ada Lund praised the harvest.", "held visit: ada in Oslo"),
        (
            "Ada Lund hosted the visit of Boris Kern to Norway.",
            "held visit: boris | ada host ada in Norway",
        ),
        (
            "Ada Lund wrote during a visit to Oslo with Boris Kern.",
            "held visit: ada | boris in Oslo",
        ),
        (
            "Ada Lund's visit in April went well.",
            "held visit: ada on 2024-04",
        ),
    ],
)
def test_trips(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund held a press conference.",
        "The meeting ended.",
        "Talks with Boris Kern will continue.",
        "The visit ended.",
        "Ada Lund spoke of the results of the dialogue with Boris Kern.",
        "Ada Lund held talks with reporters.",
        "Their meeting was long.",
        "The meeting room is named after Ada Lund.",
    ],
)
def test_nobody_meets_anybody(told: Told, text: str) -> None:
    assert told(text, WHO) == []


def test_an_insertion_does_not_end_a_pair(told: Told) -> None:
    text = "The talks between Ada Lund, acting as envoy, and Boris Kern ended."
    assert told(text, WHO) == ["held meeting: ada | boris"]


def test_more_than_two_sides(told: Told) -> None:
    text = "The talks between Ada Lund, Boris Kern and Carla Voss ended."
    assert told(text, WHO) == ["held meeting: ada | boris | carla"]


def test_states_hold_talks(told: Told) -> None:
    text = "Freedonia and Sylvania held talks in Geneva on May 2."
    assert told(text, WHO) == ["held meeting: freedonia | sylvania on 2024-05-02 in Geneva"]


def test_two_delegations_of_one_pair_are_not_its_meeting(told: Told) -> None:
    assert told("The Freedonia and Kern delegations held consultations.", {"Freedonia": "a"}) == []


def test_unnamed_hosts_in_the_sentence_of_a_trip_belong_to_it(told: Told) -> None:
    text = "Ada Lund traveled to Oslo on May 2 for meetings with senior officials."
    assert told(text, WHO) == ["held visit: ada [senior officials] on 2024-05-02 in Oslo"]
