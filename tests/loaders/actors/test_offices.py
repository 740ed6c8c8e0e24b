"""Titles of office in the text."""

from collections.abc import Callable

import pytest

from loaders.extractors.actors.gazetteer import find_hits
from loaders.extractors.actors.offices import Office, find_offices
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.titles import singular

PageOf = Callable[[str], Page]


def offices(page: Page) -> list[Office]:
    return find_offices(page, find_hits(page))


@pytest.mark.parametrize(
    ("text", "title", "of"),
    [
        ("the Estonian Prime Minister", "Prime Minister", "state:ee"),
        ("Malta's foreign minister", "foreign minister", "state:mt"),
        ("the President of Latvia", "President", "state:lv"),
        ("the NATO Secretary General", "Secretary General", "org:NATO"),
        ("the Secretary-General", "Secretary-General", None),
        ("the Under Secretary of State", "Under Secretary of State", None),
        ("the Minister of Foreign Affairs of Malta", "Minister of Foreign Affairs", "state:mt"),
        ("Malta's Ambassador to Estonia", "Ambassador to Estonia", "state:mt"),
        ("former Latvian President", "former President", "state:lv"),
        ("the ex-president", "ex-president", None),
        ("the caretaker Prime Minister", "caretaker Prime Minister", None),
        ("the Assistant to the President for Homeland Security",) * 2 + (None,),
        ("the PM", "Prime Minister", None),
        (
            "the spokesman for the OSCE",
            "spokesman",
            "org:Organization for Security and Co-operation in Europe",
        ),
        ("the Commander, U.S. Central Command", "Commander", "org:U.S. Central Command"),
        ("the mayor of Narva", "mayor", "place:Narva"),
    ],
)
def test_a_title_and_whose_it_is(page_of: PageOf, text: str, title: str, of: str | None) -> None:
    (office,) = offices(page_of(f"We saw {text} today."))
    assert (office.title, office.of) == (title.removeprefix("the "), of)


def test_a_plural_has_several_holders(page_of: PageOf) -> None:
    (office,) = offices(page_of("The foreign ministers met."))
    assert (office.head, office.plural) == ("minister", True)


def test_titles_that_stand_together(page_of: PageOf) -> None:
    found = offices(page_of("Prime Minister and Finance Minister Tamm spoke."))
    assert [o.title for o in found] == ["Prime Minister", "Finance Minister"]


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("ministers", "minister"),
        ("spokesmen", "spokesman"),
        ("deputies", "deputy"),
        ("news", "news"),
    ],
)
def test_singulars(word: str, one: str) -> None:
    assert singular(word) == one
