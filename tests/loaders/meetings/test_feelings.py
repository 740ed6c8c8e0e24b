"""What somebody is pleased or honored to do, and is thanked for."""

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]
WHO = {"Ada Lund": "ada", "Boris Kern": "boris", "Carla Voss": "carla", "she": "ada"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund said she was pleased to meet Boris Kern.", "held meeting: ada | boris"),
        ("Ada Lund would be happy to meet Boris Kern.", "hypothetical meeting: ada | boris"),
        (
            "Ada Lund is delighted to welcome Boris Kern to Oslo.",
            "held meeting: ada | boris host ada on 2024-05-14 in Oslo",
        ),
        (
            "Ada Lund thanked Boris Kern for receiving Carla Voss.",
            "held meeting: boris | carla host boris",
        ),
    ],
)
def test_what_is_felt_took_place(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]


def test_who_is_happy_to_meet_has_not_met(told: Told) -> None:
    assert told("Ada Lund is happy to meet Boris Kern.", WHO) == []
