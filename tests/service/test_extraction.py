"""Batches of articles: one that breaks the extractors fails alone."""

from collections.abc import Iterable, Iterator

import pytest

from loaders.article import Article
from loaders.facts import Facts
from loaders.pipeline import extract
from loaders.sources import Failure
from service import extraction
from service.extraction import batches, extract_batch, extractor

GOOD = Article("a.txt", "a.txt", "Ana Kovač of Norway met Luis Ferrer in Oslo.")
BAD = Article("b.txt", "b.txt", "This one no rule foresaw.", origin="/in/b.txt")


def fragile(articles: Iterable[Article]) -> Iterator[Facts]:
    for article in articles:
        if article.key == BAD.key:
            raise ZeroDivisionError("no names")
        yield from extract([article])


def test_one_that_fails_leaves_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "extract", fragile)
    done = extract_batch([GOOD, BAD, GOOD])
    assert [facts.key for facts in done.facts] == ["a.txt", "a.txt"]
    (failure,) = done.failed
    assert failure == Failure(
        "/in/b.txt",
        "reading it failed (ZeroDivisionError: no names); please report this article",
    )


def test_batches_keep_the_order_and_the_rest() -> None:
    assert list(batches(range(5), 2)) == [[0, 1], [2, 3], [4]]


def test_other_processes_find_the_same() -> None:
    groups = [[GOOD], [BAD], [GOOD, BAD]]
    with extractor(1) as here, extractor(2) as there:
        assert list(here(iter(groups))) == list(there(iter(groups)))
