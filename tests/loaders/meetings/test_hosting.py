"""Receptions: who convened, hosted, summoned or invited whom."""

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
            "Ada Lund convened more than 20 rural mayors in Bergen.",
            "held multilateral: ada [20 rural mayors] host ada in Bergen",
        ),
        (
            "Ada Lund hosted a couple of shipwreck survivors in Bergen.",
            "held meeting: ada [a couple of shipwreck survivors] host ada in Bergen",
        ),
        (
            "Ada Lund hosted Boris Kern for a breakfast at the Kremlin on Monday.",
            "held meeting: ada | boris host ada on 2024-05-13 in Kremlin",
        ),
        (
            "Ada Lund brought Boris Kern and Carla Voss together in Bergen.",
            "held multilateral: ada | boris, carla host ada in Bergen",
        ),
        (
            "Ada Lund hosted a roundtable with farmers and fishermen.",
            "held multilateral: ada [farmers; fishermen]",
        ),
        (
            "Ada Lund hosted a conversation with farmers.",
            "held meeting: ada [farmers]",
        ),
    ],
)
def test_hosts(told: Told, text: str, expected: str) -> None:
    (line,) = told(text, WHO)
    assert line.replace("ada | [", "ada [") == expected


def test_bodies_that_quarter_people_meet_nobody(told: Told) -> None:
    assert told("Freedonia hosts 900 soldiers and civilians.", WHO) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Freedonia on Monday summoned Ambassador Boris Kern over the incident.",
            "held meeting: freedonia | boris host freedonia on 2024-05-13",
        ),
        (
            "Ambassador Boris Kern was summoned by Freedonia.",
            "held meeting: freedonia | boris host freedonia",
        ),
    ],
)
def test_summoned_envoys_are_received(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]


def test_a_court_that_summons_a_witness_meets_nobody(told: Told) -> None:
    assert told("Freedonia summoned Boris Kern as a witness.", WHO) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund invited Boris Kern to talks in Bergen.",
        "Boris Kern was invited by Ada Lund to talks in Bergen.",
    ],
)
def test_who_is_invited_to_talks_may_come(told: Told, text: str) -> None:
    assert told(text, WHO) == ["hypothetical meeting: ada | boris in Bergen"]


@pytest.mark.parametrize(
    "answer", ["The invitation was accepted.", "Boris Kern accepted the invitation."]
)
def test_an_invitation_accepted_is_a_plan(told: Told, answer: str) -> None:
    text = f"Ada Lund invited Boris Kern to talks in Bergen. {answer}"
    assert told(text, WHO) == ["planned meeting: ada | boris in Bergen"]


def test_an_object_shared_by_two_verbs(told: Told) -> None:
    text = "Ada Lund called and congratulated Boris Kern on Monday."
    assert told(text, WHO) == ["held call: ada | boris on 2024-05-13"]


def test_hours_spent_together(told: Told) -> None:
    text = "Ada Lund spent four hours with Boris Kern in Bergen."
    assert told(text, WHO) == ["held meeting: ada | boris in Bergen"]


def test_money_spent_is_no_meeting(told: Told) -> None:
    assert told("Ada Lund spent a fortune with Boris Kern.", WHO) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund received the Boris Kern Award for her work.",
        "Ada Lund received 38 percent, Boris Kern 3 percent.",
    ],
)
def test_what_is_no_guest(told: Told, text: str) -> None:
    assert told(text, WHO) == []


def test_a_visit_from_somebody(told: Told) -> None:
    text = "The talks were followed by a visit from Boris Kern to Bergen in March 2024."
    assert told(text, WHO) == ["held visit: boris on 2024-03 in Bergen"]
