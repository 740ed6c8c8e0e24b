"""What EDTF spans, and the days that users give."""

import datetime as dt

import pytest

from loaders.dates import earliest, latest, parse_day
from loaders.facts import Date, Derivation


def _date(edtf: str | None) -> Date:
    return Date(edtf, None, Derivation.STATED, "")


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021-09-21", dt.date(2021, 9, 21), dt.date(2021, 9, 21)),
        ("2020-02", dt.date(2020, 2, 1), dt.date(2020, 2, 29)),
        ("2021", dt.date(2021, 1, 1), dt.date(2021, 12, 31)),
        ("2021-22", dt.date(2021, 6, 1), dt.date(2021, 8, 31)),
        ("199X", dt.date(1990, 1, 1), dt.date(1999, 12, 31)),
        ("2023-11-21/2023-11-22", dt.date(2023, 11, 21), dt.date(2023, 11, 22)),
        ("2023-11-21/..", dt.date(2023, 11, 21), None),
        ("../2023-11", None, dt.date(2023, 11, 30)),
        ("{2022-05-03,2022-05-06}", dt.date(2022, 5, 3), dt.date(2022, 5, 6)),
        ("2020~", dt.date(2020, 1, 1), dt.date(2020, 12, 31)),
        ("Y-17000", None, None),
        (None, None, None),
    ],
)
def test_bounds(edtf: str | None, first: dt.date | None, last: dt.date | None) -> None:
    assert (earliest(_date(edtf)), latest(_date(edtf))) == (first, last)


def test_no_date_has_no_bounds() -> None:
    assert (earliest(None), latest(None)) == (None, None)


def test_what_is_not_edtf_is_named() -> None:
    with pytest.raises(ValueError, match="'soon' is not a date in EDTF"):
        earliest(_date("soon"))


@pytest.mark.parametrize("given", ["2021-09-21", "2021-09", "2021"])
def test_days_months_and_years_may_be_given(given: str) -> None:
    assert parse_day(f" {given}\n") == given


@pytest.mark.parametrize(
    "given",
    ["", "soon", "21.9.2021", "2021-9-1", "2021-13", "2021-02-30", "2021-22", "0000", "2021/2022"],
)
def test_nothing_else_may_be_given(given: str) -> None:
    with pytest.raises(ValueError, match="is not a da"):
        parse_day(given)
