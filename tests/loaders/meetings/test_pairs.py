"""Pairs without names, and trips told again while they are under way."""

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]
WHO = {"Ada Lund": "ada", "Boris Kern": "boris", "Carla Voss": "carla"}
OPENING = "Ada Lund was a painter. Boris Kern was a poet. "


@pytest.mark.parametrize("pair", ["The two men", "They"])
def test_two_named_so_far_met(told: Told, pair: str) -> None:
    text = f"{OPENING}{pair} met in Oslo in 2001."
    assert told(text, WHO) == ["held meeting: ada | boris on 2001 in Oslo"]


@pytest.mark.parametrize(
    "text",
    [
        f"{OPENING}Carla Voss sang. The two men met in Oslo.",
        f"{OPENING}The two men met a singer in Oslo.",
        f"{OPENING}Two men met in Oslo.",
        f"{OPENING}They met with reporters.",
    ],
)
def test_not_those_two(told: Told, text: str) -> None:
    assert told(text, WHO) == []


def test_a_trip_under_way_is_the_one_planned(told: Told) -> None:
    text = "Ada Lund will travel to Oslo on May 20. Ada Lund is traveling to Oslo to lead talks."
    assert told(text, WHO) == ["planned visit: ada on 2024-05-20 in Oslo"]


def test_a_trip_elsewhere_is_another(told: Told) -> None:
    text = "Ada Lund will travel to Oslo on May 20. Ada Lund is traveling to Lima."
    assert len(told(text, WHO)) == 2
