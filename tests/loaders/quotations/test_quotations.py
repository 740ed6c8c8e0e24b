"""Quotation marks of every kind, one phenomenon each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," she said. "We stay."', ["We go,", "We stay."]),
        ("“We go,” she said. “We stay.”", ["We go,", "We stay."]),
        ("«We go», she said.", ["We go"]),
        ("„We go“, she said.", ["We go"]),
        ("»We go«, she said.", ["We go"]),
        ("‘We can’t go,’ she said.", ["We can’t go,"]),
        ("'We can't go,' she said.", ["We can't go,"]),
        ("``We go,'' she said.", ["We go,"]),
    ],
    ids=["straight", "curly", "guillemets", "german", "inward", "single", "typewriter", "latex"],
)
def test_kinds_of_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,“ she said.", ["We go,"]),
        ("“We go, “said Lind.", ["We go,"]),
        ("“We go, “Lind said. “We stay.”", ["We go,", "We stay."]),
        ("”We go“, she said.", ["We go"]),
        ("Lind said, “A calm. ”He stays. “Talk,” he said.", ["A calm.", "Talk,"]),
    ],
    ids=["opens for close", "blank before", "name follows", "swapped", "no blank behind"],
)
def test_wrong_way_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_mark_that_reopens_after_a_stop_goes_on() -> None:
    assert quoted("She said, “Rain fell. “We wait,” she said.") == ["Rain fell. “We wait,"]


def test_quotation_inside_a_quotation_is_not_its_own() -> None:
    assert quoted('"The "grand plan" of theirs failed," she said.') == [
        'The "grand plan" of theirs failed,'
    ]
    assert quoted("“He said ‘no’ to us,” she said.") == ["He said ‘no’ to us,"]


def test_doubled_marks_of_a_csv_line() -> None:
    assert quoted('"""We go,"" she said, adding a word."') == ["We go,"]
    assert quoted('"The army ""won"" twice."') == ["won"]


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "She said, “We go.\n\nThe road is long."
    (found,) = find_quotations(text)
    assert text[found.span.start : found.span.end] == "We go."
    assert not found.closed


def test_each_paragraph_opens_a_mark_anew() -> None:
    assert quoted("“We go.\n\n“We stay.\n\n“We win,” she said.") == [
        "We go.\n\n“We stay.\n\n“We win,"
    ]


def test_closed_paragraphs_are_two_quotations() -> None:
    assert quoted("“We go.”\n\n“We stay.”") == ["We go.", "We stay."]


def test_apostrophes_and_inches_quote_nothing() -> None:
    assert quoted("It's the players' day in '24, and Lind's too.") == []
    assert quoted("A 12″ gun and a 9″ gun.") == []


def test_outer_span_holds_the_marks() -> None:
    text = "She said: “ We go. ”"
    (found,) = find_quotations(text)
    assert text[found.span.start : found.span.end] == "We go."
    assert text[found.outer.start : found.outer.end] == "“ We go. ”"


def test_invisible_direction_marks_stay_outside() -> None:
    assert quoted('She said: "\u200eWe go."') == ["We go."]


@given(st.text(alphabet="ab. ,\n\"'“”‘’„«»-–"))
def test_quotations_are_in_order_and_inside_the_text(text: str) -> None:
    end = 0
    for q in find_quotations(text):
        assert end <= q.outer.start <= q.span.start <= q.span.end <= q.outer.end <= len(text)
        assert text[q.outer.start] in "\"'“”‘’„«»"
        end = q.outer.end
