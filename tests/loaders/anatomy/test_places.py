"""Places as datelines name them."""

import pytest

from loaders.anatomy.places import is_place, place_name


@pytest.mark.parametrize(
    "phrase",
    ["Oslo", "OSLO", "New York", "Pristina", "Kosovo", "the Netherlands", "Ohio", "Jeddah"],
)
def test_cities_states_and_us_states_are_places(phrase: str) -> None:
    assert is_place(phrase)


@pytest.mark.parametrize("phrase", ["", "Ann Ode", "Railway", "Tags", "The"])
def test_other_names_are_none(phrase: str) -> None:
    assert not is_place(phrase)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Oslo", "Oslo"),
        ("OSLO, NORWAY", "Oslo"),
        ("NEW  YORK", "New York"),
        ("PORT OF SPAIN, Trinidad", "Port of Spain"),
        ("Washington, D.C.", "Washington"),
        ("St. Paul", "St. Paul"),
    ],
)
def test_names_are_readable_and_bare(phrase: str, name: str) -> None:
    assert place_name(phrase) == name
