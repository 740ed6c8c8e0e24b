"""Articles as a script has them: texts or paths; and their facts."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders.article import Article
from loaders.facts import Facts
from loaders.sources import STDIN, Failure, read_paths
from loaders.sources.metadata import checked
from service.errors import UsageError
from service.extraction import batches, extract_batch

_TEXT = "text"


def extract(
    source: str | Path, *, name: str = _TEXT, collection: str | None = None, **known: str | None
) -> list[Facts]:
    """What articles say, without a store: of a text (`str`), or of a file or folder (`Path`).

    `known` is what you know beside the text: published, publisher, url, title, language,
    author, license. Raises UsageError where something can't be read.
    """
    found = list(articles([source], name, collection, known))
    failed = [one for one in found if isinstance(one, Failure)]
    facts: list[Facts] = []
    for batch in batches(one for one in found if isinstance(one, Article)):
        extraction = extract_batch(batch)
        facts += extraction.facts
        failed += extraction.failed
    if failed:
        raise UsageError("\n".join(f"{one.path}: {one.reason}" for one in failed))
    return facts


def articles(
    sources: Iterable[str | Path], name: str, collection: str | None, known: dict[str, str | None]
) -> Iterator[Article | Failure]:
    """Texts and files as articles. Raises UsageError and MetadataError on what can't be known."""
    given = checked(known)
    texts = 0
    for source in sources:
        if isinstance(source, Path):
            yield from read_paths([str(source)], given, collection)
            continue
        texts += 1
        if texts > 1:
            raise UsageError("several texts at once: load each under a name of its own")
        if not source.strip():
            raise UsageError("the text is empty; a file's path must be given as Path(…)")
        own = f"{collection}/{name}" if collection else name
        yield Article(given.url or own, name, source, given, STDIN)
