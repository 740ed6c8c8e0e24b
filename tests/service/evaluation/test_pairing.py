"""One to one, the likest first."""

import pytest

from service.evaluation.pairing import company, overlap, paired
from service.evaluation.records import ActorRecord, StatementRecord


def span(start: int, end: int) -> StatementRecord:
    return StatementRecord(start, end)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ((0, 10), (0, 10), 1.0),
        ((0, 10), (5, 15), 5 / 15),
        ((0, 10), (0, 5), 0.5),
        ((0, 10), (10, 20), 0.0),
        ((3, 3), (3, 3), 0.0),
    ],
)
def test_overlap(one: tuple[int, int], other: tuple[int, int], share: float) -> None:
    assert overlap(span(*one), span(*other)) == share
    assert overlap(span(*other), span(*one)) == share


def people(*names: str) -> list[ActorRecord]:
    return [ActorRecord(name, type="Person") for name in names]


@pytest.mark.parametrize(
    ("some", "others", "share"),
    [
        (people("Ana Kovač", "Luis Ferrer"), people("Ferrer", "Kovač"), 1.0),
        (people("Ana Kovač", "Luis Ferrer"), people("Ana Kovač"), 0.5),
        (people("Ana Kovač"), people("Ida Holm"), 0.0),
        (people("Ana Kovač", "Ana Kovač"), people("Ana Kovač"), 0.5),  # each stands for one
        ([], [], 0.0),
    ],
)
def test_company(some: list[ActorRecord], others: list[ActorRecord], share: float) -> None:
    assert company(some, others) == share


def test_the_likest_are_paired_first_and_each_once() -> None:
    table = {("a", "x"): 0.6, ("a", "y"): 0.9, ("b", "y"): 0.8, ("b", "x"): 0.4}
    pairs = paired("ab", "xy", lambda g, t: table[g, t], 0.3)
    assert sorted(pairs) == [(0, 1), (1, 0)]
    assert paired("ab", "xy", lambda g, t: table[g, t], 0.5) == [(0, 1)]


def test_the_first_wins_where_all_are_alike() -> None:
    assert paired("ab", "xyz", lambda g, t: 1.0, 1.0) == [(0, 0), (1, 1)]


def test_nothing_below_the_least() -> None:
    assert paired("a", "x", lambda g, t: 0.49, 0.5) == []
