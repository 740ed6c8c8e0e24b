"""Gold, articles and predictions put side by side, article by article."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from loaders.article import Article
from loaders.documents import document
from loaders.sources import Failure, read_paths
from service.evaluation.comparison import Comparison
from service.evaluation.inputs import Read, offset_fault
from service.evaluation.records import Document
from service.extraction import batches, extractor

_AT_ONCE = 8  # articles in a batch: small, so that the progress bar moves

Side = tuple[Document, Article]


def with_articles(gold: Iterable[Read | Failure], folder: Path) -> list[Side | Failure]:
    """Each gold document and its article; a failure where there is none, or offsets don't hold."""
    known = list(gold)
    names = {read.document.article for read in known if isinstance(read, Read)}
    found: dict[str, list[Article | Failure]] = {}
    for item in read_paths([str(folder)]):
        name = item.name if isinstance(item, Article) else Path(item.path).name
        if name in names:
            found.setdefault(name, []).append(item)
    return [r if isinstance(r, Failure) else _side(r, found, folder) for r in known]


def _side(read: Read, found: dict[str, list[Article | Failure]], folder: Path) -> Side | Failure:
    gold = read.document
    held = found.get(gold.article, [])
    if not held:
        return Failure(read.where, f"its article {gold.article} isn't in {folder}")
    if len(held) > 1:
        return Failure(read.where, f"several files in {folder} are called {gold.article}")
    (article,) = held
    if isinstance(article, Failure):
        return Failure(read.where, f"its article can't be read: {article.reason}")
    fault = offset_fault(gold, article.text)
    return Failure(read.where, f"its offsets don't hold: {fault}") if fault else (gold, article)


def by_extraction(sides: Sequence[Side], jobs: int) -> Iterator[list[Comparison | Failure]]:
    """Comparisons with what Communiqué reads out of the articles, batch by batch."""
    gold = {article.key: document for document, article in sides}
    with extractor(jobs) as extracted:
        for articles, extraction in extracted(batches((a for _, a in sides), _AT_ONCE)):
            texts = {article.key: article.text for article in articles}
            comparisons = [
                Comparison(gold[f.key], msgspec.convert(document(f), Document), texts[f.key])
                for f in extraction.facts
            ]
            yield [*comparisons, *extraction.failed]


def with_predictions(
    sides: Sequence[Side], predicted: Iterable[Read | Failure]
) -> Iterator[list[Comparison | Failure]]:
    """Comparisons with somebody's predictions; an article without any is scored as empty."""
    told: dict[str, Document] = {}
    for read in predicted:
        if isinstance(read, Failure):
            yield [read]
        else:
            told[Path(read.document.article).name] = read.document
    for gold, article in sides:
        yield [Comparison(gold, told.get(gold.article, Document(gold.article)), article.text)]
        if gold.article not in told:
            yield [Failure(gold.article, "no prediction: scored as if nothing had been found")]
