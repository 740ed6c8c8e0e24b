"""Verbs of going, in what is told, planned, expected, broken off."""

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]
WHO = {
    "Ada Lund": "ada",
    "Lund": "ada",
    "Boris Kern": "boris",
    "Carla Voss": "carla",
    "Freedonia": "freedonia",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund travelled to Oslo.", "held visit: ada in Oslo"),
        ("Ada Lund will travel to Oslo.", "planned visit: ada in Oslo"),
        ("Ada Lund landed in Oslo.", "held visit: ada in Oslo"),
        ("Ada Lund left for Oslo.", "held visit: ada in Oslo"),
        ("Ada Lund is heading to Oslo on 20 May.", "planned visit: ada on 2024-05-20 in Oslo"),
        ("Ada Lund is going to Oslo.", "planned visit: ada in Oslo"),
        ("Ada Lund is expected in Oslo on 20 May.", "planned visit: ada on 2024-05-20 in Oslo"),
        ("Ada Lund is due in Oslo on 20 May.", "planned visit: ada on 2024-05-20 in Oslo"),
        ("Ada Lund flew to Oslo with Boris Kern.", "held visit: ada, boris in Oslo"),
        ("Ada Lund led a delegation to Oslo.", "held visit: ada in Oslo"),
    ],
)
def test_one_trip(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund was expected to answer in Oslo.",
        "Ada Lund left Oslo for good.",
        "Ada Lund went to great lengths.",
        "The barge headed to Oslo.",
        "Ada Lund led the delegation.",
    ],
)
def test_no_trip(told: Told, text: str) -> None:
    assert told(text, WHO) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund meets Boris Kern on Friday.", "planned meeting: ada | boris on 2024-05-17"),
        ("Ada Lund meets Boris Kern today.", "held meeting: ada | boris on 2024-05-14"),
        ("Ada Lund met Boris Kern on Friday.", "held meeting: ada | boris on 2024-05-10"),
        (
            "Ada Lund and Boris Kern meet in Oslo on Thursday.",
            "planned meeting: ada | boris on 2024-05-16 in Oslo",
        ),
    ],
)
def test_present_tense_with_a_day_to_come_is_planned(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]


def test_nothing_that_lies_after_the_article_has_been_held(told: Told) -> None:
    text = "Ada Lund spoke of her visit to Oslo on 20 and 21 May 2024."
    assert told(text, {**WHO, "her": "ada"}) == [
        "planned visit: ada on 2024-05-20/2024-05-21 in Oslo"
    ]


def test_in_an_undated_article_the_tense_decides(told: Told) -> None:
    text = "Ada Lund meets Boris Kern on Friday."
    assert told(text, WHO, published=None) == ["held meeting: ada | boris"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund cancelled a planned trip to Oslo.", "cancelled visit: ada in Oslo"),
        ("Ada Lund has no plans to meet Boris Kern.", "denied meeting: ada | boris"),
        ("Ada Lund may cancel a planned trip to Oslo.", "planned visit: ada in Oslo"),
    ],
)
def test_what_became_of_a_plan(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund joined Boris Kern for a working lunch.", "held meeting: ada | boris"),
        ("Ada Lund was joined by Boris Kern at the talks.", "held meeting: ada | boris"),
        ("Ada Lund discussed the treaty with Boris Kern.", "held meeting: ada | boris"),
        ("Ada Lund discussed the treaty with Boris Kern by phone.", "held call: ada | boris"),
    ],
)
def test_what_is_done_together(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund joined Boris Kern in calling for calm.",
        "Ada Lund joined the board.",
        "Ada Lund discussed the treaty with Freedonia in mind.",
    ],
)
def test_no_coming_together(told: Told, text: str) -> None:
    assert told(text, WHO) == []


def test_who_was_welcomed_in_a_town_met_the_host(told: Told) -> None:
    text = "Boris Kern was welcomed by Ada Lund in Oslo on Monday."
    assert told(text, WHO) == ["held meeting: ada | boris host ada on 2024-05-13 in Oslo"]
