"""The learned weights of signs, and the probability that they give a fact."""

import math
from collections.abc import Iterable
from functools import cache

from loaders.tables import rows

BASE = "*"  # the row of a kind's intercept
THRESHOLD = 0.5  # a fact more likely wrong than right is doubted: it enters no list and no graph
_DIGITS = 3  # as many as a claim's confidence is written with


def probability(kind: str, signs: Iterable[str]) -> float:
    """How likely a fact of the kind with these signs is right, on texts that nobody tuned to."""
    known = weights()[kind]
    total = known[BASE] + math.fsum(known.get(sign, 0.0) for sign in set(signs))
    return round(1 / (1 + math.exp(-total)), _DIGITS)


@cache
def weights() -> dict[str, dict[str, float]]:
    """The weights of `confidence.tsv` by kind and sign."""
    found: dict[str, dict[str, float]] = {}
    for kind, sign, weight in rows("confidence"):
        found.setdefault(kind, {})[sign] = float(weight)
    return found
