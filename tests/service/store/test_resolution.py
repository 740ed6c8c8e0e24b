"""Which label and which status the default graph shows."""

import pyoxigraph as ox
import pytest

from service.store.resolution import LABEL, Candidate, chosen


@pytest.mark.parametrize(
    ("labels", "best"),
    [
        (("Kovac", "Kovač"), "Kovač"),
        (("Kovač", "Ana Kovač"), "Ana Kovač"),
        (("norway", "Norway"), "Norway"),
        (("a-union-of-many-lakes", "Lakes Union"), "Lakes Union"),
        (("ko", "al"), "ko"),
    ],
)
def test_the_label_that_people_know(labels: tuple[str, ...], best: str) -> None:
    found = [Candidate(ox.Literal(label), "") for label in labels]
    assert chosen(LABEL, found).value == best
    assert chosen(LABEL, reversed(found)).value == best
