"""How far probabilities hold: bins, expected calibration error, log loss, ranking."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
BINS = 10


@dataclass(frozen=True)
class Bin:
    """Facts whose probability lies in one tenth: how many, expected and found right."""

    low: float
    count: int
    expected: float
    right: float


def bins(chances: Vector, truth: Vector) -> Iterator[Bin]:
    """The tenths that hold any fact."""
    where = np.minimum((chances * BINS).astype(int), BINS - 1)
    for i in range(BINS):
        inside = where == i
        if inside.any():
            expected, right = float(chances[inside].mean()), float(truth[inside].mean())
            yield Bin(i / BINS, int(inside.sum()), expected, right)


def calibration_error(chances: Vector, truth: Vector) -> float:
    """The expected calibration error over ten bins."""
    gaps = sum(b.count * abs(b.expected - b.right) for b in bins(chances, truth))
    return gaps / len(truth)


def loss(chances: Vector, truth: Vector) -> float:
    """The mean log loss."""
    sure = np.clip(chances, 1e-4, 1 - 1e-4)
    return float(-np.mean(truth * np.log(sure) + (1 - truth) * np.log(1 - sure)))


def ranking(chances: Vector, truth: Vector) -> float:
    """How often a right fact has more than a wrong one (AUC)."""
    right, wrong = chances[truth == 1], chances[truth == 0]
    if not len(right) or not len(wrong):
        return float("nan")
    above = (right[:, None] > wrong[None, :]).mean()
    return float(above + (right[:, None] == wrong[None, :]).mean() / 2)
