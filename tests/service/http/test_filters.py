"""Dates and numbers as people read them."""

import pytest

from service.http.pages.filters import day, grouped


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2021-09-21", "21 September 2021"),
        ("2021-09", "September 2021"),
        ("2021", "2021"),
        ("2021-09-31", "2021-09-31"),
        ("2021-13", "2021-13"),
        ("2021-21", "2021-21"),
        ("2021-09-21/2021-09-22", "21 September 2021 to 22 September 2021"),
        ("2021-09-30/2021-10", "30 September 2021 to October 2021"),
        ("2021-09-21/..", "21 September 2021 to .."),
        ("/2021", "/2021"),
        ("2021-09-2X", "2021-09-2X"),
        ("2021-09~", "2021-09~"),
        ("", ""),
    ],
)
def test_a_plain_date_is_spelt_out_and_anything_else_left_as_it_is(edtf: str, words: str) -> None:
    assert day(edtf) == words


@pytest.mark.parametrize(("number", "words"), [(0, "0"), (999, "999"), (1234567, "1,234,567")])
def test_thousands_are_set_apart(number: int, words: str) -> None:
    assert grouped(number) == words
