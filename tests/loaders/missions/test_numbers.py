"""Amounts: digits, words, limits, ranges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extractors.missions.numbers import find_amounts
from loaders.facts import Span


def read(text: str) -> list[tuple[tuple[tuple[float, str], ...], str]]:
    amounts = find_amounts(text, Span(0, len(text)))
    return [(a.values, text[a.span.start : a.span.end]) for a in amounts]


@pytest.mark.parametrize(
    ("text", "value", "bound", "words"),
    [
        ("has 450 men", 450, "exactly", "450"),
        ("has 12,500 men", 12500, "exactly", "12,500"),
        ("has 12.500 men", 12500, "exactly", "12.500"),
        ("has 1,250,000 men", 1250000, "exactly", "1,250,000"),
        ("has more than 900 men", 900, "moreThan", "more than 900"),
        ("has over 900 men", 900, "moreThan", "over 900"),
        ("has at least 900 men", 900, "atLeast", "at least 900"),
        ("has up to 900 men", 900, "atMost", "up to 900"),
        ("has fewer than 900 men", 900, "lessThan", "fewer than 900"),
        ("has some 900 men", 900, "about", "some 900"),
        ("has nearly 900 men", 900, "about", "nearly 900"),
        ("has a maximum of 900 men", 900, "atMost", "a maximum of 900"),
        ("has 900 or more men", 900, "atLeast", "900 or more"),
        ("has 900+ men", 900, "atLeast", "900+"),
        ("has 3 thousand men", 3000, "exactly", "3 thousand"),
        ("has seven men", 7, "exactly", "seven"),
        ("has twenty-one men", 21, "exactly", "twenty-one"),
        ("has two thousand four hundred men", 2400, "exactly", "two thousand four hundred"),
        ("has three hundred and ten men", 310, "exactly", "three hundred and ten"),
        ("has a hundred men", 100, "exactly", "a hundred"),
        ("has two dozen men", 24, "exactly", "two dozen"),
    ],
)
def test_amount(text: str, value: float, bound: str, words: str) -> None:
    assert read(text) == [(((float(value), bound),), words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("between 300 and 500 men", "300 and 500"),
        ("300 to 500 men", "300 to 500"),
        ("300-500 men", "300-500"),
    ],
)
def test_a_range_has_two_bounds(text: str, words: str) -> None:
    assert read(text) == [(((300.0, "atLeast"), (500.0, "atMost")), words)]


def test_from_one_to_another_are_two_amounts() -> None:
    assert [values for values, _ in read("from 300 to 500 men")] == [
        ((300.0, "exactly"),),
        ((500.0, "exactly"),),
    ]


@pytest.mark.parametrize("text", ["hundreds of men", "dozens of men", "hundred men", "a battalion"])
def test_what_counts_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["at 7:45 today", "paid $300", "rose 20% again", "in 2014"])
def test_what_is_no_count(text: str) -> None:
    assert read(text) == []


@given(st.integers(min_value=0, max_value=10**8))
def test_digits_with_separators_read_as_written(number: int) -> None:
    assert read(f"{number:,} men")[0][0] == ((float(number), "exactly"),)


@given(st.text(max_size=60))
def test_amounts_lie_in_order_inside_the_text(text: str) -> None:
    spans = [a.span for a in find_amounts(text, Span(0, len(text)))]
    assert spans == sorted(spans)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
