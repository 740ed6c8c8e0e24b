"""Extraction in batches, in this process or in others; what fails doesn't take the rest with it."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from loaders.article import Article
from loaders.facts import Facts
from loaders.pipeline import extract
from loaders.sources import Failure

BATCH = 32  # articles in one transaction: a kill loses at most one batch's work, never half of it
Item = TypeVar("Item")


@dataclass(frozen=True)
class Extraction:
    """What came of one batch."""

    facts: list[Facts]
    failed: list[Failure]


Extractor = Callable[[Iterator[list[Article]]], Iterator[tuple[list[Article], Extraction]]]


def batches(items: Iterable[Item], size: int = BATCH) -> Iterator[list[Item]]:
    """The items, `size` at a time."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


@contextmanager
def extractor(jobs: int) -> Iterator[Extractor]:
    """Extraction of batches, in order, in this process or in `jobs` others."""
    if jobs == 1:
        yield lambda groups: ((group, extract_batch(group)) for group in groups)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield lambda groups: _ahead(pool, groups, jobs)


def _ahead(
    pool: ProcessPoolExecutor, groups: Iterator[list[Article]], jobs: int
) -> Iterator[tuple[list[Article], Extraction]]:
    """Keep every process busy and one batch waiting: memory stays flat."""
    under_way = []
    for group in groups:
        under_way.append((group, pool.submit(extract_batch, group)))
        if len(under_way) > jobs:
            articles, future = under_way.pop(0)
            yield articles, future.result()
    for articles, future in under_way:
        yield articles, future.result()


def extract_batch(articles: list[Article]) -> Extraction:
    """Facts of one batch, the unit of work of a process.

    This is the one edge where any fault is caught: of an article that no rule foresaw
    the user hears, and the rest of the batch is read.
    """
    try:
        return Extraction(list(extract(articles)), [])
    except Exception as error:  # noqa: BLE001
        if len(articles) == 1:
            kind = type(error).__name__
            reason = f"reading it failed ({kind}: {error}); please report this article"
            return Extraction([], [Failure(articles[0].origin or articles[0].key, reason)])
    parts = [extract_batch([article]) for article in articles]
    facts = [one for part in parts for one in part.facts]
    return Extraction(facts, [failure for part in parts for failure in part.failed])
