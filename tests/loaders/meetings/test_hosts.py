"""Who hosts or brokers a meeting of others, and summits among several."""

from collections.abc import Callable

import pytest

from loaders.facts import Meeting

Told = Callable[..., list[str]]
Find = Callable[..., tuple[Meeting, ...]]
WHO = {
    "Ada Lund": "ada",
    "Boris Kern": "boris",
    "Carla Voss": "carla",
    "Freedonia": "freedonia",
    "Sylvania": "sylvania",
    "European Union": "eu",
}


def test_who_hosts_the_talks_of_others(told: Told) -> None:
    text = "Carla Voss hosted talks between Ada Lund and Boris Kern in Oslo."
    assert told(text, WHO) == ["held meeting: ada | boris | carla host carla in Oslo"]


@pytest.mark.parametrize(
    "text",
    [
        "Carla Voss mediated talks between Ada Lund and Boris Kern.",
        "Carla Voss brokered a meeting between Ada Lund and Boris Kern.",
        "The talks between Ada Lund and Boris Kern, mediated by Carla Voss, ended.",
    ],
)
def test_who_brokers_is_no_participant(find: Find, text: str) -> None:
    parts = [(p.actor, p.part) for p in find(text, WHO)[0].participations]
    assert parts == [("ada", "participant"), ("boris", "participant"), ("carla", "mediator")]


def test_a_summit_with_several_is_among_them(told: Told) -> None:
    text = "Papers praised the recent summit with Freedonia and Sylvania."
    assert told(text, WHO) == ["held multilateral: freedonia, sylvania"]


def test_a_named_dialogue_of_two(told: Told) -> None:
    text = "Papers praised the Freedonia-Sylvania Economic Dialogue, which will be held in Oslo."
    assert told(text, WHO) == ["planned meeting: freedonia | sylvania in Oslo"]


def test_the_round_of_talks_carries_their_status(told: Told) -> None:
    text = "Aides prepared the upcoming round of talks between Ada Lund and Boris Kern."
    assert told(text, WHO) == ["planned meeting: ada | boris"]


def test_bringing_people_together(told: Told) -> None:
    text = "Ada Lund will bring together regional leaders in Oslo."
    assert told(text, WHO) == ["planned multilateral: ada [regional leaders] host ada in Oslo"]
