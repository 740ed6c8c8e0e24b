"""The table of weights, and the probability that it gives."""

import math

import pytest

from loaders.confidence.weights import BASE, probability, weights

KINDS = {"statement", "meeting", "role", "actor", "mission"}


def test_every_kind_has_a_base_and_finite_weights() -> None:
    assert weights().keys() == KINDS
    assert all(BASE in signs for signs in weights().values())
    assert all(
        math.isfinite(w) and abs(w) < 6 for signs in weights().values() for w in signs.values()
    )


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_base_alone_is_its_own_log_odds(kind: str) -> None:
    odds = weights()[kind][BASE]
    assert probability(kind, []) == pytest.approx(1 / (1 + math.exp(-odds)), abs=0.0005)


@pytest.mark.parametrize(
    ("kind", "sign"),
    [
        (k, s)
        for k, signs in sorted(weights().items())
        for s in sorted(signs)
        if abs(signs[s]) > 0.2
    ],
)
def test_a_sign_moves_the_probability_its_own_way(kind: str, sign: str) -> None:
    if sign == BASE:
        return
    without, shown = probability(kind, ["unknown"]), probability(kind, ["unknown", sign])
    assert (shown > without) == (weights()[kind][sign] > 0)


def test_a_sign_shown_twice_counts_once_and_order_is_nothing() -> None:
    signs = [s for s in sorted(weights()["statement"]) if s != BASE][:40]
    once = probability("statement", signs)
    assert probability("statement", [*reversed(signs), *signs]) == once


def test_an_unknown_kind_has_no_probability() -> None:
    with pytest.raises(KeyError):
        probability("rumour", [])


@pytest.mark.parametrize(
    ("kind", "better", "worse"),
    [
        ("statement", "speaker=Person", "speaker=State"),
        ("role", "title.words=2", "title.bygone"),
        ("actor", "State.speaks", "State.after=in"),
    ],
)
def test_what_must_be_likelier_is(kind: str, better: str, worse: str) -> None:
    assert probability(kind, [better]) > probability(kind, [worse])
