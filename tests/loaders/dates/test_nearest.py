"""Years that a date leaves out."""

import datetime as dt

import pytest

from loaders.dates.context import Context
from loaders.dates.nearest import day_in, nearest_day, nearest_year_of_month
from loaders.facts import Date, Derivation


def _published(edtf: str | None) -> Date:
    return Date(edtf, None, Derivation.STATED, "")


@pytest.mark.parametrize(
    ("published", "day", "near"),
    [
        ("2022-05-06", dt.date(2022, 5, 6), dt.date(2022, 5, 6)),
        ("2022-05", None, dt.date(2022, 5, 1)),
        ("2022", None, None),
        (None, None, None),
    ],
)
def test_what_a_publication_date_places(
    published: str | None, day: dt.date | None, near: dt.date | None
) -> None:
    assert Context.of(_published(published), None) == Context(day, near, None)


def test_no_publication_date_places_nothing() -> None:
    assert Context.of(None, True) == Context(None, None, True)
    assert nearest_day(5, 6, None, Context()) is None
    assert nearest_year_of_month(5, Context()) is None


def test_a_leap_day_is_looked_for_in_leap_years() -> None:
    near = Context(near=dt.date(2023, 6, 1))
    assert day_in(2023, 2, 29) is None
    assert nearest_day(2, 29, None, near) == dt.date(2024, 2, 29)
    assert nearest_day(2, 29, None, Context(near=dt.date(2022, 6, 1))) is None


def test_a_tie_goes_to_the_past() -> None:
    assert nearest_year_of_month(12, Context(near=dt.date(2022, 6, 15))) == 2021
    assert nearest_year_of_month(6, Context(near=dt.date(2022, 6, 15), future=True)) == 2022


def test_a_weekday_goes_before_nearness() -> None:
    near = Context(near=dt.date(2022, 5, 6))
    assert nearest_day(12, 5, None, near) == dt.date(2021, 12, 5)
    assert nearest_day(12, 5, 0, near) == dt.date(2022, 12, 5)  # a Monday
