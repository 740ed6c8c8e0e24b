"""What became of plans, questions and delays: told once, as they ended."""

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]
WHO = {
    "Ada Lund": "ada",
    "Boris Kern": "boris",
    "Carla Voss": "carla",
    "Lund": "ada",
    "Kern": "boris",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Will Ada Lund meet Boris Kern? Ada Lund will meet Boris Kern in Bergen.",
            ["planned meeting: ada | boris in Bergen"],
        ),
        (
            "Is Ada Lund planning to meet Boris Kern? Ada Lund is not going to meet Boris Kern.",
            ["denied meeting: ada | boris"],
        ),
        ("Could Ada Lund meet Boris Kern?", ["hypothetical meeting: ada | boris"]),
        ("Ada Lund is not going to meet with Boris Kern.", ["denied meeting: ada | boris"]),
        ("Ada Lund will not meet with Boris Kern.", ["declined meeting: ada | boris"]),
    ],
)
def test_answers_outweigh_questions(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, WHO) == expected


def test_a_plan_that_is_looked_back_to_is_the_meeting_held(told: Told) -> None:
    text = (
        "Ada Lund met Boris Kern in Bergen. A storm had held her up and delayed "
        "Ada Lund's scheduled meeting with Boris Kern."
    )
    assert told(text, WHO) == ["held meeting: ada | boris in Bergen"]


def test_a_delay_of_a_journey_made(told: Told) -> None:
    text = "Ada Lund had delayed travelling to Bergen. She said so when Ada Lund arrived in Bergen."
    assert told(text, WHO) == ["held visit: ada in Bergen"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Talks between Ada Lund and Boris Kern were postponed until Friday.",
            [
                "postponed meeting: ada | boris",
                "planned meeting: ada | boris on 2024-05-17",
            ],
        ),
        (
            "Ada Lund said the meeting with Boris Kern, set for June 4, was postponed to June 20.",
            [
                "postponed meeting: ada | boris on 2024-06-04",
                "planned meeting: ada | boris on 2024-06-20",
            ],
        ),
        (
            "Talks between Ada Lund and Boris Kern were postponed.",
            ["postponed meeting: ada | boris"],
        ),
    ],
)
def test_put_off_to_a_day(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, WHO) == expected


def test_a_lunch_that_was_to_be(told: Told) -> None:
    text = (
        "A lunch that Ada Lund and Boris Kern were to have with Carla Voss was cancelled. "
        "The three spoke by telephone instead."
    )
    assert told(text, WHO) == [
        "cancelled meeting: ada, boris | carla",
        "held call: ada, boris, carla",
    ]


def test_who_had_to_wait_for_a_meeting(told: Told) -> None:
    text = "Ada Lund was made to wait for a meeting with Boris Kern."
    assert told(text, WHO) == []


def test_what_one_looks_forward_to_is_planned(told: Told) -> None:
    text = "Ada Lund looks forward to the visit of Boris Kern to Bergen."
    assert told(text, WHO) == ["planned visit: boris in Bergen"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund is in Bergen to meet Boris Kern.", "planned meeting: ada | boris in Bergen"),
        (
            "It would be good for Ada Lund to meet Boris Kern.",
            "hypothetical meeting: ada | boris",
        ),
        ("Ada Lund held a meeting to discuss wheat with Boris Kern.", None),
    ],
)
def test_infinitives(told: Told, text: str, expected: str | None) -> None:
    if expected is not None:
        assert told(text, WHO) == [expected]
    else:
        assert all(line.startswith("held") for line in told(text, WHO))
