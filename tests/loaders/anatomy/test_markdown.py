"""Markdown's signs are skipped, what stands between them is read."""

from collections.abc import Callable
from typing import Any

Look = Callable[..., Any]
BODY = "The two ministers met in the capital and spoke about the new railway."


def test_headings_and_emphasis(look: Look) -> None:
    seen = look(f"# Railway agreed\n\n*3 May 2022*\n\n{BODY}\n\n## A long way\n\n> {BODY}\n\n---\n")
    assert (seen.headline, seen.published) == ("Railway agreed", "2022-05-03")
    assert seen.skipped == [
        ("markup", "# "),
        ("headline", "Railway agreed"),
        ("markup", "*"),
        ("date", "3 May 2022"),
        ("markup", "*"),
        ("markup", "## "),
        ("cross-head", "A long way"),
        ("markup", "> "),
        ("end mark", "---"),
    ]


def test_front_matter_tells_date_and_author(look: Look) -> None:
    seen = look(f"---\ntitle: Railway\ndate: 2022-05-03\nauthor: Ann Ode\n---\n\n{BODY}\n")
    assert (seen.published, seen.author, seen.headline) == ("2022-05-03", "Ann Ode", None)
    assert [reason for reason, _ in seen.skipped] == [
        "front matter",
        "front matter",
        "date",
        "byline",
        "front matter",
    ]


def test_a_list_and_a_rule_of_stars_are_no_emphasis(look: Look) -> None:
    assert look(f"{BODY}\n\n* Ann Ode\n* Bo Ulm\n\nThat was all.\n").skipped == []


def test_a_byte_order_mark_is_skipped(look: Look) -> None:
    seen = look(f"\ufeffRailway agreed\n\n{BODY}\n")
    assert seen.headline == "Railway agreed"
    assert seen.skipped == [("byte order mark", "\ufeff"), ("headline", "Railway agreed")]
