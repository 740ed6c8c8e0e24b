"""Titles cut short, titles of regions and chambers, titles whose body follows."""

from collections.abc import Callable

import pytest

from loaders.extractors.actors.page import Page
from loaders.extractors.actors.titles import is_clipped, is_head, singular

PeopleOf = Callable[[str], dict[str, list[tuple[str, str | None]]]]
PageOf = Callable[[str], Page]


@pytest.mark.parametrize(
    ("text", "title", "of"),
    [
        ("Rep. Marta Kalnina (D-Ohio) objected to the plan.", "Rep.", "Ohio"),
        ("Texas Sen. Marta Kalnina objected to the plan.", "Sen.", "Texas"),
        ("Sen. Marta Kalnina of West Virginia objected.", "Sen.", "West Virginia"),
        ("Del. Marta Kalnina of the Virgin Islands objected.", "Del.", "Virgin Islands"),
        ("Lt. Gov. Marta Kalnina objected to the plan.", "Lt. Gov.", None),
        ("Lieutenant Governor Marta Kalnina objected.", "Lieutenant Governor", None),
        ("Bavarian officials met Helmand Governor Marta Kalnina.", "Governor", "Helmand"),
        ("Ohio Attorney General Marta Kalnina objected.", "Attorney General", "Ohio"),
        ("House Speaker Marta Kalnina objected.", "Speaker", "House of Representatives"),
        ("Senate Majority Leader Marta Kalnina objected.", "Majority Leader", "Senate"),
        ("Estonia's U.N. ambassador, Marta Kalnina, objected.", "U.N. ambassador", "Estonia"),
        (
            "Marta Kalnina, editor at large at the Narva Gazette, spoke.",
            "editor at large",
            "Narva Gazette",
        ),
        (
            "Marta Kalnina, an energy expert with the Narva Institute for Baltic Policy, spoke.",
            "energy expert",
            "Narva Institute for Baltic Policy",
        ),
    ],
)
def test_titles_of_regions_chambers_and_seats(
    people_of: PeopleOf, text: str, title: str, of: str | None
) -> None:
    assert people_of(text) == {"Marta Kalnina": [(title, of)]}


def test_several_share_a_clipped_title(people_of: PeopleOf) -> None:
    found = people_of("Reps. Marta Kalnina and Peter Lund objected to the plan.")
    assert found == {"Marta Kalnina": [("Rep.", None)], "Peter Lund": [("Rep.", None)]}


@pytest.mark.parametrize(
    ("text", "clipped"),
    [("Sen. Lund", True), ("Sens. Lund", True), ("Sen Lund", False), ("sen. Lund", False)],
)
def test_a_clipped_title_has_its_full_stop(page_of: PageOf, text: str, clipped: bool) -> None:
    assert is_clipped(page_of(text), 0) is clipped


@pytest.mark.parametrize(
    ("word", "one"), [("reps.", "rep."), ("senators", "senator"), ("press", "press")]
)
def test_singulars_of_clipped_titles(word: str, one: str) -> None:
    assert singular(word) == one


def test_heads_by_their_singular(page_of: PageOf) -> None:
    page = page_of("Senators met sensors")
    assert [is_head(word) for word in page.words] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "President Peter Lund arrived. Anna Berg, Lund's chief of staff, spoke.",
            "chief of staff",
        ),
        ("President Peter Lund arrived. Lund spokeswoman Anna Berg spoke.", "spokeswoman"),
        ("President Peter Lund arrived. An attorney for Lund, Anna Berg, spoke.", "attorney"),
        ("President Peter Lund arrived. An aide to Lund, Anna Berg, spoke.", "aide"),
        (
            "President Peter Lund arrived. Lund's campaign manager Anna Berg spoke.",
            "campaign manager",
        ),
    ],
)
def test_who_serves_a_person(people_of: PeopleOf, text: str, title: str) -> None:
    assert people_of(text)["Anna Berg"] == [(title, "Peter Lund")]
