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
