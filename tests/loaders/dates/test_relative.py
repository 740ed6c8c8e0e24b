"""Days, weeks and years counted from the day of publication."""

from collections.abc import Callable

import pytest

from loaders.facts import Date, Derivation, Span

Find = Callable[..., tuple[Date, ...]]

FRIDAY = "2022-05-06"


@pytest.mark.parametrize(
    ("text", "words", "edtf", "offset"),
    [
        ("They met today.", "today", "2022-05-06", "P0D"),
        ("Earlier today they met.", "Earlier today", "2022-05-06", "P0D"),
        ("They met this morning.", "this morning", "2022-05-06", "P0D"),
        ("They met yesterday evening.", "yesterday evening", "2022-05-05", "-P1D"),
        ("They met last night.", "last night", "2022-05-05", "-P1D"),
        ("It is tomorrow’s last round.", "tomorrow", "2022-05-07", "P1D"),
        ("They meet the day after tomorrow.", "the day after tomorrow", "2022-05-08", "P2D"),
        ("They met two days ago.", "two days ago", "2022-05-04", "-P2D"),
        ("They meet in three days.", "in three days", "2022-05-09", "P3D"),
        ("They meet in 10 days’ time.", "in 10 days’ time", "2022-05-16", "P10D"),
    ],
)
def test_counted_days_are_days_or_offsets(
    find: Find, text: str, words: str, edtf: str | None, offset: str | None
) -> None:
    start = text.index(words)
    span = Span(start, start + len(words))
    assert find(text, FRIDAY) == (Date(edtf, None, Derivation.RELATIVE, words, span),)
    assert find(text) == (Date(None, offset, Derivation.RELATIVE, words, span),)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("earlier this month", "2022-05"),
        ("last month", "2022-04"),
        ("later this year", "2022"),
        ("next year", "2023"),
        ("five months ago", "2021-12~"),
        ("two years ago", "2020~"),
        ("last week", None),
        ("two weeks ago", None),
        ("the following day", None),
        ("three days later", None),
    ],
)
def test_longer_counts_are_as_vague_as_their_words(find: Find, text: str, edtf: str | None) -> None:
    assert [(d.words, d.edtf, d.offset) for d in find(text, FRIDAY)] == [(text, edtf, None)]
    assert [(d.words, d.edtf, d.offset) for d in find(text)] == [(text, None, None)]


def test_a_month_known_for_publication_dates_no_day(find: Find) -> None:
    assert find("They met today.", "2022-05")[0].offset == "P0D"
    assert find("They met last month.", "2022-05")[0].edtf == "2022-04"


def test_a_stretch_of_days_is_no_day_to_come(find: Find) -> None:
    assert find("It was the third attack in two days.", FRIDAY) == ()
    assert find("It took place in three days of talks.", FRIDAY) == ()
    assert find("It fell in two years.", FRIDAY) == ()
    assert find("They will meet in two years.", FRIDAY, True)[0].edtf == "2024~"
