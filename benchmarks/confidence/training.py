"""Learns the table of weights: `loaders/tables/confidence.tsv`."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.confidence.models import Logistic, logistic
from benchmarks.confidence.rows import Row
from benchmarks.confidence.validation import STRONG, best_strength
from loaders.confidence.weights import BASE

TABLE = Path("loaders/tables/confidence.tsv")
KINDS = ("statement", "meeting", "role", "actor")
BORROWED = "mission"  # too few unseen facts of missions to learn what unseen texts cost
_HEAD = """\
# Weights of the signs by which facts are judged (loaders/confidence): kind, sign, weight.
# The sum of a fact's weights and of its kind's base (*) is the log odds that the fact is right on
# texts that nobody tuned to. Learned by `python -m benchmarks.confidence train`
# (docs/confidence.md).
"""


def trained(rows: Sequence[Row]) -> dict[str, Logistic]:
    """A model a kind."""
    models = {}
    for kind in KINDS:
        own = of_kind(rows, kind)
        models[kind] = logistic(own, best_strength(own))
    models[BORROWED] = borrowing(of_kind(rows, BORROWED), models.values())
    return models


def of_kind(rows: Iterable[Row], kind: str) -> list[Row]:
    """The rows of one kind."""
    return [row for row in rows if row.kind == kind]


def borrowing(rows: Sequence[Row], others: Iterable[Logistic]) -> Logistic:
    """A model of tuned texts alone, with what unseen ones cost the other kinds on average."""
    shifts = [model.shift for model in others]
    mean = sum(shifts) / len(shifts)
    alone = logistic([replace(row, unseen=False) for row in rows], STRONG)
    return Logistic(alone.base + mean, alone.weights, mean)


def written(models: dict[str, Logistic]) -> str:
    """The table, sorted; weights that round to nothing are left out."""
    lines = []
    for kind, model in models.items():
        lines.append(f"{kind}\t{BASE}\t{model.base:.2f}")
        rounded = {sign: f"{weight:.2f}" for sign, weight in sorted(model.weights.items())}
        lines += [f"{kind}\t{s}\t{w}" for s, w in rounded.items() if float(w)]
    return _HEAD + "\n".join(lines) + "\n"
