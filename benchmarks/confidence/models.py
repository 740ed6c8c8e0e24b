"""What could give a fact its probability: precision by rule, logistic regression, boosted trees."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.confidence.reliability import Vector
from benchmarks.confidence.rows import Row

Predict = Callable[[Sequence[Row]], Vector]
Fit = Callable[[Sequence[Row]], Predict]
SELDOM = 3  # a sign that fewer facts show is not learned
_SHIFT = 20.0  # lets the weight of "unseen" move almost freely under the same penalty
_PRIOR = 6.0  # facts' worth of the mean precision in a rule's own


@dataclass(frozen=True)
class Logistic:
    """Weights by sign; `base` is the intercept on texts that no rule was tuned to."""

    base: float
    weights: dict[str, float]
    shift: float

    def __call__(self, rows: Sequence[Row]) -> Vector:
        """Probabilities of the rows as if all were unseen."""
        totals = [self.base + sum(self.weights.get(s, 0.0) for s in set(r.signs)) for r in rows]
        return np.asarray(1 / (1 + np.exp(-np.array(totals))))


def logistic(rows: Sequence[Row], strength: float) -> Logistic:
    """L2-regularized logistic regression; tuned and unseen texts differ by one weight."""
    signs = _signs(rows)
    table = _table(rows, signs)
    shown = np.array([[_SHIFT * row.unseen] for row in rows])
    model = LogisticRegression(C=strength, solver="newton-cholesky", tol=1e-8)
    model.fit(np.hstack([shown, table]), [row.right for row in rows])
    first, *others = (float(w) for w in model.coef_[0])
    shift = first * _SHIFT
    return Logistic(
        float(model.intercept_[0]) + shift, dict(zip(signs, others, strict=True)), shift
    )


def penalized(strength: float) -> Fit:
    """Logistic regression under that penalty."""
    return lambda rows: logistic(rows, strength)


def by_rule(rows: Sequence[Row]) -> Predict:
    """Each rule's own precision, smoothed towards that of unseen texts."""
    base = float(np.mean([row.right for row in rows if row.unseen]))
    told: dict[str, int] = defaultdict(int)
    right: dict[str, int] = defaultdict(int)
    for row in rows:
        told[row.rule] += 1
        right[row.rule] += row.right

    def predict(others: Sequence[Row]) -> Vector:
        shares = [(right[r.rule] + _PRIOR * base) / (told[r.rule] + _PRIOR) for r in others]
        return np.array(shares)

    return predict


def boosted(rows: Sequence[Row]) -> Predict:
    """LightGBM over the same signs: measured beside the others, never shipped."""
    from lightgbm import LGBMClassifier

    signs = _signs(rows)
    model = LGBMClassifier(
        n_estimators=60,
        learning_rate=0.08,
        num_leaves=7,
        min_child_samples=10,
        deterministic=True,
        n_jobs=1,
        verbose=-1,
    )
    shown = np.array([[float(row.unseen)] for row in rows])
    model.fit(np.hstack([shown, _table(rows, signs)]), [row.right for row in rows])

    def predict(others: Sequence[Row]) -> Vector:
        table = np.hstack([np.ones((len(others), 1)), _table(others, signs)])
        return np.asarray(model.booster_.predict(table))

    return predict


def _signs(rows: Sequence[Row]) -> list[str]:
    count = Counter(sign for row in rows for sign in set(row.signs))
    return sorted(sign for sign, number in count.items() if number >= SELDOM)


def _table(rows: Sequence[Row], signs: Sequence[str]) -> Vector:
    order = {sign: i for i, sign in enumerate(signs)}
    table = np.zeros((len(rows), len(signs)))
    for i, row in enumerate(rows):
        for sign in row.signs:
            if sign in order:
                table[i, order[sign]] = 1.0
    return table
