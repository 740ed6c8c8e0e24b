"""Spans of time: what a date may mean, what an address asks for."""

import pytest
from flask import Flask, request
from werkzeug.exceptions import BadRequest

from service.http.pages.spans import Asked, asked, ends, period


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031-05-02", "2031-05-02", "2031-05-02"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-05~", "2031-05-01", "2031-05-31"),
        ("2031-05-30/2031-06-01", "2031-05-30", "2031-06-01"),
        ("2031-05/..", "2031-05-01", "9999-12-31"),
        ("../2031", "0000-01-01", "2031-12-31"),
        ("some day", "0000-01-01", "9999-12-31"),
    ],
)
def test_the_days_that_a_date_may_mean(edtf: str, first: str, last: str) -> None:
    assert ends(edtf) == (first, last)


@pytest.mark.parametrize(
    ("edtf", "month", "day"),
    [
        ("2031-05-02", "2031-05", "2031-05-02"),
        ("2031-05", "2031-05", ""),
        ("2031-05~", "2031-05", ""),
        ("2031-05-30/2031-06-01", "2031-05", "2031-05-30"),
        ("2031", "", ""),
        ("unknown", "", ""),
    ],
)
def test_the_month_and_the_day_that_a_date_begins_in(edtf: str, month: str, day: str) -> None:
    assert (period(edtf, 7), period(edtf, 10)) == (month, day)


def test_a_date_is_met_unless_it_lies_wholly_outside() -> None:
    may = Asked("2031-05-01", "2031-05-31")
    assert may.meets("2031-05-31")
    assert may.meets("2031")
    assert may.meets("2031-04-30/2031-05-01")
    assert not may.meets("2031-06")
    assert not may.meets("2030")
    assert Asked("2031-05-01").meets("2040")
    assert Asked("", "2031-05-01").meets("1990")
    assert not Asked("", "2031-05-01").meets("2031-05-02")
    assert not Asked()
    assert Asked().meets("2031")


def given(query: str) -> Asked:
    with Flask(__name__).test_request_context(f"/?{query}"):
        return asked(request)


def test_an_address_gives_days_months_or_years() -> None:
    assert given("") == Asked()
    assert given("since=2031-05&until=2031-05") == Asked("2031-05-01", "2031-05-31")
    assert given("since=2031&until=2031").given == {"since": "2031-01-01", "until": "2031-12-31"}
    assert given("since=+2031-05-02+") == Asked("2031-05-02")


@pytest.mark.parametrize(
    "value", ["may", "2031-13", "2031-02-30", "2031-05-00", "0000", "20310502", "٢٠٣١"]
)
def test_what_is_no_day_is_refused(value: str) -> None:
    with pytest.raises(BadRequest, match="give a day, a month or a year"):
        given(f"since={value}")
