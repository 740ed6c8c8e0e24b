"""Judged facts as numbers: which kind, right or wrong, which signs; never a word of the text."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.confidence.labels import labels
from loaders.anatomy import dissect
from loaders.article import Article
from loaders.confidence.cases import cases
from loaders.confidence.scene import Scene
from loaders.extractors.actors import find_cast
from loaders.pipeline import unjudged
from loaders.reading.parse import read
from service.evaluation.inputs import Read, read_gold

UNSEEN = Path(__file__).with_name("unseen.tsv")
OUTSIDE = Path(__file__).with_name("outside.tsv")


@dataclass(frozen=True)
class Row:
    """One fact; `article` is a digest of its file's name, `unseen` tells whether rules knew it."""

    article: str
    kind: str
    right: bool
    signs: tuple[str, ...]
    unseen: bool

    @property
    def rule(self) -> str:
        """The rule that found the fact."""
        return next(sign for sign in self.signs if sign.startswith("rule="))


def extracted(articles: Path, gold: Path, chosen: Callable[[str], bool] = bool) -> Iterator[Row]:
    """The facts that the present code finds in the articles whose names are chosen."""
    documents = (found.document for found in read_gold(gold) if isinstance(found, Read))
    known = {d.article: d for d in documents if chosen(d.article)}
    texts = [
        Article(key=name, name=name, text=(articles / name).read_bytes().decode())
        for name in sorted(known)
    ]
    for reading in read((article, dissect(article)) for article in texts):
        cast = find_cast(reading)
        facts = unjudged(reading, cast)
        right = labels(facts, known[facts.name])
        for case in cases(Scene(facts, reading, cast)):
            label = right.get((case.kind, case.place))
            if label is not None:
                yield Row(_digest(facts.name), case.kind, label, case.signs, unseen=False)


def stored(table: Path) -> list[Row]:
    """The rows of `unseen.tsv` or `outside.tsv`."""
    lines = table.read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if not line.startswith("#"))
    return [
        Row(article, kind, right == "1", tuple(signs.split()), unseen=table == UNSEEN)
        for _, article, kind, right, signs in cells
    ]


def line(name: str, row: Row) -> str:
    """The row as a line of `unseen.tsv`; `name` is its set's."""
    return "\t".join((name, row.article, row.kind, str(int(row.right)), " ".join(row.signs)))


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]
