"""Longest match over a table of names."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extractors.gazetteer import Gazetteer, fold, slug

NAMES = [
    ("Peace of Westport", "westport"),
    ("Westport", "town"),
    ("Westport accords", "accords"),
    ("WPX", "abbreviation"),
    ("Côte d'Ivoire Force", "ivory"),
    ("Great Plan for the Westport Region", "plan"),
]


def read(text: str) -> list[tuple[str, str]]:
    found = Gazetteer(NAMES).find(text)
    return [(text[f.span.start : f.span.end], f.key) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Peace of Westport held.", ("Peace of Westport", "westport")),
        ("They left Westport.", ("Westport", "town")),
        ("The Westport accords hold.", ("Westport accords", "accords")),
        ("The Westport Accords hold.", ("Westport Accords", "accords")),
        ("The WPX grew.", ("WPX", "abbreviation")),
        ("The Cote d’Ivoire Force left.", ("Cote d’Ivoire Force", "ivory")),
        ("Peace\nof Westport", ("Peace\nof Westport", "westport")),
        ("The Great plan for the westport region", ("Great plan for the westport region", "plan")),
    ],
)
def test_found(text: str, expected: tuple[str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["peace of westport", "westport", "Wpx", "wpx", "Peace. Then of Westporters", "Westports"],
)
def test_not_found(text: str) -> None:
    assert read(text) == []


def test_words_far_apart_are_no_name() -> None:
    assert read("Peace; of Westport") == [("Westport", "town")]


def test_names_in_text_order_and_none_twice() -> None:
    assert read("WPX, Westport and the Peace of Westport") == [
        ("WPX", "abbreviation"),
        ("Westport", "town"),
        ("Peace of Westport", "westport"),
    ]


def test_fold_and_slug() -> None:
    assert fold("Élysée") == "elysee"
    assert slug("Élysée Treaty (1963)") == "elysee-treaty-1963"


@given(st.text())
def test_spans_lie_in_order_and_apart(text: str) -> None:
    whole = f"{text} WPX {text}"
    spans = [f.span for f in Gazetteer(NAMES).find(whole)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "WPX" in [whole[s.start : s.end] for s in spans]
