"""Verbs that tell a coming together, each in the frames it has."""

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]
WHO = {
    "Ada Lund": "ada",
    "Lund": "ada",
    "Boris Kern": "boris",
    "Kern": "boris",
    "Carla Voss": "carla",
    "Voss": "carla",
    "Freedonia": "freedonia",
    "Sylvania": "sylvania",
    "NATO": "nato",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund met with Boris Kern.", "held meeting: ada | boris"),
        ("Ada Lund met Boris Kern.", "held meeting: ada | boris"),
        ("Ada Lund has met with Boris Kern.", "held meeting: ada | boris"),
        ("Ada Lund sat down with Boris Kern.", "held meeting: ada | boris"),
        ("Ada Lund conferred with Boris Kern.", "held meeting: ada | boris"),
        ("Ada Lund spoke with Boris Kern.", "held call: ada | boris"),
        ("Ada Lund spoke by phone with Boris Kern.", "held call: ada | boris"),
        ("Ada Lund called Boris Kern to congratulate him.", "held call: ada | boris"),
        ("Ada Lund phoned Boris Kern.", "held call: ada | boris"),
        ("Ada Lund received Boris Kern.", "held meeting: ada | boris host ada"),
        ("Ada Lund hosted Boris Kern for lunch.", "held meeting: ada | boris host ada"),
    ],
)
def test_two_persons(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Lund spoke with Boris Kern on the sidelines of the summit.",
            "held meeting: ada | boris",
        ),
        ("Ada Lund spoke with Boris Kern in Geneva.", "held meeting: ada | boris in Geneva"),
        ("Ada Lund spoke with Boris Kern about Geneva.", "held call: ada | boris"),
    ],
)
def test_speaking_face_to_face_is_no_call(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund and Boris Kern met in Oslo.",
        "Ada Lund and Boris Kern sat down in Oslo.",
        "Ada Lund and Boris Kern held talks in Oslo.",
    ],
)
def test_plural_subject_alone(told: Told, text: str) -> None:
    assert told(text, WHO) == ["held meeting: ada | boris in Oslo"]


def test_two_who_spoke_on_a_day_spoke_to_each_other(told: Told) -> None:
    text = "Ada Lund and Boris Kern spoke today about the harvest."
    assert told(text, WHO) == ["held call: ada | boris on 2024-05-14"]


def test_two_who_spoke_at_a_ceremony_gave_speeches(told: Told) -> None:
    assert told("Ada Lund and Boris Kern spoke at the ceremony.", WHO) == []


@pytest.mark.parametrize(
    "text",
    [
        "Boris Kern was received by Ada Lund.",
        "Boris Kern was hosted by Ada Lund.",
    ],
)
def test_passive_turns_host_and_guest(told: Told, text: str) -> None:
    assert told(text, WHO) == ["held meeting: ada | boris host ada"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund visited Sylvania.", "held visit: ada in Sylvania"),
        ("Ada Lund visited Oslo on May 3.", "held visit: ada on 2024-05-03 in Oslo"),
        ("Ada Lund travelled to Oslo, Norway.", "held visit: ada in Oslo"),
        ("Ada Lund traveled to Laos, Peru, and Chad.", "held visit: ada in Laos, Peru, Chad"),
        ("Ada Lund flew to Oslo.", "held visit: ada in Oslo"),
        ("Ada Lund arrived in Oslo.", "held visit: ada in Oslo"),
        ("Ada Lund visited wounded soldiers.", "held visit: ada [wounded soldiers]"),
    ],
)
def test_visits(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]


def test_cities_are_stops_of_their_own(told: Told) -> None:
    assert told("Ada Lund will visit Oslo and Helsinki.", WHO) == [
        "planned visit: ada in Oslo",
        "planned visit: ada in Helsinki",
    ]


def test_who_invites_takes_part(told: Told) -> None:
    text = "Ada Lund invited Boris Kern to visit Oslo."
    assert told(text, WHO) == ["hypothetical visit: boris | ada in Oslo"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund called Boris Kern a liar.",
        "Ada Lund called on Boris Kern to resign.",
        "Ada Lund called for calm.",
        "The proposal met with criticism.",
        "The proposal of Ada Lund was met with anger.",
        "Ada Lund received support from Boris Kern.",
        "Ada Lund welcomed Boris Kern's decision.",
        "Ada Lund flies cargo to Sylvania.",
        "Ada Lund met the deadline.",
        "Ada Lund spoke to reporters.",
        "Ada Lund spoke to students in Oslo.",
        "Ada Lund met with journalists.",
        "Ada Lund regularly meets with Boris Kern.",
        "Did Ada Lund meet with Boris Kern?",
    ],
)
def test_no_meeting(told: Told, text: str) -> None:
    assert told(text, WHO) == []


def test_welcoming_somebody_to_a_place_is_a_meeting(told: Told) -> None:
    text = "Ada Lund welcomed Boris Kern to the White House."
    assert told(text, WHO) == ["held meeting: ada | boris host ada in White House"]


def test_a_relative_clause_has_its_antecedent_as_subject(told: Told) -> None:
    text = "Ada Lund, who met with Boris Kern on Monday, praised the harvest."
    assert told(text, WHO) == ["held meeting: ada | boris on 2024-05-13"]


def test_an_infinitive_of_purpose_stands_as_the_journey_does(told: Told) -> None:
    text = "Ada Lund flew to Oslo on May 3 to meet Boris Kern."
    assert told(text, WHO) == [
        "held visit: ada on 2024-05-03 in Oslo",
        "held meeting: ada | boris on 2024-05-03 in Oslo",
    ]


def test_a_participle_takes_the_subject_of_the_clause(told: Told) -> None:
    text = "After meeting Boris Kern in Oslo, Ada Lund praised the harvest."
    assert told(text, WHO) == ["held meeting: ada | boris in Oslo"]
