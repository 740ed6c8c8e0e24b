"""Wordings of talks, calls and journeys that differ from the usual ones."""

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]
WHO = {
    "Ada Lund": "ada",
    "LUND": "ada",
    "her": "ada",
    "Boris Kern": "boris",
    "Carla Voss": "carla",
    "Freedonia": "freedonia",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund called Boris Kern on Monday.", ["held call: ada | boris on 2024-05-13"]),
        ("Ada Lund called on Boris Kern to resign.", []),
        ("Ada Lund called Boris Kern on his lies.", []),
        (
            "Ada Lund spoke to the governors of the islands.",
            ["held call: ada [the governors of the islands]"],
        ),
        ("Ada Lund spoke to a crowd of students.", []),
        ("Ada Lund negotiated with Freedonia.", ["held meeting: ada | freedonia"]),
        (
            "Ada Lund discussed the law with her counterparts.",
            ["held meeting: ada [her counterparts]"],
        ),
        ("Ada Lund discussed the law with her friends.", []),
    ],
)
def test_talking(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, WHO) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Lund was welcomed by Boris Kern at the palace.",
            ["held meeting: boris | ada host boris"],
        ),
        (
            "Ada Lund greeted Boris Kern at the airport.",
            ["held meeting: ada | boris host ada"],
        ),
        ("Ada Lund greeted Boris Kern with a smile.", []),
        ("Ada Lund was joined at the talks by Boris Kern.", ["held meeting: ada | boris"]),
        ("Ada Lund was joined in her meetings by Boris Kern.", []),
    ],
)
def test_receiving(told: Told, text: str, expected: list[str]) -> None:
    assert [line.partition(" in ")[0] for line in told(text, WHO)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund presided over a summit of farmers.", ["held multilateral: ada"]),
        ("Ada Lund presided over a trial.", []),
        (
            "Ada Lund will go to Bergen for the climate conference.",
            ["planned multilateral: ada in Bergen"],
        ),
        ("Ada Lund will write a book for the climate conference.", []),
        (
            "Ada Lund will leave for Moundo on Friday.",
            ["planned visit: ada on 2024-05-17 in Moundo"],
        ),
        ("Ada Lund will leave for Boris Kern.", []),
    ],
)
def test_going(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, WHO) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The envoy, Ada Lund, spoke by telephone with Boris Kern.",
            ["held call: ada | boris"],
        ),
        (
            "Harbour Day: Ada Lund and Boris Kern will meet Carla Voss.",
            ["planned meeting: ada, boris | carla"],
        ),
        ("HE Ada Lund will receive Boris Kern.", ["planned meeting: ada | boris host ada"]),
    ],
)
def test_subjects_that_parsers_misread(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, {**WHO, "HE Ada Lund": "ada"}) == expected


def test_the_mark_of_a_question_is_nobody(told: Told) -> None:
    text = "Ada Lund spoke to the press.\n\nLUND: Hello.\n\nQ Is he planning to meet Boris Kern?"
    assert told(text, {**WHO, "he": "carla"}) == ["hypothetical meeting: carla | boris"]
