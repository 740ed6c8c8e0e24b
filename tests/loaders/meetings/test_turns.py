"""Who "I", "we" and "you" are in the turns of a transcript, and what questions tell."""

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]
WHO = {
    "Ada Lund": "ada",
    "LUND": "ada",
    "Boris Kern": "boris",
    "KERN": "boris",
    "Carla Voss": "carla",
}
OPENING = "Ada Lund spoke to the press.\n\nLUND: Good morning.\n\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("LUND: I met with Carla Voss.", "held meeting: ada | carla"),
        ("LUND: I have not met with Carla Voss.", "denied meeting: ada | carla"),
        ("LUND: I am going to Norway.", "planned visit: ada in Norway"),
        ("LUND: We will meet with Carla Voss.", "planned meeting: ada | carla"),
        ("LUND: My meeting with Carla Voss was short.", "held meeting: ada | carla"),
    ],
)
def test_the_first_person_is_the_speaker(told: Told, said: str, expected: str) -> None:
    assert told(OPENING + said, WHO) == [expected]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Are you planning to go to Norway?", ["hypothetical visit: ada in Norway"]),
        ("Will you meet Carla Voss?", ["hypothetical meeting: ada | carla"]),
        ("Did you meet Carla Voss?", []),
        ("What will be said when Carla Voss meets Boris Kern?", ["planned meeting: carla | boris"]),
    ],
)
def test_a_question_goes_to_who_answers(told: Told, question: str, expected: list[str]) -> None:
    assert told(f"{OPENING}Q {question}\n\nLUND: We will see.", WHO) == expected


def test_two_speakers_speak_to_each_other(told: Told) -> None:
    text = "LUND: I will meet you in Oslo.\n\nKERN: Thank you."
    assert told(text, WHO) == ["planned meeting: ada | boris in Oslo"]


def test_i_of_an_unknown_speaker_is_nobody(told: Told) -> None:
    text = f"{OPENING}MR. MALLOY: I met with Carla Voss."
    assert told(text, WHO) == []


def test_outside_a_transcript_i_is_the_one_quoted(told: Told) -> None:
    assert told("“I met with Carla Voss,” said Ada Lund.", WHO) == ["held meeting: ada | carla"]


def test_two_who_speak_with_each_other_met(told: Told) -> None:
    text = "LUND: We met in Oslo last year.\n\nKERN: We had a good discussion."
    assert told(text, WHO) == ["held meeting: ada | boris on 2023 in Oslo"]


@pytest.mark.parametrize(
    "said", ["We met with reporters.", "We will meet again.", "We had dinner with Carla Voss."]
)
def test_we_with_others_are_not_the_two(told: Told, said: str) -> None:
    found = told(f"LUND: {said}\n\nKERN: Thank you.", WHO)
    assert not any("boris" in line for line in found)


def test_a_welcome_is_of_the_day(told: Told) -> None:
    text = "LUND: I am glad. It is an honor to welcome you to the White House.\n\nKERN: Thanks."
    expected = "held meeting: ada | boris host ada on 2024-05-14 in White House"
    assert told(text, WHO) == [expected]
