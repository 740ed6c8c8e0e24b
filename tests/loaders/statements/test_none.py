"""What looks like a statement and is none."""

from collections.abc import Callable

import pytest

from loaders.facts import Span

Heard = Callable[[str, dict[str, str]], list[tuple[str, str]]]
WHO = {"Lind": "lind", "Bora": "bora", "leaders": "lind bora", "He": "bora"}


@pytest.mark.parametrize(
    "text",
    [
        "Lind will say that the bridge is open.",
        "Lind may announce that the bridge is open.",
        "Lind is expected to announce that the bridge is open.",
        "Lind plans to tell reporters that the bridge is open.",
        "Lind did not say that the bridge is open.",
        "Lind has never claimed that the bridge is open.",
        "If Lind says that the bridge is open, nobody listens.",
        "Lind left without saying that the bridge is open.",
        "Lind met Bora to reaffirm the bond between the towns.",
        "Lind met Bora to express thanks for the bread.",
    ],
    ids=[
        "future",
        "possible",
        "expected",
        "planned",
        "denied",
        "never",
        "condition",
        "without",
        "purpose",
        "purpose with an object",
    ],
)
def test_speech_that_did_not_take_place(text: str, heard: Heard) -> None:
    assert heard(text, WHO) == []


@pytest.mark.parametrize(
    "text",
    [
        "Lind discussed the harbour plan with Bora.",
        "Lind believes that the bridge is open.",
        "Lind hopes that the bridge is open.",
        "Lind raised concerns.",
        "Lind found that the bridge is open.",
        "Lind criticized the decision.",
        "Lind claimed the attack.",
        "Lind called Bora on Monday.",
        "Lind declared a state of emergency.",
        "Lind is said to own the bridge.",
        "Lind raised the flag.",
        "The bridge proposed by Lind is long.",
        "Parliament denied funding for the bridge of Lind.",
        "The leaders exchanged views on the bridge.",
    ],
)
def test_no_speech_or_no_content(text: str, heard: Heard) -> None:
    assert heard(text, WHO) == []


def test_headline_is_none(listen: Callable[..., tuple]) -> None:  # type: ignore[type-arg]
    text = "Lind says bridge is open\n\nIt rained all day in the north.\n"
    assert listen(text, {"Lind": "lind"}, (), Span(0, 24)) == ()


def test_own_speech_inside_a_quotation_is_part_of_it(heard: Heard) -> None:
    text = "“I told Bora that the bridge is open,” Lind said."
    assert heard(text, WHO) == [("lind", "I told Bora that the bridge is open,")]
