"""Which offices persons hold, and whose they are."""

from collections.abc import Callable

import pytest

from loaders.reading.cast import Cast

PeopleOf = Callable[[str], dict[str, list[tuple[str, str | None]]]]


@pytest.mark.parametrize(
    ("text", "title", "of"),
    [
        ("Estonian President Marta Kalnina spoke.", "President", "Estonia"),
        ("Marta Kalnina, the president of Estonia, spoke.", "president", "Estonia"),
        ("Marta Kalnina, Estonia's foreign minister, spoke.", "foreign minister", "Estonia"),
        ("The president of Estonia, Marta Kalnina, spoke.", "president", "Estonia"),
        ("President Marta Kalnina of Estonia spoke.", "President", "Estonia"),
        ("Marta Kalnina is the president of Estonia.", "president", "Estonia"),
        ("Marta Kalnina, who is the president of Estonia, spoke.", "president", "Estonia"),
        ("NATO Secretary General Marta Kalnina spoke.", "Secretary General", "NATO"),
        ("Former Estonian President Marta Kalnina spoke.", "Former President", "Estonia"),
        (
            "Marta Kalnina, spokeswoman for the OSCE, spoke.",
            "spokeswoman",
            "Organization for Security and Co-operation in Europe",
        ),
        (
            "U.S. Central Command commander Gen. Marta Kalnina spoke.",
            "commander",
            "U.S. Central Command",
        ),
        ("The Archbishop of Narva, Marta Kalnina, spoke.", "Archbishop", "Narva"),
        ("Estonia's Ambassador to Malta Marta Kalnina spoke.", "Ambassador to Malta", "Estonia"),
        ("U.S. Secretary of State Marta Kalnina spoke.", "Secretary of State", "United States"),
    ],
)
def test_where_titles_stand(people_of: PeopleOf, text: str, title: str, of: str) -> None:
    assert people_of(text) == {"Marta Kalnina": [(title, of)]}


def test_ranks_and_honorifics_are_no_roles(people_of: PeopleOf) -> None:
    assert people_of("Lt. Gen. Marta Kalnina met Mr. Peter Lund.") == {
        "Marta Kalnina": [],
        "Peter Lund": [],
    }


def test_two_titles_of_one_person(people_of: PeopleOf) -> None:
    text = "Estonian Prime Minister and Defense Minister Marta Kalnina spoke."
    assert people_of(text)["Marta Kalnina"] == [
        ("Defense Minister", "Estonia"),
        ("Prime Minister", "Estonia"),
    ]


def test_a_title_after_a_name_may_be_the_next_ones(people_of: PeopleOf) -> None:
    text = "Ambassador to Malta Peter Lund, Deputy Prime Minister and Trade Minister Anna Berg met."
    assert people_of(text)["Peter Lund"] == [("Ambassador to Malta", None)]


def test_plural_titles_are_everyones(people_of: PeopleOf) -> None:
    found = people_of("Senators Alice Brown and Peter Novak wrote a letter.")
    assert found == {"Alice Brown": [("Senator", None)], "Peter Novak": [("Senator", None)]}


def test_a_list_shares_its_state(people_of: PeopleOf) -> None:
    text = (
        "He met Estonian President Marta Kalnina, Prime Minister Peter Lund "
        "and Foreign Minister Anna Berg."
    )
    assert people_of(text) == {
        "Marta Kalnina": [("President", "Estonia")],
        "Peter Lund": [("Prime Minister", "Estonia")],
        "Anna Berg": [("Foreign Minister", "Estonia")],
    }


def test_a_title_only_one_state_has(people_of: PeopleOf) -> None:
    assert people_of("Secretary of State Marta Kalnina landed in Tallinn.") == {
        "Marta Kalnina": [("Secretary of State", "United States")]
    }


def test_home_offices_go_unmarked(people_of: PeopleOf) -> None:
    text = (
        "President Marta Kalnina received Maltese Prime Minister Peter Lund in Tallinn. "
        "Estonia and Malta agreed, Estonia's government said."
    )
    assert people_of(text)["Marta Kalnina"] == [("President", "Estonia")]


def test_the_capital_that_opens_the_sentence(people_of: PeopleOf) -> None:
    text = (
        "Readout of the trip. The White House said that the United States helps. "
        "In Tallinn, she met President Marta Kalnina."
    )
    assert people_of(text)["Marta Kalnina"] == [("President", "Estonia")]


def test_a_title_without_a_state_gives_way_to_the_same_with_it(people_of: PeopleOf) -> None:
    text = "President Marta Kalnina of Estonia spoke. Then President Kalnina left."
    assert people_of(text)["Marta Kalnina"] == [("President", "Estonia")]


def test_who_sits_across_the_table_is_not_at_home(people_of: PeopleOf) -> None:
    text = (
        "Vice President Anna Berg spoke today with President Marta Kalnina. The White House said "
        "that the United States will help Estonia."
    )
    assert people_of(text) == {
        "Anna Berg": [("Vice President", "United States")],
        "Marta Kalnina": [("President", "Estonia")],
    }


def test_the_commander_of_a_mission(cast_of: Callable[[str], Cast]) -> None:
    cast = cast_of("KFOR commander Marta Kalnina spoke.")
    (person,) = cast.actors
    assert [(r.title, r.of) for r in person.roles] == [("commander", cast.missions[0].id)]


def test_a_title_with_its_seat(people_of: PeopleOf) -> None:
    text = "The Director of the World Bank in Malta, Marta Kalnina, spoke."
    assert people_of(text) == {"Marta Kalnina": [("Director", "World Bank")]}


def test_a_short_title_gives_way_to_the_long_one(people_of: PeopleOf) -> None:
    text = "NATO Secretary General Marta Kalnina spoke. Then Secretary Kalnina left."
    assert people_of(text) == {"Marta Kalnina": [("Secretary General", "NATO")]}


def test_the_vice_president_and_president_are_two(people_of: PeopleOf) -> None:
    text = "Estonian Vice President Anna Berg came. The Vice President and President Kalnina left."
    assert [title for title, _ in people_of(text)["Kalnina"]] == ["President"]


def test_a_spokesman_may_be_a_persons(people_of: PeopleOf) -> None:
    text = "Estonian President Marta Kalnina's spokesman, Peter Lund, said that she had left."
    assert people_of(text)["Peter Lund"] == [("spokesman", "Marta Kalnina")]


def test_bygone_and_general_titles_are_no_roles(people_of: PeopleOf) -> None:
    text = "Then-President Peter Lund met the Estonian head of state, Marta Kalnina, in May."
    assert people_of(text) == {"Peter Lund": [], "Marta Kalnina": []}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Estonia's foreign minister, Ambassador Marta Kalnina, spoke.",
            [("foreign minister", "Estonia")],
        ),
        ("Ambassador Marta Kalnina spoke.", [("Ambassador", None)]),
        ("Ruritanian President Sheikh Marta Kalnina spoke.", [("President", None)]),
        (
            "The OSCE met in Malta. Secretary General Marta Kalnina spoke.",
            [("Secretary General", "Organization for Security and Co-operation in Europe")],
        ),
        (
            "The OSCE met with NATO in Malta. Secretary General Marta Kalnina spoke.",
            [("Secretary General", None)],
        ),
        (
            "White House officials spoke. Pentagon spokesman Navy Capt. Marta Kalnina agreed.",
            [("spokesman", "United States Department of Defense")],
        ),
        ("Labour MP (Member of Parliament) Marta Kalnina spoke.", [("MP", "Labour Party")]),
        ("MPs Marta Kalnina and Peter Lund spoke.", [("MP", None)]),
    ],
)
def test_titles_and_what_stands_between(
    people_of: PeopleOf, text: str, roles: list[tuple[str, str | None]]
) -> None:
    assert people_of(text)["Marta Kalnina"] == roles


def test_a_title_before_a_bracket_is_the_next_ones(people_of: PeopleOf) -> None:
    text = "Anna Berg, Labour MP (Member of Parliament) Peter Lund, and Marta Kalnina spoke."
    assert people_of(text)["Anna Berg"] == []


def test_a_president_in_whose_state_the_traveller_is(people_of: PeopleOf) -> None:
    text = "White House: Tonight I will travel to Malta at the invitation of President Lund."
    assert people_of(text)["Lund"] == [("President", "Malta")]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Malta objected. Malta and Latvia are at odds over fish.", None),
        ("Malta objected to it. Malta is an island. Malta grows fish.", "Malta"),
    ],
)
def test_a_second_presidents_state_is_the_one_told_of(
    people_of: PeopleOf, text: str, of: str | None
) -> None:
    start = "White House: President Anna Berg of the United States spoke. U.S. aid will go on. "
    assert people_of(start + text + " President Peter Lund left.")["Peter Lund"] == [
        ("President", of)
    ]
