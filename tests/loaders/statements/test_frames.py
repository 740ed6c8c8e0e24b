"""Clauses beside the cue: days and occasions between, as-said, subjects that the parse misreads."""

from collections.abc import Callable

import pytest

Heard = Callable[[str, dict[str, str]], list[tuple[str, str]]]
WHO = {"Lind": "lind", "Bora": "bora", "the union": "union"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lind said on Monday the road was open.", "the road was open"),
        ("Lind said after the parade he would not vote.", "he would not vote"),
        ("Lind said Thursday any delay before the vote is over would hurt.", None),
        (
            "The road was long, Lind said, until it was closed in 1999.",
            "The road was long, Lind said, until it was closed in 1999",
        ),
        ("The truth, Lind said then, was that the road was closed.", None),
        (
            "The north paid ten, Lind said in a May report, and the south paid two coins.",
            None,
        ),
        ("The village is seen as a haven said Colonel Lind.", "The village is seen as a haven"),
        ("The bridge may not hold, as Lind has said.", "The bridge may not hold"),
        ("Lind made the case that the bridge is a bad idea.", "the bridge is a bad idea"),
        ("Lind's claim that the war is over was mocked.", "the war is over"),
        ("Lind's counter-argument was that the law is old.", "the law is old"),
        ("From the capital, Minister Lind tweeted that the road is open.", "the road is open"),
        ("Lind announced a ban on boats, despite rumors of a thaw.", "a ban on boats"),
        (
            "Lind stressed the importance of building roads, training nurses, and paying teachers.",
            "the importance of building roads, training nurses, and paying teachers",
        ),
    ],
)
def test_one_statement(text: str, said: str | None, heard: Heard) -> None:
    """None: all of the sentence, or all behind the day."""
    whole = text.removeprefix("Lind said Thursday ").rstrip(".")
    assert heard(text, WHO) == [("lind", said or whole)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Lind says it is too early to plan but noted that Bora won.",
            [("lind", "it is too early to plan"), ("lind", "Bora won")],
        ),
        (
            "Lind has vowed to bring back boats, and Bora is promising to help the towns.",
            [("lind", "to bring back boats"), ("bora", "to help the towns")],
        ),
        (
            "Lind praised the courage of the men, before warning that the boats came late.",
            [("lind", "praised the courage of the men"), ("lind", "the boats came late")],
        ),
    ],
)
def test_one_report_ends_where_the_next_begins(
    text: str, said: list[tuple[str, str]], heard: Heard
) -> None:
    assert heard(text, WHO) == said


@pytest.mark.parametrize(
    "text",
    [
        "Commenting on reports that the road is closed, Lind left the room.",
        "But when the money was cut, Lind said enough.",
        "Lind left before saying that the road was open.",
        "Lind's decision raises questions about the road.",
        "Lind laughed on the radio's “Face of the Week.”",
    ],
    ids=["commented on", "time", "left unsaid", "a decision raises", "title"],
)
def test_no_statement(text: str, heard: Heard) -> None:
    assert heard(text, WHO) == []
