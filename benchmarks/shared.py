"""Where the third-party texts lie that are measured with and never copied."""

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

from loaders.article import Article

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", "../shared"))


def briefings(count: int) -> Iterator[Article]:
    """The first `count` texts of the load corpus."""
    with gzip.open(SHARED / "corpora/briefings-load.jsonl.gz", "rt", encoding="utf-8") as lines:
        for _, line in zip(range(count), lines, strict=False):
            row = json.loads(line)
            yield Article(row["id"], row["id"], row["text"])
