"""Offices that a verb tells, and whose an unmarked title is not."""

from collections.abc import Callable

import pytest

from loaders.extractors.actors.leading import leading
from loaders.extractors.actors.page import Page
from loaders.reading.cast import Cast

PeopleOf = Callable[[str], dict[str, list[tuple[str, str | None]]]]
CastOf = Callable[[str], Cast]
PageOf = Callable[[str], Page]
_OSCE = "Organization for Security and Co-operation in Europe"


@pytest.mark.parametrize(
    ("text", "title", "of"),
    [
        ("Marta Kalnina, who heads the OSCE, was glad.", "head", _OSCE),
        ("Marta Kalnina, who leads NATO, was glad.", "leader", "NATO"),
        ("Marta Kalnina, who chairs the Narva Committee, was glad.", "chair", "Narva Committee"),
        ("Marta Kalnina, who commands the Narva Brigade, was glad.", "commander", "Narva Brigade"),
    ],
)
def test_who_heads_a_body(people_of: PeopleOf, text: str, title: str, of: str) -> None:
    assert people_of(text) == {"Marta Kalnina": [(title, of)]}


@pytest.mark.parametrize(
    "text",
    [
        "Marta Kalnina, who heads the OSCE delegation, was glad.",
        "Marta Kalnina, who heads the OSCE's mission, was glad.",
        "Marta Kalnina, who heads Estonia, was glad.",
        "Marta Kalnina, who likes the OSCE, was glad.",
    ],
)
def test_who_heads_a_part_or_nothing(people_of: PeopleOf, text: str) -> None:
    assert people_of(text) == {"Marta Kalnina": []}


def test_a_verb_without_a_body(page_of: PageOf) -> None:
    assert leading(page_of("Marta Kalnina, who heads home, was glad."), 2, {}) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Narva Task Force on Fish Prices met.", "Narva Task Force on Fish Prices"),
        (
            "The joint statement of the European Commission on Fish Prices said so.",
            "European Commission",
        ),
    ],
)
def test_a_body_on_something_and_a_statement_on_something(
    cast_of: CastOf, text: str, name: str
) -> None:
    assert name in {actor.name for actor in cast_of(text).actors}


def test_an_abbreviated_thing_is_no_body(cast_of: CastOf) -> None:
    text = "They buy liquefied natural gas (LNG). LNG helps them. LNG said nothing."
    assert [actor.name for actor in cast_of(text).actors] == []


def test_one_president_is_of_one_state(people_of: PeopleOf) -> None:
    text = (
        "White House: I will travel to Malta to see President Lund. "
        "The United States is glad. I thank President Lund."
    )
    assert people_of(text)["Lund"] == [("President", "Malta")]


def test_a_second_president_may_be_the_unions(people_of: PeopleOf) -> None:
    text = (
        "White House: President Anna Berg of the United States met President Lund. "
        "Malta, Malta and Malta were discussed. The European Commission, the European "
        "Union, the EU and the European Council were glad."
    )
    assert people_of(text)["Lund"] == [("President", None)]
