"""Exact edges of what is said."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.article import Article
from loaders.extractors.statements import find_statements
from loaders.extractors.statements.extents import is_stop
from loaders.extractors.statements.spans import Spans
from loaders.facts import Anatomy, Span
from loaders.reading.cast import Cast
from loaders.reading.parse import language, read
from loaders.reading.quotations import find_quotations

Heard = Callable[[str, dict[str, str]], list[tuple[str, str]]]
WHO = {"Lind": "lind", "Bora": "bora"}
PIECES = (
    *(
        "Lind said ",
        "Bora told Lind that ",
        "it rained",
        "the bridge is open",
        ", he said",
        " and ",
    ),
    *(
        "“We go",
        ",” ",
        "” ",
        "‘no’",
        ". ",
        "\n",
        "\n\n",
        "– ",
        ", noting that ",
        "; ",
        ": ",
        "MS. LIND: ",
    ),
    *("According to Bora, ", "thanked Lind for the bread", "urged Bora to stay", "(laughter)", "Ć"),
)


def spans_of(text: str) -> Spans:
    return Spans(language()(text), text, find_quotations(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lind said it rained at 7 p.m.", "it rained at 7 p.m."),
        ("Lind said it rained in the U.S. and there.", "it rained in the U.S. and there"),
        ("Lind said Capt. Bora left.", "Capt. Bora left"),
        ("Lind said it rained…", "it rained"),
        ("Lind said it rained!", "it rained"),
        ("Lind said it had cost $5.", "it had cost $5"),
        ("Lind said it rained (at last).", "it rained (at last)"),
        ("Lind said that  it rained.", "it rained"),
        ("Lind said the rain was “a gift.”", "the rain was “a gift.”"),
        ("Lind said the rain was “a gift”.", "the rain was “a gift”"),
    ],
)
def test_edges(text: str, said: str, heard: Heard) -> None:
    assert heard(text, WHO) == [("lind", said)]


def test_list_behind_a_colon_is_part_of_what_is_said(heard: Heard) -> None:
    said = "the new aims of the port:\n\n- More ships.\n\n- Longer piers"
    assert heard(f"Lind announced {said}.\n\nIt rained.\n", WHO) == [("lind", said)]


def test_sentence_goes_on_over_a_quoted_stop(heard: Heard) -> None:
    text = "Lind said that the word “Stop.” was on the door."
    assert heard(text, WHO) == [("lind", "the word “Stop.” was on the door")]


def test_nothing_but_marks_is_no_span() -> None:
    spans = spans_of("Lind said, … – .")
    assert spans.between(2, 5) is None


def test_whole_quotation_loses_its_marks() -> None:
    spans = spans_of("He said “no” twice.")
    assert spans.between(2, 4) == Span(9, 11)


def test_stops_and_abbreviations() -> None:
    doc = language()("Capt. Lind left. Did he?")
    assert [t.i for t in doc if is_stop(t)] == [t.i for t in doc if t.text in {".", "?"}][1:]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
def test_any_text_gives_exact_ordered_spans(
    casting: Callable[[str, dict[str, str]], Cast], text: str
) -> None:
    article = Article(key="t", name="t.txt", text=text)
    reading = next(iter(read([(article, Anatomy())])))
    found = find_statements(reading, casting(text, WHO), ())
    assert [s.id for s in found] == [f"s{i}" for i in range(1, len(found) + 1)]
    assert [s.span for s in found] == sorted(s.span for s in found)
    for statement in found:
        said = text[statement.span.start : statement.span.end]
        assert said == said.strip() != ""
        assert statement.speaker
        assert statement.speaker not in statement.co_speakers
