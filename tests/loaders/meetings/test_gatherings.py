"""Bodies that sit, gatherings that people take part in, and those told of by echo."""

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]
WHO = {
    "Ada Lund": "ada",
    "Boris Kern": "boris",
    "Carla Voss": "carla",
    "Freedonia": "freedonia",
    "Sylvania": "sylvania",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Lund took part in a high-level meeting on river law.",
            ["held multilateral: ada"],
        ),
        (
            "Ada Lund will attend a session of the river parliament.",
            ["planned multilateral: ada"],
        ),
        (
            "Ada Lund will join leaders at the Harvest Forum.",
            ["planned multilateral: ada"],
        ),
        ("Ada Lund will join the Harvest Call to Action.", []),
        ("Ada Lund attended a meeting.", []),
    ],
)
def test_taking_part(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, WHO) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Lund will go to Bergen for a rally with Boris Kern.",
            "planned multilateral: ada | boris in Bergen",
        ),
        (
            "Ada Lund took part in a reception for Boris Kern.",
            "held meeting: ada | boris",
        ),
    ],
)
def test_social_gatherings(told: Told, text: str, expected: str) -> None:
    assert expected in told(text, WHO)


def test_a_rally_of_one_is_none(told: Told) -> None:
    assert told("Ada Lund held a rally.", WHO) == []


def test_a_visit_with_somebody_is_a_meeting(told: Told) -> None:
    text = "During her visit with Boris Kern, Ada Lund asked for wheat."
    assert told(text, {**WHO, "her": "ada"}) == ["held meeting: ada | boris"]


def test_a_meeting_of_people_named(told: Told) -> None:
    text = "A meeting of the ministers, Ada Lund and Boris Kern, took place in Bergen."
    assert told(text, WHO) == ["held meeting: ada | boris in Bergen"]


def test_counterparts_named_after_a_colon(told: Told) -> None:
    text = "Ada Lund will hold bilateral meetings with her counterparts: Boris Kern and Carla Voss."
    assert told(text, WHO) == ["planned meeting: ada | boris", "planned meeting: ada | carla"]


def test_who_chaired_the_meeting_was_there(told: Told) -> None:
    text = "Ada Lund met Boris Kern. The meeting, chaired by Carla Voss, dealt with wheat."
    assert told(text, WHO) == ["held meeting: carla | ada | boris"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund negotiates with Sylvania over wheat.", []),
        ("Ada Lund negotiated with Boris Kern in Bergen.", ["held meeting: ada | boris in Bergen"]),
        ("Ada Lund moved to Bergen.", []),
        ("Ada Lund met protesters in Bergen.", ["held meeting: ada [protesters] in Bergen"]),
        ("Ada Lund met her obligations.", []),
        ("Ada Lund met with criticism.", []),
        ("Miners and their families met Ada Lund.", None),
        ("The three leaders met Ada Lund.", []),
    ],
)
def test_what_is_a_meeting(told: Told, text: str, expected: list[str] | None) -> None:
    lines = [line.replace("ada | [", "ada [") for line in told(text, WHO)]
    if expected is None:
        assert lines == ["held meeting: ada [Miners; their families]"]
    else:
        assert lines == expected


def test_ministers_of_states_named_after(told: Told) -> None:
    text = (
        "The foreign ministers of Freedonia and Sylvania met in Bergen. Ada Lund of Freedonia "
        "and Boris Kern of Sylvania signed nothing."
    )
    assert told(text, WHO) == ["held meeting: ada | boris in Bergen"]
