"""Two small documents to compare: each test changes what it is about."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from service.evaluation.comparison import Comparison
from service.evaluation.records import Document

TEXT = (
    "Talks in Vaduz\n\n"
    "Ana Kovač met Luis Ferrer in Vaduz on 3 May 2031.\n\n"
    "“The road is open,” said Ms. Kovač. Ferrer promised patience and a new bridge.\n"
)
KOVAC = {"id": "k", "name": "Ana Kovač", "type": "Person", "mentions": ["Ana Kovač", "Ms. Kovač"]}
FERRER = {"id": "f", "name": "Luis Ferrer", "type": "Person", "mentions": ["Luis Ferrer"]}
OTHER = {"id": "o", "name": "Ida Holm", "type": "Person"}
Json = dict[str, Any]
Compare = Callable[..., Comparison]


def quoted(words: str, speaker: str | None, **more: object) -> Json:
    """A statement of these words of `TEXT`."""
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, "speaker": speaker, **more}


ROAD, PATIENCE, BRIDGE = "The road is open,", "patience", "a new bridge"


@pytest.fixture
def compare() -> Compare:
    """Compares gold with what was told, both given as lists of facts."""

    def compared(gold: Json, told: Json, text: str = TEXT) -> Comparison:
        sides = ({"article": "a.txt", **side} for side in (gold, told))
        return Comparison(*(msgspec.convert(side, Document) for side in sides), text)

    return compared
