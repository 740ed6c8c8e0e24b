"""Lines that say nothing of the matter, and prose that only looks like them."""

from collections.abc import Callable
from typing import Any

import pytest

Look = Callable[..., Any]

BODY = "The two ministers met in the capital and spoke about the new railway."
HEAD = "Ministers agree on railway"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("-30-", "end mark"),
        ("###", "end mark"),
        ("* * *", "end mark"),
        ("ENDS", "end mark"),
        ("END 11:33 A.M. CET", "end mark"),
        ("Copyright 2022 Daily Rail", "copyright"),
        ("PRESS RELEASE", "release mark"),
        ("Press release No. 12/2022", "release mark"),
        ("Embargoed until noon", "release mark"),
        ("FILE - The old railway bridge is seen from above in this picture.", "photo credit"),
        ("Photo: Ann Ode / Daily Rail", "photo credit"),
        ("Photo by Bo Ulm".replace("by", "credit:"), "photo credit"),
        ("The ministers shake hands in front of the train. / Daily Rail", "photo credit"),
        ("The ministers shake hands. (Photo by Ann Ode)", "photo credit"),
        ("The ministers shake hands. (AP Photo/Ann Ode)", "photo credit"),
        ("This post is also available in: FR DE", "availability"),
        ("The article is in Norwegian", "availability"),
        ("English | Français | Deutsch", "languages"),
        ("EN FR DE", "languages"),
        ("Share Tweet Print", "sharing"),
        ("Share this on Facebook", "sharing"),
        ("Advertisement", "sharing"),
        ("Tags: railway ministers", "tags"),
        ("#railway #ministers", "tags"),
        ("PREV The old bridge falls", "navigation"),
        ("NEXT We will walk", "navigation"),
        ("Home > News > Railways", "navigation"),
        ("© 2022 Daily Rail. All rights reserved.", "copyright"),
        ("Media contact: Ann Ode", "contact"),
        ("Tel.: +47 22 33 44 55", "contact"),
        ("press@example.org", "contact"),
        ("+47 22 33 44 55", "contact"),
        ("https://example.org/rail", "contact"),
        ("READ MORE: The old bridge falls", "teaser"),
        ("See also: The old bridge falls", "teaser"),
        ("This website uses cookies to improve itself.", "site notice"),
        ("Source: Ministry of Railways", "source"),
        ("Reporting by Ann Ode; editing by Bo Ulm", "source"),
        ("██ Built railway", "legend"),
        ("11:56 A.M. CET", "time"),
    ],
)
def test_boilerplate_is_skipped_with_its_reason(look: Look, line: str, reason: str) -> None:
    seen = look(f"{HEAD}\n\n{BODY}\n\n{line}\n")
    assert seen.skipped == [("headline", HEAD), (reason, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday after the ministers spoke about the railway.",
        "Next week the ministers will meet again, said Ann Ode.",
        "Photo opportunities were few, the ministers said.",
        "Source of the quarrel is the old bridge, said Ann Ode.",
        "Contact between the two ministries was broken off in winter.",
        "The bridge/tunnel question stays open, said Ann Ode.",
        "“We will build it,” said Ann Ode.",
        "“We will build it. Nobody will stop us.”",
        "– We will build it – said Ann Ode.",
        "I thank you all.",
        "Yes.",
        "(c) The council shall have a staff.",
        "THE MINISTER: Yes.",
        "THE MINISTER: — and no.",
        "On Tuesday, May 3, 2022, the minister signed into law:",
        "BY THE NUMBERS: What it costs,",
        "US EU relations matter.",
    ],
)
def test_prose_is_kept(look: Look, line: str) -> None:
    assert look(f"{HEAD}\n\n{BODY}\n\n{line}\n\n{BODY}\n").skipped == [("headline", HEAD)]


def test_a_box_of_teasers_ends_with_the_next_sentence(look: Look) -> None:
    box = ["Daily recommends", "“IT WAS COLD” Bo Ulm: Why I walked", "The old bridge falls"]
    seen = look("\n\n".join([HEAD, BODY, *box, BODY]))
    assert seen.skipped == [("headline", HEAD), *(("teaser", line) for line in box)]


@pytest.mark.parametrize("piece", ["(", "> ", "A / ", "Ode ", "[a](", "today ", "1 "])
def test_a_long_line_of_one_sign_takes_no_time(look: Look, piece: str) -> None:
    assert look(piece * 2000).headline is None
