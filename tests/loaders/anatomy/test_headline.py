"""Headlines, their repetitions, and articles that have none."""

from collections.abc import Callable
from typing import Any

import pytest

from loaders.article import Metadata

Look = Callable[..., Any]

BODY = "The two ministers met in the capital and spoke about the new railway."
MORE = "They agreed to speak again before the winter begins in the mountains."


@pytest.mark.parametrize(
    "headline",
    [
        "Ministers agree on railway",
        "Will the railway be built?",
        "Railway agreed with the U.S.",
        "Lt. Gen. Ode statement on the new railway",
        "Old Ministers Agree On New Railway Across Border.",
        "“We build the railway,” minister says",
        "MINISTERS AGREE ON RAILWAY",
    ],
)
def test_the_first_line_is_the_headline(look: Look, headline: str) -> None:
    seen = look(f"{headline}\n\n{BODY}\n\n{MORE}\n")
    assert seen.headline == headline
    assert seen.skipped == [("headline", headline)]


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n{MORE}\n",
        f"{BODY} {MORE}",
        f"Today President Ann Ode met Minister Bo Ulm of Northern Railways.\n{MORE}",
        "Ministers agree on railway",
        f"The ministers, who met in the capital\n, spoke about the railway. {MORE}",
        f"- A list begins here\n- and goes on\n{BODY}",
        f"The ministers said:\n{BODY}",
        f"The lake is deep. It lies in the north of the land[1] and is cold\n{BODY}",
        f"The lake lies in the north.[1]\n{BODY}",
        "",
        " \n\ufeff\n",
    ],
)
def test_prose_lists_and_single_lines_are_no_headline(look: Look, text: str) -> None:
    seen = look(text)
    assert seen.headline is None
    assert seen.skipped == []


def test_a_repeated_headline_is_skipped_each_time(look: Look) -> None:
    title = "Ministers agree on railway"
    seen = look(f"{title}\n\n{title.upper()}\n{title} | Daily Rail\n\n{BODY}\n")
    assert seen.headline == title
    assert seen.skipped == [
        ("headline", title),
        ("headline", title.upper()),
        ("headline", f"{title} | Daily Rail"),
    ]


def test_a_repetition_shows_a_headline_with_a_full_stop(look: Look) -> None:
    assert look(f"The railway is agreed.\nThe railway is agreed.\n{BODY}").headline == (
        "The railway is agreed."
    )


def test_a_known_title_shows_a_headline_with_a_full_stop(look: Look) -> None:
    known = Metadata(title="The railway is agreed.")
    assert look(f"The railway is agreed.\n{BODY}", known).headline == "The railway is agreed."


def test_dates_and_marks_may_stand_before_the_headline(look: Look) -> None:
    seen = look(f"FOR IMMEDIATE RELEASE\n3 May 2022\n\nMinisters agree on railway\n\n{BODY}\n")
    assert (seen.headline, seen.published) == ("Ministers agree on railway", "2022-05-03")
    assert seen.skipped == [
        ("release mark", "FOR IMMEDIATE RELEASE"),
        ("date", "3 May 2022"),
        ("headline", "Ministers agree on railway"),
    ]


def test_lines_between_headline_and_body_are_sub_headlines(look: Look) -> None:
    seen = look(f"Ministers agree on railway\nWork begins in spring\nAnn Ode\n{BODY}\n")
    assert seen.skipped[1:] == [
        ("sub-headline", "Work begins in spring"),
        ("sub-headline", "Ann Ode"),
    ]


def test_a_list_below_the_headline_is_kept(look: Look) -> None:
    seen = look(f"Who came to the talks\n\n- Ann Ode\n- Bo Ulm\n\n{BODY}\n")
    assert seen.skipped == [("headline", "Who came to the talks")]


def test_a_standfirst_that_is_a_sentence_is_kept(look: Look) -> None:
    seen = look(f"Ministers agree on railway\n\nWork on it begins in spring.\n\n{BODY}\n")
    assert seen.skipped == [("headline", "Ministers agree on railway")]


def test_an_office_above_its_release_is_no_headline(look: Look) -> None:
    top = "MINISTRY OF RAILWAYS\nPRESS RELEASE\nOslo, 3 May 2022\n\n"
    seen = look(f"{top}MINISTERS AGREE ON RAILWAY\n\n{BODY}\n")
    assert seen.headline == "MINISTERS AGREE ON RAILWAY"
    assert seen.skipped[0] == ("letterhead", "MINISTRY OF RAILWAYS")
    assert look(f"{top}{BODY}\n").headline == "MINISTRY OF RAILWAYS"


def test_a_turn_of_a_transcript_is_no_sub_headline(look: Look) -> None:
    seen = look(f"Remarks on the railway\n\nTHE MINISTER: I see them\n\n{BODY}\n")
    assert seen.skipped == [("headline", "Remarks on the railway")]
