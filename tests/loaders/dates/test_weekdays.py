"""Weekdays seen from the day of publication."""

from collections.abc import Callable

import pytest

from loaders.facts import Date, Derivation

Find = Callable[..., tuple[Date, ...]]

WEDNESDAY = "2022-05-11"


@pytest.mark.parametrize(
    ("text", "future", "edtf"),
    [
        ("on Monday", None, "2022-05-09"),
        ("on Wednesday", False, "2022-05-11"),
        ("on Thursday", False, "2022-05-05"),
        ("on Monday", True, "2022-05-16"),
        ("on Wednesday", True, "2022-05-11"),
        ("on Thursday", True, "2022-05-12"),
        ("last Friday", None, "2022-05-06"),
        ("last Wednesday", None, "2022-05-04"),
        ("next Tuesday", None, "2022-05-17"),
        ("next Friday", None, None),
        ("this Friday", None, "2022-05-13"),
        ("this coming Friday", None, "2022-05-13"),
        ("this past Friday", None, "2022-05-06"),
        ("on Tuesday next week", None, "2022-05-17"),
        ("Tuesday of last week", None, "2022-05-03"),
        ("MONDAY night", None, "2022-05-09"),
        ("Monday's talks", None, "2022-05-09"),
    ],
)
def test_weekdays(find: Find, text: str, future: bool | None, edtf: str | None) -> None:
    (date,) = find(text, WEDNESDAY, future)
    assert (date.edtf, date.offset, date.derivation) == (edtf, None, Derivation.RELATIVE)
    assert [(d.edtf, d.offset) for d in find(text)] == [(None, None)]


@pytest.mark.parametrize(
    "text",
    ["the Good Friday Agreement", "the Sunday Times", "every Monday", "on Mondays", "Black Friday"],
)
def test_names_and_habits_are_no_days(find: Find, text: str) -> None:
    assert find(text, WEDNESDAY) == ()
