"""Quality floors on our own articles: a change that costs points fails here."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.documents import document
from loaders.pipeline import extract
from loaders.sources import Failure, read_paths

ARTICLES, GOLD = Path("examples/articles"), Path("examples/gold")
FLOOR_RECALL, FLOOR_PRECISION = 0.72, 0.92  # a few points below what stands in docs/quality.md
Json = dict[str, object]


@pytest.fixture(scope="module")
def documents() -> dict[str, Json]:
    found = [a for a in read_paths([str(ARTICLES)]) if not isinstance(a, Failure)]
    return {facts.name: document(facts) for facts in extract(found)}


def gold() -> Iterator[Json]:
    for file in sorted(GOLD.glob("*.json")):
        yield json.loads(file.read_text(encoding="utf-8"))


def spans(told: Json) -> set[tuple[int, int]]:
    statements = told["statements"]
    assert isinstance(statements, list)
    return {(s["start"], s["end"]) for s in statements}


def agreeing(wanted: tuple[int, int], found: set[tuple[int, int]]) -> bool:
    """Whether a span found shares half of what the two cover together (as `score.py` asks)."""
    for start, end in found:
        shared = min(end, wanted[1]) - max(start, wanted[0])
        if 2 * shared >= max(end, wanted[1]) - min(start, wanted[0]):
            return True
    return False


def test_statements_are_found_and_few_are_invented(documents: dict[str, Json]) -> None:
    hits = wanted = told = 0
    for article in gold():
        found = spans(documents[str(article["article"])])
        right = spans(article)
        hits += sum(agreeing(span, found) for span in right)
        wanted, told = wanted + len(right), told + len(found)
    assert hits / wanted >= FLOOR_RECALL
    assert hits / told >= FLOOR_PRECISION


def test_dates_and_headlines_are_right(documents: dict[str, Json]) -> None:
    articles = list(gold())
    for key in ("published", "headline"):
        right = sum(documents[str(a["article"])][key] == a[key] for a in articles)
        assert right >= len(articles) - 1, key
