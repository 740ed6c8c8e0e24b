"""The words of dates: every name in the tables means its number."""

import calendar
import re

import pytest

from loaders.dates.words import (
    FULL_MONTHS,
    FULL_WEEKDAYS,
    LAST_DAY,
    MONTH,
    MONTHS,
    SHORT_MONTHS,
    WEEKDAYS,
    YEAR,
    count_of,
    day_of,
    either,
    month_of,
)


def test_months_and_weekdays_are_the_calendar_s() -> None:
    assert {m: MONTHS[m.lower()] for m in FULL_MONTHS} == {
        name: number for number, name in enumerate(calendar.month_name) if name
    }
    assert {d: WEEKDAYS[d.lower()] for d in FULL_WEEKDAYS} == {
        name: number for number, name in enumerate(calendar.day_name)
    }
    assert {"Jan", "Sept", "Sep", "Dec"} <= SHORT_MONTHS
    assert "May" in FULL_MONTHS


@pytest.mark.parametrize(("word", "number"), [("May", 5), ("SEPT.", 9), ("dec", 12)])
def test_months(word: str, number: int) -> None:
    assert month_of(word) == number


@pytest.mark.parametrize(("word", "number"), [("07", 7), ("3rd", 3), ("31ST", 31)])
def test_days(word: str, number: int) -> None:
    assert day_of(word) == number


@pytest.mark.parametrize(("word", "number"), [("3", 3), ("Three", 3), ("a", 1), ("twenty", 20)])
def test_counts(word: str, number: int) -> None:
    assert count_of(word) == number


def test_longer_words_are_tried_first() -> None:
    assert either(["Sep", "Sept", "a.b"]) == r"Sept|Sep|a\.b"


@pytest.mark.parametrize("text", ["may", "Mayor", "maY", "Sundry"])
def test_no_months(text: str) -> None:
    assert re.fullmatch(MONTH, text) is None


@pytest.mark.parametrize("text", ["0", "32", "3,700", "5%", "7:30", "1.5"])
def test_no_days(text: str) -> None:
    assert re.match(LAST_DAY, text) is None


@pytest.mark.parametrize("text", ["1066", "2100", "20210", "2,021", "2021%"])
def test_no_years(text: str) -> None:
    assert re.match(YEAR, text) is None
