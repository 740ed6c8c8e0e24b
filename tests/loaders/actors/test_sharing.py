"""Titles that a name gets from others: lists, counterparts, marked and guessed states."""

from collections.abc import Callable

import pytest

from loaders.reading.cast import Cast

PeopleOf = Callable[[str], dict[str, list[tuple[str, str | None]]]]
CastOf = Callable[[str], Cast]


def test_a_title_in_the_plural_is_shared_out_in_turn(people_of: PeopleOf) -> None:
    text = (
        "The host brought the foreign ministers of Latvia and Malta, Milica Ozorin and "
        "Kenji Tarvel, together."
    )
    assert people_of(text) == {
        "Milica Ozorin": [("foreign minister", "Latvia")],
        "Kenji Tarvel": [("foreign minister", "Malta")],
    }


@pytest.mark.parametrize("comma", [",", ""])
def test_a_counterpart_has_the_title_of_the_other_one(people_of: PeopleOf, comma: str) -> None:
    end = ", in Riga." if comma else " in Riga."
    text = f"Latvian Finance Minister Milica Ozorin met her Maltese counterpart{comma} Kenji Tarvel"
    assert people_of(text + end)["Kenji Tarvel"] == [("Finance Minister", "Malta")]


def test_a_counterpart_of_nobody_in_office_has_no_title(people_of: PeopleOf) -> None:
    text = "The delegation heard her Maltese counterpart, Kenji Tarvel, on Monday."
    assert people_of(text) == {"Kenji Tarvel": []}


def test_a_counterpart_has_no_title_that_another_state_alone_has(people_of: PeopleOf) -> None:
    text = (
        "India's External Affairs Minister Milica Ozorin met her Maltese counterpart, "
        "Kenji Tarvel, in Riga."
    )
    assert people_of(text)["Kenji Tarvel"] == []


def test_a_title_of_the_line_above_belongs_to_nobody_below(people_of: PeopleOf) -> None:
    text = (
        "Riga receives Maltese envoy\n\nForeign Minister Milica Ozorin of Latvia spoke on Monday."
    )
    assert people_of(text)["Milica Ozorin"] == [("Foreign Minister", "Latvia")]


def test_a_bare_title_behind_the_name_may_stand_before_the_verb(people_of: PeopleOf) -> None:
    text = "Gen. Milica Ozorin, commander of NATO said the bridge was open."
    assert people_of(text) == {"Milica Ozorin": [("commander", "NATO")]}


def test_a_state_that_no_word_gives_to_the_title_is_a_guess(cast_of: CastOf) -> None:
    text = "Latvia will vote in May. Latvia is ready, Prime Minister Milica Ozorin said."
    cast = cast_of(text)
    (role,) = next(a for a in cast.actors if cast.is_person(a.id)).roles
    assert (role.of, role.evidence.rule, role.evidence.confidence) == (
        "latvia",
        "actor.role.guessed",
        0.6,
    )


def test_the_state_whose_minister_is_another_in_the_sentence_is_not_guessed(
    people_of: PeopleOf,
) -> None:
    text = (
        "Latvia waits. Latvia hopes. Prime Minister Milica Ozorin received "
        "the prime minister of Latvia at noon."
    )
    assert people_of(text) == {"Milica Ozorin": [("Prime Minister", None)]}


def test_two_of_one_title_are_not_of_one_guessed_state(people_of: PeopleOf) -> None:
    text = "Latvia waits. Prime ministers Milica Ozorin and Kenji Tarvel met in May."
    assert [of for roles in people_of(text).values() for _, of in roles] == [None, None]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Belgium waits. Belgium hopes. King Milo Ozorin left.", [("King", "Belgium")]),
        ("Latvia waits. Latvia hopes. King Milo Ozorin left.", [("King", None)]),
        ("Latvia waits. Secretary General Milo Ozorin left.", [("Secretary General", None)]),
    ],
)
def test_titles_that_few_states_have(
    people_of: PeopleOf, text: str, roles: list[tuple[str, str | None]]
) -> None:
    (found,) = people_of(text).values()
    assert found == roles
