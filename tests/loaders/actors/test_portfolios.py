"""The fields that titles are for, known or not, and bodies behind small words."""

from collections.abc import Callable

import pytest

PeopleOf = Callable[[str], dict[str, list[tuple[str, str | None]]]]


@pytest.mark.parametrize(
    ("words", "title", "of"),
    [
        (
            "Marta Kalnina, Special Envoy for Climate Resilience and Ocean Affairs,",
            "Special Envoy for Climate Resilience and Ocean Affairs",
            None,
        ),
        ("Domestic Policy Advisor Marta Kalnina", "Domestic Policy Advisor", None),
        (
            "Estonia's Minister of Rural Innovation Marta Kalnina",
            "Minister of Rural Innovation",
            "Estonia",
        ),
        ("Marta Kalnina, leader of the ruling Reform Party,", "leader", "Reform Party"),
        ("Marta Kalnina, leader of the main opposition Reform Party,", "leader", "Reform Party"),
        ("Marta Kalnina, the administration's special envoy,", "special envoy", None),
    ],
)
def test_fields_and_bodies(people_of: PeopleOf, words: str, title: str, of: str | None) -> None:
    assert people_of(words + " said the talks failed.") == {"Marta Kalnina": [(title, of)]}


def test_titles_joined_before_a_body_are_both_of_it(people_of: PeopleOf) -> None:
    text = "Marta Kalnina, president and CEO of Ridgeway Motors, said the talks failed."
    assert people_of(text) == {
        "Marta Kalnina": [("president", "Ridgeway Motors"), ("CEO", "Ridgeway Motors")]
    }


def test_a_states_title_takes_no_party_from_the_next(people_of: PeopleOf) -> None:
    text = "Marta Kalnina, prime minister and leader of the Reform Party, said the talks failed."
    assert people_of(text) == {
        "Marta Kalnina": [("prime minister", None), ("leader", "Reform Party")]
    }


def test_a_surname_like_a_field_stays_a_name(people_of: PeopleOf) -> None:
    text = "Estonian Minister of Education Marta Harding said the talks failed."
    assert people_of(text) == {"Marta Harding": [("Minister of Education", "Estonia")]}
