"""What things are called, and what is claimed, denied or promised of them."""

from collections.abc import Callable

import pytest

Heard = Callable[[str, dict[str, str]], list[tuple[str, str]]]
WHO = {"Lind": "lind", "Bora": "bora"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lind called the bridge a trap for the town.", "the bridge a trap for the town"),
        ("Lind called the loans “far from enough.”", "the loans “far from enough.”"),
        ("Lind called the road 'the best of the year'.", "the road 'the best of the year'"),
        ("Lind branded Norland an “outlaw of the sea.”", "Norland an “outlaw of the sea.”"),
        (
            "Lind called tales that she had left early “a bit of gossip.”",
            "tales that she had left early “a bit of gossip.”",
        ),
        ("Lind referred to the plan as a joke.", "the plan as a joke"),
        ("The plan, which Lind has referred to as a “stunt”, failed.", "a “stunt”"),
        ("The plan, which Lind called a “joke”, failed.", "a “joke”"),
        ("Lind denied any part in the raid.", "any part in the raid"),
        ("Lind claimed responsibility for the raid.", "responsibility for the raid"),
        ("Lind promised two million pounds for the school.", "two million pounds for the school"),
        (
            "Lind has claimed credit for the road, but has so far not shown a map.",
            "credit for the road",
        ),
    ],
)
def test_one_statement(text: str, said: str, heard: Heard) -> None:
    assert heard(text, WHO) == [("lind", said)]


@pytest.mark.parametrize(
    "text",
    [
        "Lind called a meeting of the ministers.",
        "Lind called soldiers to the bridge.",
        "Lind called Bora an hour later.",
        "Lind called the day before the vote.",
    ],
    ids=["meeting", "summons", "hour", "day"],
)
def test_calling_is_not_always_naming(text: str, heard: Heard) -> None:
    assert heard(text, WHO) == []
