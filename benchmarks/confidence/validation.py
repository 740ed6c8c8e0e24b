"""Cross-validation by article, judged on the unseen facts alone."""

from collections.abc import Sequence

import numpy as np

from benchmarks.confidence.models import Fit, penalized
from benchmarks.confidence.reliability import Vector, calibration_error, loss
from benchmarks.confidence.rows import Row

FOLDS = 10
STRENGTHS = (0.01, 0.03, 0.1)
STRONG = 0.1
_FEW = 100  # unseen facts on which a choice of penalty would be chance
_AS_GOOD = 0.01  # losses closer than this are no difference on so few facts


def validated(rows: Sequence[Row], fit: Fit) -> tuple[Vector, Vector]:
    """Probabilities and truth of the unseen rows, each predicted without its article."""
    folds = [int(row.article, 16) % FOLDS for row in rows]
    chances, truth = [], []
    for fold in range(FOLDS):
        known = [row for row, where in zip(rows, folds, strict=True) if where != fold]
        asked = [r for r, where in zip(rows, folds, strict=True) if where == fold and r.unseen]
        if asked:
            chances.append(fit(known)(asked))
            truth.append(np.array([float(row.right) for row in asked]))
    return np.concatenate(chances), np.concatenate(truth)


def best_strength(rows: Sequence[Row]) -> float:
    """Of the penalties that lose next to nothing against the best, the best calibrated."""
    if sum(row.unseen for row in rows) < _FEW:
        return STRONG
    found = {c: validated(rows, penalized(c)) for c in STRENGTHS}
    losses = {c: loss(*pair) for c, pair in found.items()}
    good = [c for c in STRENGTHS if losses[c] <= min(losses.values()) + _AS_GOOD]
    return min(good, key=lambda c: (calibration_error(*found[c]), c))
