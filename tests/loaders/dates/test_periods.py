"""Months, seasons, years and decades."""

from collections.abc import Callable

import pytest

from loaders.facts import Date, Derivation

Find = Callable[..., tuple[Date, ...]]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It ended in November 2023.", "November 2023", "2023-11"),
        ("It ended in late November of 2023.", "late November of 2023", "2023-11"),
        ("around March 2020", "around March 2020", "2020-03~"),
        ("March-April 2022", "March-April 2022", "2022-03/2022-04"),
        ("from December to February 2022", "from December to February 2022", "2021-12/2022-02"),
        ("It began in 2013.", "2013", "2013"),
        ("Resolution 1244 of 1999, which", "1999", "1999"),
        ("The 2013 agreement says so.", "2013", "2013"),
        ("since early 2019", "early 2019", "2019"),
        ("in circa 1950", "circa 1950", "1950~"),
        ("the war (1998-99) and", "1998-99", "1998/1999"),
        ("in 1997 and 1998", "1997 and 1998", "1997/1998"),
        ("in 2006 and 2009", "2006 and 2009", "{2006,2009}"),
        ("between 2006 and 2009", "2006 and 2009", "2006/2009"),
        ("from 2011 to 2014", "2011 to 2014", "2011/2014"),
        ("in the 1990s", "1990s", "199X"),
        ("in summer 2021", "summer 2021", "2021-22"),
        ("the spring of 2021", "spring of 2021", "2021-21"),
    ],
)
def test_periods_with_a_year(find: Find, text: str, words: str, edtf: str | None) -> None:
    assert [(d.words, d.edtf, d.derivation) for d in find(text)] == [
        (words, edtf, Derivation.STATED)
    ]


@pytest.mark.parametrize(
    ("text", "words", "published", "edtf"),
    [
        ("They met in July.", "July", "2022-09-30", "2022-07"),
        ("They met in December.", "December", "2022-02-01", "2021-12"),
        ("They met in late July.", "late July", "2022-07-30", "2022-07"),
        ("They met in July last year.", "July last year", "2022-09-30", "2021-07"),
        ("They met last July.", "last July", "2022-03-30", "2021-07"),
        ("They met last July.", "last July", "2022-09-30", None),
        ("They meet next May.", "next May", "2022-09-30", "2023-05"),
        ("They meet next May.", "next May", "2022-03-30", None),
        ("They met last summer.", "last summer", "2022-04-24", "2021-22"),
        ("They met last summer.", "last summer", "2022-10-24", None),
        ("They met last winter.", "last winter", "2022-10-24", None),
        ("They meet next spring.", "next spring", "2022-10-24", "2023-21"),
        ("They meet this autumn.", "this autumn", "2022-04-24", "2022-23"),
        ("from March to May it rained", "from March to May", "2022-06-24", "2022-03/2022-05"),
    ],
)
def test_periods_seen_from_publication(
    find: Find, text: str, words: str, published: str | None, edtf: str | None
) -> None:
    assert [(d.words, d.edtf) for d in find(text, published)] == [(words, edtf)]
    assert [(d.edtf, d.offset) for d in find(text)] == [(None, None)]


def test_a_coming_month_is_the_next_of_that_name(find: Find) -> None:
    assert find("They meet in May.", "2022-11-13", True)[0].edtf == "2023-05"


@pytest.mark.parametrize(
    "text",
    [
        "a force of 2000 soldiers",
        "Theresa May and June Miller said",
        "They fall back and spring forward",
        "Mr. March in Room 1998",
        "1999 men",
        "the 2000 year old custom",
        "a custom of 2000 years",
    ],
)
def test_names_and_counts_are_no_periods(find: Find, text: str) -> None:
    assert find(text) == ()
