"""Names that only what stands around them tells to be persons'."""

from collections.abc import Callable

import pytest

PeopleOf = Callable[[str], dict[str, list[tuple[str, str | None]]]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The envoy met Kim Jong Chol in Doha.", "Kim Jong Chol"),
        ("Okedo Mbuyi, 34, said soldiers came.", "Okedo Mbuyi"),
        ("Moses Okello, a farmer who fled, said soldiers came.", "Moses Okello"),
        ("Moses Okello, an illegal rice farmer, said soldiers came.", "Moses Okello"),
        ("The suspect, identified as Tamerlan Gadzhiev, fled.", "Tamerlan Gadzhiev"),
        ("Sgt. 1st Class Demetrius Hollins carried them.", "Demetrius Hollins"),
        ("The panel heard Ann-Marie O'Leary.", "Ann-Marie O'Leary"),
    ],
)
def test_a_person_by_the_words_around(people_of: PeopleOf, text: str, name: str) -> None:
    assert list(people_of(text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The team visited Tin Hau on Monday.",
        "Delta Nordex, a shipping firm, cut jobs.",
        "Route 34, 12, and 9 were closed.",
    ],
)
def test_no_person_by_the_words_around(people_of: PeopleOf, text: str) -> None:
    assert people_of(text) == {}
