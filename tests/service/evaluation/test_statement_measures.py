"""Statements by items and by characters."""

import pytest

from service.evaluation.measures.characters import characters
from service.evaluation.measures.evidence import evidence
from service.evaluation.measures.statements import statements
from service.evaluation.tally import Tally
from tests.service.evaluation.conftest import (
    BRIDGE,
    FERRER,
    KOVAC,
    OTHER,
    PATIENCE,
    ROAD,
    Compare,
    Json,
    quoted,
)

GOLD: Json = {
    "actors": [KOVAC, FERRER],
    "statements": [quoted(ROAD, "k", form="direct"), quoted(PATIENCE, "f", form="indirect")],
}


def test_all_found(compare: Compare) -> None:
    assert statements(compare(GOLD, GOLD)) == {
        "statements": Tally(2, 2, 2),
        "statement_spans": Tally(2, 2, 2),
        "speaker_accuracy": Tally(2, 2, 2),
        "statement_form": Tally(2, 2, 2),
    }


def test_nothing_told(compare: Compare) -> None:
    found = statements(compare(GOLD, {}))
    assert found["statements"] == Tally(0, 0, 2)
    assert found["speaker_accuracy"] == Tally(0, 0, 0)


def test_another_speaker_is_a_span_but_no_statement(compare: Compare) -> None:
    told = {"actors": [KOVAC, OTHER], "statements": [quoted(ROAD, "o", form="direct")]}
    found = statements(compare(GOLD, told))
    assert found["statements"] == Tally(0, 1, 2)
    assert found["statement_spans"] == Tally(1, 1, 2)
    assert found["speaker_accuracy"] == Tally(0, 1, 1)


def test_a_speaker_may_be_told_by_a_plain_name(compare: Compare) -> None:
    told = {"statements": [quoted(ROAD, "Kovač")]}
    assert statements(compare(GOLD, told))["statements"].right == 1


def test_nobody_is_no_speaker(compare: Compare) -> None:
    told = {"statements": [quoted(ROAD, None)]}
    assert statements(compare(GOLD, told))["statements"].right == 0


def test_any_of_those_who_say_it_is_its_speaker(compare: Compare) -> None:
    gold = {"actors": [KOVAC, FERRER], "statements": [quoted(ROAD, "k", co_speakers=["f"])]}
    told = {"statements": [quoted(ROAD, "Luis Ferrer")]}
    assert statements(compare(gold, told))["statements"] == Tally(1, 1, 1)


@pytest.mark.parametrize(("length", "is_found"), [(9, True), (8, False)])
def test_half_of_the_span_is_enough(compare: Compare, length: int, is_found: bool) -> None:
    told = {"statements": [quoted(ROAD[:length], "Kovač")]}
    assert len(ROAD) == 17
    assert statements(compare(GOLD, told))["statements"].right == is_found


def test_a_free_indirect_form_is_indirect(compare: Compare) -> None:
    told = {
        "statements": [
            quoted(ROAD, "Kovač", form="mixed"),
            quoted(PATIENCE, "Ferrer", form="free indirect"),
        ]
    }
    assert statements(compare(GOLD, told))["statement_form"] == Tally(1, 2, 2)


@pytest.mark.parametrize(
    "spare", ["optional_statements", "unnamed_statements", "document_statements"]
)
def test_what_may_be_left_out_is_not_wrong(compare: Compare, spare: str) -> None:
    gold = GOLD | {spare: [quoted(BRIDGE, None)]}
    told = {"statements": [quoted(ROAD, "Kovač"), quoted(BRIDGE, "Ferrer")]}
    assert statements(compare(gold, told))["statements"] == Tally(1, 1, 2)
    assert characters(compare(gold, told))["statement_chars"].told == len(ROAD)
    assert statements(compare(GOLD, told))["statements"] == Tally(1, 2, 2)


def test_characters_weigh_by_length(compare: Compare) -> None:
    told = {"statements": [quoted(ROAD, "Ferrer"), quoted(PATIENCE, "Ferrer")]}
    total = len(ROAD) + len(PATIENCE)
    assert characters(compare(GOLD, told)) == {
        "statement_chars": Tally(len(PATIENCE), total, total),
        "statement_chars_any_speaker": Tally(total, total, total),
    }


def test_of_statements_that_overlap_the_last_owns_the_characters(compare: Compare) -> None:
    told = {"statements": [quoted(ROAD, "Kovač"), quoted("The road", "Ferrer")]}
    found = characters(compare(GOLD, told))["statement_chars"]
    assert found.right == len(ROAD) - len("The road")
    assert found.told == len(ROAD)


def test_words_that_are_not_the_articles_are_counted(compare: Compare) -> None:
    wrong = quoted(ROAD, "Kovač") | {"text": "The road is closed,"}
    told = {"statements": [wrong, quoted(PATIENCE, "Ferrer")]}
    assert evidence(compare(GOLD, told)) == {"spans_exact": Tally(1, 2, 2)}


def test_without_statements_no_span_is_asked_for(compare: Compare) -> None:
    assert evidence(compare(GOLD, {})) == {}
