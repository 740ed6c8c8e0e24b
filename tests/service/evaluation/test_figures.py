"""Shares, intervals, and articles added up."""

import pytest

from service.evaluation.evaluation import evaluation
from service.evaluation.intervals import intervals
from service.evaluation.measures import MEANINGS, MEANS, measured
from service.evaluation.tally import Tally, one
from tests.service.evaluation.conftest import (
    FERRER,
    KOVAC,
    PATIENCE,
    ROAD,
    Compare,
    Json,
    quoted,
)


@pytest.mark.parametrize(
    ("tally", "precision", "recall", "f1"),
    [
        (Tally(3, 4, 6), 0.75, 0.5, 0.6),
        (Tally(0, 0, 0), 1.0, 1.0, 1.0),  # nothing wanted, nothing told
        (Tally(0, 2, 0), 0.0, 1.0, 0.0),
        (Tally(0, 0, 2), 0.0, 0.0, 0.0),
        (Tally(5, 2, 2), 2.5, 2.5, 2.5),  # a mean
    ],
)
def test_shares(tally: Tally, precision: float, recall: float, f1: float) -> None:
    assert (tally.precision, tally.recall) == (precision, recall)
    assert tally.f1 == pytest.approx(f1)


def test_tallies_add_up() -> None:
    assert one(True) + one(False) + Tally(1, 2, 3) == Tally(2, 4, 5)


def test_intervals_hold_the_figure_and_are_the_same_each_time() -> None:
    articles = [{"statements": Tally(i % 3, 2, 2)} for i in range(12)]
    found = intervals(articles)
    low, high = found["statements"]
    assert low < sum((a["statements"] for a in articles), Tally()).f1 < high
    assert low >= 0
    assert high <= 1
    assert intervals(articles) == found


def test_more_articles_make_a_figure_surer() -> None:
    few = [{"m": Tally(i % 2, 1, 1)} for i in range(6)]
    (low, high), (lower, higher) = intervals(few)["m"], intervals(few * 20)["m"]
    assert higher - lower < (high - low) / 2


def test_articles_that_are_alike_leave_no_doubt() -> None:
    assert intervals([{"m": Tally(1, 2, 2)}] * 5) == {"m": (0.5, 0.5)}


def test_an_article_without_the_measure_adds_nothing() -> None:
    assert intervals([{"m": Tally(1, 1, 1)}, {}]) == {"m": (1.0, 1.0)}
    assert intervals([{"m": Tally()}]) == {"m": (1.0, 1.0)}


GOLD: Json = {
    "actors": [KOVAC, FERRER],
    "statements": [quoted(ROAD, "k"), quoted(PATIENCE, "f")],
}


def test_every_measure_has_a_meaning_and_every_meaning_a_measure(compare: Compare) -> None:
    meeting = {"participants": ["k", "f"], "place": "Vaduz", "kind": "call", "status": "held"}
    full = GOLD | {"meetings": [meeting], "missions": [{"name": "KFOR"}], "headline": "Talks"}
    full["missions"][0]["lead"] = "NATO"
    assert list(measured(compare(full, full))) == list(MEANINGS)
    assert set(MEANINGS) >= MEANS


def test_articles_are_added_up(compare: Compare) -> None:
    told = {"actors": [KOVAC], "statements": [quoted(ROAD, "k")]}
    scored = evaluation([compare(GOLD, GOLD), compare(GOLD, told), compare(GOLD, {})])
    assert scored.totals["statements"] == Tally(3, 3, 6)
    assert scored.totals["spans_exact"] == Tally(3, 3, 3)
    assert "meeting_date" not in scored.totals
    assert [a.tallies["statements"].right for a in scored.articles] == [2, 1, 0]
    assert set(scored.intervals) >= {"statements", "persons"}
