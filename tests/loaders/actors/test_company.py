"""What a name's form and its neighbours say for its being a person's."""

from collections.abc import Callable

import pytest

from loaders.extractors.actors.company import two_part
from loaders.extractors.actors.runs import Run

PeopleOf = Callable[[str], dict[str, list[tuple[str, str | None]]]]


@pytest.mark.parametrize(
    ("name", "told"), [("Tan Mei-lo", True), ("Avoid Shut-offs", False), ("Zork Palu", False)]
)
def test_given_names_of_two_parts(name: str, told: bool) -> None:
    words = tuple(name.split())
    assert two_part(Run(0, len(words), words)) is told


def test_names_joined_to_persons(people_of: PeopleOf) -> None:
    text = "Three Kenyans, Anna Lund, Marvina Tullo and John Pallas, sued the company."
    assert list(people_of(text)) == ["Anna Lund", "Marvina Tullo", "John Pallas"]
