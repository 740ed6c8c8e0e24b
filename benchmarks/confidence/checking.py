"""Judges the shipped table on a set of articles, as the pipeline gives it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.confidence.report import figures, reliability
from benchmarks.confidence.rows import Row, extracted
from benchmarks.confidence.training import BORROWED, KINDS, of_kind
from benchmarks.quality import CLOSED, SETS
from loaders.confidence.weights import probability


def check(name: str) -> None:
    """Print reliability and calibration error, kind by kind and together."""
    rows = list(_rows(name))
    chances = np.array([probability(row.kind, row.signs) for row in rows])
    truth = np.array([float(row.right) for row in rows])
    kinds = np.array([row.kind for row in rows])
    print(f"== {name}\nkind       facts  right   loss   AUC    ECE")
    found = {}
    for kind in (*KINDS, BORROWED):
        if of_kind(rows, kind):
            found[kind] = (chances[kinds == kind], truth[kinds == kind])
            print(f"{kind:8} {figures(*found[kind])}")
    print(f"{'all':8} {figures(chances, truth)}\n")
    reliability({**found, "all": (chances, truth)})


def _rows(name: str) -> Iterator[Row]:
    if ":" in name:
        articles, gold = name.split(":")
        return extracted(Path(articles), Path(gold))
    if name in {"open", "closed"}:
        return extracted(*SETS[name], lambda n: bool(CLOSED.match(n)) == (name == "closed"))
    return extracted(*SETS[name])
