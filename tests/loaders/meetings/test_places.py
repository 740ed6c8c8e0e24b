"""Place phrases read by themselves, word by word."""

import pytest

from loaders.extractors.places import after_preposition, place_at, places_from
from loaders.reading.parse import language


def names(text: str) -> list[tuple[str, str]]:
    doc = language()(text)
    start = next(t.i for t in doc if t.lower_ in {"to", "in", "at"}) + 1
    return [(place.name, place.sort) for place in places_from(doc, start, len(doc))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She flew to Oslo.", [("Oslo", "city")]),
        ("She flew to the Netherlands.", [("Netherlands", "state")]),
        ("She flew to Oslo, Norway.", [("Oslo", "city")]),
        ("She flew to Manila, the Philippines.", [("Manila", "city")]),
        (
            "She flew to Chad, Niger, and Togo.",
            [("Chad", "state"), ("Niger", "state"), ("Togo", "state")],
        ),
        ("She flew to Oslo and Helsinki.", [("Oslo", "city"), ("Helsinki", "city")]),
        ("She spoke at the White House.", [("White House", "venue")]),
        ("She spoke at the Pentagon.", [("Pentagon", "venue")]),
        ("She flew to the West Bank.", [("West Bank", "region")]),
        ("She spoke at Kastrup Air Base.", [("Kastrup Air Base", "venue")]),
        ("She flew to Brasilia.", [("Brasilia", "city")]),
        ("She spoke in March.", []),
        ("She spoke in anger.", []),
        ("She believes in Norway's parliament.", []),
        ("She believes in U.S. forces.", []),
    ],
)
def test_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


def test_the_longest_name_counts() -> None:
    doc = language()("She moved from Mexico City.")
    place = place_at(doc, 3)
    assert place is not None
    assert (place.name, place.sort, place.span.start, place.span.end) == (
        "Mexico City",
        "city",
        15,
        26,
    )


def test_the_largest_city_of_a_name_gives_the_first_country() -> None:
    doc = language()("She lives in Rome.")
    place = after_preposition(doc[2])
    assert place is not None
    assert place.codes[0] == "it"


def test_nothing_begins_at_a_small_letter() -> None:
    doc = language()("She lives in rome.")
    assert place_at(doc, 3) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Ulvdal.", "Ulvdal"),
        ("They met at Camp Ostergard.", "Camp Ostergard"),
        ("They met in the Ulvdal Forum.", None),
        ("They met in the ULVD.", None),
        ("They believe in Ulvdal's forces.", None),
    ],
)
def test_a_name_in_no_table(text: str, expected: str | None) -> None:
    doc = language()(text)
    place = after_preposition(doc[2])
    assert (place.name if place else None) == expected
