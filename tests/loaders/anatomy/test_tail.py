"""What follows the last sentence of the body: contacts, links, credits."""

from collections.abc import Callable
from typing import Any

import pytest

Look = Callable[..., Any]

BODY = "The two ministers met in the capital and spoke about the new railway."
TOP = f"Ministers agree on railway\n\n{BODY}\n\n"


def test_a_contact_block_runs_to_the_end(look: Look) -> None:
    block = [
        "For further information, please contact:",
        "Directorate of Rails and Bridges, Northern Union",
        "Ann Ode, Press Officer",
    ]
    seen = look(TOP + "\n".join(block) + "\n")
    assert seen.skipped[1:] == [("contact", line) for line in block]


def test_a_contact_block_ends_where_prose_goes_on(look: Look) -> None:
    seen = look(TOP + f"Press contact: Ann Ode\nRail House\n\n{BODY}\n")
    assert seen.skipped[1:] == [("contact", "Press contact: Ann Ode"), ("contact", "Rail House")]


def test_a_contact_above_the_headline_takes_nothing_with_it(look: Look) -> None:
    seen = look(f"Press contact: Ann Ode\n\n{TOP}")
    assert seen.headline == "Ministers agree on railway"


@pytest.mark.parametrize(
    "line",
    [
        "Read this page in: Norsk | Svenska",
        "Most read | Most commented",
        "LATEST: The old bridge falls",
        "LÄS OCKSÅ: The old bridge falls",
    ],
)
def test_links_behind_the_body_are_left_out(look: Look, line: str) -> None:
    assert look(TOP + line).skipped[-1] == ("tail", line)


@pytest.mark.parametrize(
    "line",
    [
        "Ann Ode, Minister of Railways",
        "- One | two",
        "THE MINISTER: Yes.",
        "It has two names | so.",
    ],
)
def test_other_last_lines_are_read(look: Look, line: str) -> None:
    assert look(TOP + line).skipped == [("headline", "Ministers agree on railway")]


def test_a_line_with_bars_inside_the_body_is_read(look: Look) -> None:
    seen = look(f"{TOP}Oslo | Bergen\n\n{BODY}\n")
    assert ("tail", "Oslo | Bergen") not in seen.skipped


@pytest.mark.parametrize(
    "credit",
    [
        "(Reporting by Ann Ode; editing by Bo Ulm)",
        "(Translated by Ann Ode).",
        "[Written by Bo Ulm]",
    ],
)
def test_a_credit_in_brackets_ends_the_last_paragraph(look: Look, credit: str) -> None:
    assert look(f"{TOP}{BODY} {credit}\n").skipped[-1] == ("source", credit)


def test_other_brackets_at_the_end_are_read(look: Look) -> None:
    seen = look(f"{TOP}{BODY} (It was built by Ann Ode.)\n")
    assert seen.skipped == [("headline", "Ministers agree on railway")]


def test_a_sentence_may_end_with_a_low_or_single_closing_mark(look: Look) -> None:
    for marked in ("„We agree.“", "›We agree.‹", "»We agree.«"):
        seen = look(f"Ministers agree on railway\n\n{marked}\n\n{BODY}\n")
        assert seen.skipped == [("headline", "Ministers agree on railway")]
