"""Sub-headings in the body, and speech that must not be taken for them."""

from collections.abc import Callable
from typing import Any

import pytest

Look = Callable[..., Any]

HEAD = "Ministers agree on railway"
BODY = "The two ministers met in the capital and spoke about the new railway."
MORE = "They agreed to speak again before the winter begins in the mountains."


@pytest.mark.parametrize(
    "line",
    [
        "WHAT HAPPENED?",
        "“WE WILL BUILD IT”",
        "“The railway must be built soon”",
        "A long way to go",
        "Ode and Ulm: two old friends",
    ],
)
def test_crossheads_are_skipped(look: Look, line: str) -> None:
    seen = look(f"{HEAD}\n\n{BODY}\n\n{line}\n\n{MORE}\n")
    assert seen.skipped == [("headline", HEAD), ("cross-head", line)]


def test_a_shouted_quotation_that_runs_into_its_paragraph(look: Look) -> None:
    seen = look(f"{HEAD}\n{BODY}\n“WE WILL BUILD IT” Asked about the railway, Ode smiled.\n{MORE}")
    assert seen.skipped == [("headline", HEAD), ("cross-head", "“WE WILL BUILD IT”")]


@pytest.mark.parametrize(
    "lines",
    [
        ["“We will build it.”"],
        ["“We will build it” – said Ode"],
        ["Ode says that the railway will be built, but that it takes time"],
        ["- Ann Ode of the north", "- Bo Ulm of the south"],
        ["1. Ann Ode of the north", "2. Bo Ulm of the south"],
        ["Those who came:", "Ann Ode of the north", "Bo Ulm of the south"],
        ["Ann Ode of the north", "Bo Ulm of the south"],
        ["He said:", "“The railway will be built soon”"],
        ["Q: Will it be built?", "ODE: Yes."],
        ["the railway that was lost", "and found again in the mountains."],
    ],
)
def test_speech_and_lists_are_kept(look: Look, lines: list[str]) -> None:
    text = "\n\n".join([HEAD, BODY, *lines, MORE])
    assert look(text).skipped == [("headline", HEAD)]


def test_a_text_in_capitals_has_no_crossheads(look: Look) -> None:
    text = "\n\n".join([HEAD, BODY, "WHAT HAPPENED?", MORE]).upper()
    assert look(text).skipped == [("headline", HEAD.upper())]


def test_a_line_at_the_very_end_is_kept(look: Look) -> None:
    assert look(f"{HEAD}\n\n{BODY}\n\nA long way to go\n").skipped == [("headline", HEAD)]
