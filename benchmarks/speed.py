"""Words a second of the whole pipeline over those of the bare spaCy pipeline, in one process."""

import sys
import time
from collections.abc import Callable

from benchmarks.shared import briefings
from loaders.article import Article
from loaders.pipeline import extract
from loaders.reading.parse import BATCH, language


def main(count: int = 300) -> None:
    """Measure both in turn, three times, and take each one's best."""
    articles = list(briefings(count))
    words = sum(len(a.text.split()) for a in articles)
    ours = _best(lambda: sum(1 for _ in extract(articles)))
    bare = _best(lambda: _parse(articles))
    print(f"{count} articles, {words:,} words")
    print(f"pipeline   {words / ours:8,.0f} words/s")
    print(f"bare spaCy {words / bare:8,.0f} words/s")
    print(f"ratio      {bare / ours:8.2f}")


def _parse(articles: list[Article]) -> int:
    texts = (a.text for a in articles)
    return sum(1 for _ in language().pipe(texts, batch_size=BATCH))


def _best(work: Callable[[], int], rounds: int = 3) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
