"""Prints how far probabilities hold on unseen facts, model by model, kind by kind."""

from collections.abc import Sequence

import numpy as np

from benchmarks.confidence.models import Fit, boosted, by_rule, penalized
from benchmarks.confidence.reliability import Vector, bins, calibration_error, loss, ranking
from benchmarks.confidence.rows import Row
from benchmarks.confidence.training import KINDS, of_kind
from benchmarks.confidence.validation import best_strength, validated

_THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)


def report(rows: Sequence[Row]) -> None:
    """Models compared, then the reliability and the thresholds of the one that is shipped."""
    print("kind       model            facts  right   loss   AUC    ECE")
    found = {}
    for kind in KINDS:
        own = of_kind(rows, kind)
        strength = best_strength(own)
        models: dict[str, Fit] = {
            "by rule": by_rule,
            "boosted trees": boosted,
            f"logistic C={strength:g}": penalized(strength),
        }
        for name, fit in models.items():
            found[kind] = validated(own, fit)
            print(f"{kind:10} {name:15} {figures(*found[kind])}")
    together = [np.concatenate([pair[i] for pair in found.values()]) for i in (0, 1)]
    print(f"{'all':10} {'logistic':15} {figures(*together)}\n")
    reliability({**found, "all": (together[0], together[1])})
    thresholds(found)


def figures(chances: Vector, truth: Vector) -> str:
    """How many, how many of them right, log loss, AUC, calibration error."""
    measures = (loss(chances, truth), ranking(chances, truth), calibration_error(chances, truth))
    return f"{len(truth):6d}  {truth.mean():.3f}  " + "  ".join(f"{m:.3f}" for m in measures)


def reliability(found: dict[str, tuple[Vector, Vector]]) -> None:
    """A row a bin: how many facts, how sure they were, how many were right."""
    print("kind       confidence  facts  expected  right")
    for kind, (chances, truth) in found.items():
        for b in bins(chances, truth):
            span = f"{b.low:.1f}–{b.low + 0.1:.1f}"
            print(f"{kind:10} {span:10} {b.count:6d}     {b.expected:.3f}  {b.right:.3f}")


def thresholds(found: dict[str, tuple[Vector, Vector]]) -> None:
    """What each threshold takes out."""
    print("\nkind       threshold  wrong taken out  right taken out")
    for kind, (chances, truth) in found.items():
        for least in _THRESHOLDS:
            out = chances < least
            wrong, right = int((out & (truth == 0)).sum()), int((out & (truth == 1)).sum())
            print(f"{kind:10} {least:9.1f}  {wrong:5d} of {int((truth == 0).sum()):4d}", end="")
            print(f"    {right:5d} of {int(truth.sum()):4d}")
