"""Loads articles into the store: skips what is unchanged, extracts, links, replaces."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, field
from typing import NamedTuple

import msgspec
import pyoxigraph as ox

from loaders.article import Article
from loaders.facts import Facts
from loaders.pipeline import LANGUAGES
from loaders.run import run_name
from loaders.sources import Failure
from service.articles import article_iri, replace_articles
from service.errors import KeyTaken
from service.extraction import batches, extractor
from service.journal import Journal
from service.store.directory import StoreDirectory
from service.store.records import facts_of, fingerprint_of

PUBLISHING = 1.0  # seconds between snapshots at least: one costs as much as several articles


class Held(NamedTuple):
    """What is known of an article that is in the store, perhaps not yet in a snapshot."""

    mark: str | None
    digest: str = ""


@dataclass
class Report:
    """What became of each article, by key."""

    loaded: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    warnings: Counter[str] = field(default_factory=Counter)


def fingerprint(article: Article, base: str) -> str:
    """What an article's graph is made from: text, metadata, software, model, settings (SHA-256)."""
    parts = [article.key, article.name, article.text, astuple(article.metadata), run_name(), base]
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()


@dataclass
class Loader:
    """Loads into one store; `told` hears how many articles are done."""

    directory: StoreDirectory
    base: str
    force: bool = False
    jobs: int = 1
    told: Callable[[int], None] = lambda _: None
    report: Report = field(default_factory=Report)
    _seen: dict[str, str] = field(default_factory=dict)
    _loaded: dict[str, Held] = field(default_factory=dict)

    def load(self, items: Iterable[Article | Failure]) -> Report:
        """Load everything; what fails is reported and the rest goes on."""
        self.directory.publish_pending()
        try:
            with extractor(self.jobs) as extracted:
                for articles, extraction in extracted(self._wanted(items)):
                    self.report.failed.extend(extraction.failed)
                    self._store(articles, extraction.facts)
                    self.told(len(articles))
        finally:
            self.directory.publish_pending()
        return self.report

    def _wanted(self, items: Iterable[Article | Failure]) -> Iterator[list[Article]]:
        """Batches of what must be read; failures and unchanged articles are noted on the way."""
        for batch in batches(items):
            self.report.failed.extend(i for i in batch if isinstance(i, Failure))
            articles = [i for i in batch if isinstance(i, Article)]
            with self.directory.reading() as store:
                wanted = [a for a in articles if self._is_wanted(store, a)]
            self.told(len(batch) - len(wanted))
            yield wanted

    def _is_wanted(self, store: ox.Store, article: Article) -> bool:
        try:
            self._claim_key(store, article)
        except KeyTaken as taken:
            self.report.failed.append(Failure(article.key, str(taken)))
            return False
        held = self._loaded.get(article.key) or Held(
            fingerprint_of(store, article_iri(self.base, article.key))
        )
        if held.mark == fingerprint(article, self.base) and not self.force:
            self.report.unchanged.append(article.key)
            return False
        return True

    def _claim_key(self, store: ox.Store, article: Article) -> None:
        """Raise KeyTaken where another text from elsewhere bears the key."""
        origin = self._seen.get(article.key)
        if origin is None and fingerprint_of(store, article_iri(self.base, article.key)):
            with Journal(self.directory.path) as journal:
                origin = journal.origin(article.key)
        if not article.metadata.url and origin not in {None, article.origin}:
            digest = hashlib.sha256(article.text.encode()).hexdigest()
            if digest != self._digest(store, article.key):
                raise KeyTaken(
                    f"an article of this name is already held, from {origin}; this one is from "
                    f"{article.origin}: give --collection NAME to keep them apart"
                )
        self._seen[article.key] = article.origin

    def _digest(self, store: ox.Store, key: str) -> str | None:
        if key in self._loaded:
            return self._loaded[key].digest
        iri = article_iri(self.base, key)
        return facts_of(store, iri).digest if fingerprint_of(store, iri) else None

    def _store(self, articles: list[Article], facts: list[Facts]) -> None:
        if not facts:
            return
        read = {one.key for one in facts}
        articles = [a for a in articles if a.key in read]
        marks = {a.key: fingerprint(a, self.base) for a in articles}
        with self.directory.writing("load", every=PUBLISHING) as writer:
            writer.reached = replace_articles(writer.graph, self.base, facts, marks)
        self._loaded.update({one.key: Held(marks[one.key], one.digest) for one in facts})
        with Journal(self.directory.path) as journal:
            journal.note(articles)
        for one in facts:
            self._note(one)

    def _note(self, facts: Facts) -> None:
        self.report.loaded.append(facts.key)
        self.report.warnings.update(warned.code for warned in facts.warnings)
        if facts.anatomy.language not in LANGUAGES:
            self.report.unread.append((facts.key, facts.anatomy.language))
        elif not (facts.actors or facts.meetings or facts.statements or facts.missions):
            self.report.empty.append(facts.key)
