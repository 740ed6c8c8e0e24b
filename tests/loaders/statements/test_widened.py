"""Frames that reach further: who else speaks, what else is said, and what only looks so."""

from collections.abc import Callable

import pytest

Heard = Callable[[str, dict[str, str]], list[tuple[str, str]]]
WHO = {"Lind": "lind", "Bora": "bora", "Navy": "navy", "He": "bora"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lind asked that Bora be told of the road.", "Bora be told of the road"),
        ("Lind has asked to see the bridge.", "to see the bridge"),
        ("Lind made known that the bridge is open.", "the bridge is open"),
        ("Lind guaranteed that the bridge is open.", "the bridge is open"),
        ("The bridge may fall this year, Lind hinted.", "The bridge may fall this year"),
        (
            "Voters rejected what Lind called a cheap attack on the town.",
            "a cheap attack on the town",
        ),
        (
            "“The road is long and dark,” Lind, an old friend, said on Thursday morning.",
            "The road is long and dark,",
        ),
    ],
)
def test_one_statement(text: str, said: str, heard: Heard) -> None:
    assert heard(text, WHO) == [("lind", said)]


@pytest.mark.parametrize(
    "text",
    [
        "Asked to describe the bridge, Lind left the room.",
        "There are ways to win: by asking Lind to pay, or by waiting.",
        "Lind's lawyer said that the bridge is open.",
        "A lawyer for Lind said that the bridge is open.",
        "According to reports, the bridge of Lind is open.",
    ],
    ids=["passive", "means", "lawyer", "lawyer for", "reports"],
)
def test_no_statement_of_lind_by_himself(text: str, heard: Heard) -> None:
    assert heard(text, {"Lind": "lind"}) == []


def test_reports_are_nobody_named_before(heard: Heard) -> None:
    text = "Lind issued a statement. According to reports, the bridge is open."
    assert heard(text, WHO) == []


def test_that_as_a_subject_opens_no_clause(heard: Heard) -> None:
    text = "Lind warned Bora to refrain from steps that would harm the bridge."
    assert heard(text, WHO) == [("lind", "Bora to refrain from steps that would harm the bridge")]


def test_quotation_of_a_paragraph_of_its_own_goes_on(heard: Heard) -> None:
    text = (
        "“We had no road and no bridge,” says the owner, Lind.\n"
        "“Now we have both and the town is glad.”\n"
    )
    assert heard(text, WHO) == [
        ("lind", "We had no road and no bridge,"),
        ("lind", "Now we have both and the town is glad."),
    ]


def test_reporters_that_are_told_something_are_not_what_is_said(heard: Heard) -> None:
    text = "“We came here by boat,” Lind told the press, “to show that the river is free.”"
    assert all(said != "the press" for _, said in heard(text, WHO))


def test_quoted_words_behind_a_preposition_are_part_of_it(heard: Heard) -> None:
    text = "Lind spoke of a “day late, but a day” in the town."
    assert heard(text, WHO) == [("lind", "a “day late, but a day” in the town")]


@pytest.mark.parametrize(
    "text",
    [
        "The vote was held despite warnings from Lind that the bridge may fall.",
        "The vote was held after Lind's claim that the bridge may fall.",
    ],
)
def test_claim_under_a_preposition(text: str, heard: Heard) -> None:
    assert heard(text, WHO) == [("lind", "the bridge may fall")]


def test_claim_that_somebody_rejects_is_not_told(heard: Heard) -> None:
    found = heard("Bora ignored the warning of Lind that the bridge may fall.", WHO)
    assert ("lind", "the bridge may fall") not in found
