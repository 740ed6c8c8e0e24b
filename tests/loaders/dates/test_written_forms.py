"""Days whose parts are joined by marks: "03/May/2022", "05.13.2022"."""

from collections.abc import Callable

import pytest

from loaders.facts import Date

Find = Callable[..., tuple[Date, ...]]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Posted 3-May-2022.", "3-May-2022", "2022-05-03"),
        ("Posted 03/May/2022", "03/May/2022", "2022-05-03"),
        ("Posted 03-Sep-2022 10:15", "03-Sep-2022", "2022-09-03"),
        ("Posted 03.05.2022", "03.05.2022", "2022-05-03"),  # dots put the day first …
        ("Posted 05.13.2022 04:11", "05.13.2022", "2022-05-13"),  # … unless no month is left
        ("Posted 05/13/2022", "05/13/2022", "2022-05-13"),
        ("Posted 13/05/2022", "13/05/2022", "2022-05-13"),
    ],
)
def test_joined_days(find: Find, text: str, words: str, edtf: str) -> None:
    assert [(date.words, date.edtf) for date in find(text)] == [(words, edtf)]


def test_slashes_may_mean_two_days(find: Find) -> None:
    assert [(date.words, date.edtf) for date in find("Posted 03/05/2022")] == [("03/05/2022", None)]


@pytest.mark.parametrize("text", ["Posted 32-May-2022", "Posted 31.31.2022", "Posted 31/31/2022"])
def test_days_that_no_month_has(find: Find, text: str) -> None:
    assert all(date.edtf is None or len(date.edtf) < 10 for date in find(text))
