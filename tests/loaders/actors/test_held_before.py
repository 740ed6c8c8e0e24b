"""Offices held before, presidents beside the home state's, members meant by their region."""

from collections.abc import Callable

import pytest

PeopleOf = Callable[[str], dict[str, list[tuple[str, str | None]]]]
MeantIn = Callable[[str], list[tuple[str, tuple[str, ...]]]]


def test_a_former_office_outweighs_the_courtesy_title(people_of: PeopleOf) -> None:
    text = "Former Prime Minister Anna Lund of Malta died. Prime Minister Lund of Malta was loved."
    assert people_of(text) == {"Anna Lund": [("Former Prime Minister", "Malta")]}


def test_a_second_president_beside_the_commission_is_its(people_of: PeopleOf) -> None:
    text = (
        "Maltese President Jon Berg and President Clara Weber spoke about the European "
        "Commission's plan for Malta."
    )
    assert people_of(text) == {
        "Jon Berg": [("President", "Malta")],
        "Clara Weber": [("President", "European Commission")],
    }


def test_an_only_president_is_no_commissions(people_of: PeopleOf) -> None:
    text = "President Clara Weber wrote to the European Commission."
    assert people_of(text) == {"Clara Weber": [("President", None)]}


@pytest.mark.parametrize("words", ["the Ohio senator", "the Ohio lawmaker"])
def test_a_member_is_meant_by_region_and_title(meant_in: MeantIn, words: str) -> None:
    text = f"Sen. Jon Berg (R-Ohio) arrived. Later {words} left."
    assert (words.removeprefix("the "), ("Jon Berg",)) in meant_in(text)


def test_a_member_of_another_region_is_not_meant(meant_in: MeantIn) -> None:
    text = "Sen. Jon Berg (R-Ohio) arrived. Later the Utah senator left."
    assert [who for words, who in meant_in(text) if "senator" in words] == [()]


def test_a_headlines_verb_is_no_part_of_the_name(people_of: PeopleOf) -> None:
    assert list(people_of("Anna Lund Says It Is Over\n\nAnna Lund spoke in Malta.")) == [
        "Anna Lund"
    ]
