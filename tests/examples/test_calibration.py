"""Confidence on our own articles: no surer than right, and telling right from wrong."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks.confidence.reliability import bins, calibration_error, loss, ranking
from benchmarks.confidence.rows import OUTSIDE, UNSEEN, Row, extracted, line, stored
from loaders.confidence.weights import probability

ARTICLES, GOLD = Path("examples/articles"), Path("examples/gold")


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return list(extracted(ARTICLES, GOLD))


def test_confidence_holds_on_our_articles(rows: list[Row]) -> None:
    chances = np.array([probability(row.kind, row.signs) for row in rows])
    truth = np.array([float(row.right) for row in rows])
    # The weights speak of unseen texts, ours were read: they do better than promised.
    assert calibration_error(chances, truth) <= 0.12
    assert chances.mean() <= truth.mean()
    assert ranking(chances, truth) >= 0.8


def test_confidence_holds_on_unseen_facts() -> None:
    shown = stored(UNSEEN)
    chances = np.array([probability(row.kind, row.signs) for row in shown])
    truth = np.array([float(row.right) for row in shown])
    # Weights are shrunk, so on what they were learned from they promise a little too little.
    assert calibration_error(chances, truth) <= 0.07
    assert ranking(chances, truth) >= 0.8


def test_unseen_rows_are_numbers_without_words(rows: list[Row]) -> None:
    known = {row.article for row in stored(UNSEEN)}
    assert len(known) == 91
    assert len({row.article for row in stored(OUTSIDE)} & known) == 52
    assert all(len(article) == 8 and int(article, 16) >= 0 for article in known)
    assert not known & {row.article for row in rows}
    assert line("set", rows[0]).split("\t")[0] == "set"


def test_calibration_error_is_the_weighted_gap() -> None:
    chances, truth = np.array([0.95, 0.95, 0.15, 0.15]), np.array([1.0, 0.0, 0.0, 0.0])
    assert [(b.low, b.count) for b in bins(chances, truth)] == [(0.1, 2), (0.9, 2)]
    assert calibration_error(chances, truth) == pytest.approx(0.3)
    assert ranking(chances, truth) == pytest.approx(2.5 / 3)
    assert loss(np.array([0.5]), np.array([1.0])) == pytest.approx(0.6931, abs=1e-4)
