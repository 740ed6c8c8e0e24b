"""Members of parliaments, by party, region and rank in a committee."""

from collections.abc import Callable

import pytest

PeopleOf = Callable[[str], dict[str, list[tuple[str, str | None]]]]
_COMMITTEE = "House Intelligence Committee"


@pytest.mark.parametrize(
    ("words", "title", "of"),
    [
        ("Sen. Marta Kalnina (R-Ohio)", "Sen.", "Ohio"),
        ("Sen. Marta Kalnina, R-Ohio,", "Sen.", "Ohio"),
        ("Sen. Marta Kalnina, D-Calif.,", "Sen.", "California"),
        ("Rep. Marta Kalnina (D-NY)", "Rep.", "New York"),
        ("Rep. Marta Kalnina, a Utah Republican,", "Rep.", "Utah"),
        ("Rep. Marta Kalnina, a Democrat from Ohio,", "Rep.", "Ohio"),
        ("Republican Sen. Marta Kalnina of Ohio", "Sen.", "Ohio"),
        ("Ohio Republican Senator Marta Kalnina", "Senator", "Ohio"),
        ("Marta Kalnina, a Republican senator from Ohio,", "senator", "Ohio"),
        ("Marta Kalnina, the top Democrat on the " + _COMMITTEE + ",", "top Democrat", _COMMITTEE),
        ("Speaker of the House Marta Kalnina", "Speaker", "House of Representatives"),
        ("Narva police chief Marta Kalnina", "police chief", "Narva"),
        ("Marta Kalnina, the police chief of Kandahar,", "police chief", "Kandahar"),
    ],
)
def test_of_which_region_or_committee(
    people_of: PeopleOf, words: str, title: str, of: str | None
) -> None:
    assert people_of(words + " said the bill would pass.") == {"Marta Kalnina": [(title, of)]}


def test_a_party_alone_is_not_what_a_member_is_of(people_of: PeopleOf) -> None:
    text = "Republican lawmaker Marta Kalnina said the bill would pass."
    assert people_of(text) == {"Marta Kalnina": [("lawmaker", None)]}


def test_a_region_after_a_comma_is_not_a_governors_without_a_party(people_of: PeopleOf) -> None:
    text = "Sen. Marta Kalnina, Ohio's best swimmer, said the bill would pass."
    assert people_of(text) == {"Marta Kalnina": [("Sen.", None)]}
