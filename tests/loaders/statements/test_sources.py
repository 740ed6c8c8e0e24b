"""Sources named by "according to"."""

from collections.abc import Callable

import pytest

Heard = Callable[[str, dict[str, str]], list[tuple[str, str]]]
WHO = {"Lind": "lind", "Radio One": "radio", "army": "army", "Bora": "bora"}


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("According to Lind, the bridge is open.", "lind", "the bridge is open"),
        ("The bridge is open, according to Lind.", "lind", "The bridge is open"),
        ("The bridge is open according to Lind.", "lind", "The bridge is open"),
        (
            "According to the army of the north, the bridge is open.",
            "army",
            "the bridge is open",
        ),
        (
            "The bridge is open, according to an army news release.",
            "army",
            "The bridge is open",
        ),
        (
            "The river fell and, according to Lind, the bridge is open.",
            "lind",
            "the bridge is open",
        ),
        (
            "The bridge, according to Lind, is open.",
            "lind",
            "The bridge, according to Lind, is open",
        ),
    ],
)
def test_places_of_the_phrase(text: str, speaker: str, said: str, heard: Heard) -> None:
    assert heard(text, WHO) == [(speaker, said)]


def test_the_release_is_the_one_named_before(heard: Heard) -> None:
    text = (
        "The bridge is open, according to an army news release. "
        "Lind thanked the crew, according to the release."
    )
    assert heard(text, WHO) == [
        ("army", "The bridge is open"),
        ("army", "Lind thanked the crew"),
    ]


def test_medium_that_passes_on_a_statement_yields_to_its_speaker(heard: Heard) -> None:
    text = "Lind said that the bridge is open, according to Radio One."
    assert heard(text, WHO) == [("lind", "the bridge is open")]


def test_according_to_somebody_unknown_is_none(heard: Heard) -> None:
    assert heard("The bridge is open, according to critics.", WHO) == []
