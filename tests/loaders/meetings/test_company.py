"""Several companions of one verb, those who brought them together, and what they discuss."""

from collections.abc import Callable

import pytest

from loaders.facts import Meeting

Told = Callable[..., list[str]]
Find = Callable[..., tuple[Meeting, ...]]
WHO = {
    "Ada Lund": "ada",
    "Boris Kern": "boris",
    "Carla Voss": "carla",
    "NATO": "nato",
    "they": "ada boris",
}


def test_companions_on_two_days_are_two_meetings(told: Told) -> None:
    text = "Ada Lund spoke by phone with Boris Kern on Monday and with Carla Voss on Sunday."
    assert told(text, WHO) == [
        "held call: ada | boris on 2024-05-13",
        "held call: ada | carla on 2024-05-12",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund met Boris Kern at the initiative of NATO.",
        "Ada Lund met Boris Kern through the mediation of NATO.",
        "Talks between Ada Lund and Boris Kern, facilitated by NATO, were held.",
        "NATO brokered talks between Ada Lund and Boris Kern.",
    ],
)
def test_who_brought_them_together_mediates(find: Find, text: str) -> None:
    (meeting,) = find(text, WHO)
    assert {(p.actor, p.part) for p in meeting.participations} == {
        ("ada", "participant"),
        ("boris", "participant"),
        ("nato", "mediator"),
    }


def test_whose_initiative_is_welcomed_does_not_mediate(find: Find) -> None:
    (meeting,) = find("Ada Lund met Boris Kern and welcomed the initiative of NATO.", WHO)
    assert {p.actor for p in meeting.participations} == {"ada", "boris"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund met Boris Kern to discuss the river treaty.", ["the river treaty"]),
        (
            "Talks will be held between Ada Lund and Boris Kern, where they will discuss tolls.",
            ["tolls"],
        ),
        ("Ada Lund met Boris Kern to discuss these issues.", []),
        ("Ada Lund met Boris Kern to discuss it.", []),
    ],
)
def test_topics_are_told_and_not_pointed_to(find: Find, text: str, expected: list[str]) -> None:
    (meeting,) = find(text, WHO)
    assert [topic.value for topic in meeting.topics] == expected


def test_evidence_ends_with_the_words(find: Find) -> None:
    text = "Ada Lund met Boris Kern. \n\n  "
    (meeting,) = find(text, WHO)
    (span,) = meeting.evidence.spans
    assert text[span.start : span.end] == "Ada Lund met Boris Kern."
