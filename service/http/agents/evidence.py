"""What every answer carries: exact words, where they stand, and how to cite them."""

from collections import Counter
from dataclasses import dataclass

import pyoxigraph as ox

from service.http.linked.addresses import absolute
from service.http.links import label, page_of
from service.http.pages.told import classes
from service.http.state import state
from service.http.tellings import Article, Quote, Telling, telling, tellings
from service.store.patterns import objects
from service.store.search.entries import REPORTED

FEW = 3  # claims about each thing of a list
_QUOTES = '“”"„ '
_CUE = "cue"  # the verb of speech, which the words show
MANY = 20  # claims about the one thing that was asked for


@dataclass(frozen=True)
class Source:
    """An article; `published` is empty where it is undated."""

    iri: str
    key: str
    title: str
    publisher: str
    published: str


@dataclass(frozen=True)
class Words:
    """Exact words of the article from `start` to `end` (code points), within their sentence.

    `text` is null where the settings keep articles' texts from being shown.
    """

    start: int
    end: int
    text: str | None
    sentence: str | None
    cite: str


@dataclass(frozen=True)
class Evidence:
    """One claim of one article: what it says, how it is meant, in which words."""

    claim: str
    says: list[str]
    words: list[Words]
    article: Source
    factuality: str
    accepted: bool
    confidence: str
    said_by: list[str]


@dataclass(frozen=True)
class Thing:
    """Something in the graph."""

    iri: str
    name: str
    kinds: list[str]
    page: str


def thing(store: ox.Store, iri: ox.NamedNode) -> Thing:
    """A thing by its name and page."""
    page = page_of(iri.value)
    shown = absolute(page) if page else iri.value
    return Thing(iri.value, label(store, iri), sorted(classes(store, iri)), shown)


def evidence(store: ox.Store, about: ox.NamedNode, most: int = FEW) -> list[Evidence]:
    """The claims about a thing; of a claim, itself."""
    if any(objects(store, about, REPORTED)) and "Claim" in classes(store, about):
        return [_evidence(telling(store, about))]
    return [_evidence(one) for one in _by_turns(tellings(store, about))[:most]]


def _by_turns(told: list[Telling]) -> list[Telling]:
    """The first claim of each article, then the second of each, and so on."""
    turns: Counter[str] = Counter()
    ranked = []
    for one in told:
        ranked.append((turns[one.article.iri], one))
        turns[one.article.iri] += 1
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]


def _evidence(one: Telling) -> Evidence:
    article = source(one.article)
    return Evidence(
        _claim(one),
        [f"{what}: {value.text}" for what, value in one.says if what != _CUE],
        [words(article, quote) for quote in one.quotes],
        article,
        one.factuality,
        one.accepted,
        one.confidence,
        [actor.text for actor in one.said_by],
    )


def _claim(one: Telling) -> str:
    """A claim's IRI, which begins as its article's."""
    segment = one.article.iri.rpartition("/")[2]
    return f"{state().settings.base}claim/{segment}/{one.name}"


def source(article: Article) -> Source:
    """An article as answers name it."""
    return Source(article.iri, article.key, article.title, article.publisher, article.published)


def words(article: Source, quote: Quote) -> Words:
    """Words with their sentence and a citation."""
    shown = quote.shown
    sentence = f"{shown.before}{shown.words}{shown.after}" if shown else None
    said = shown.words if shown else None
    return Words(quote.start, quote.end, said, sentence, cite(article, quote.start, quote.end))


def cite(article: Source, start: int, end: int) -> str:
    """Who published what and when, and the place in it."""
    parts = (article.publisher, f"“{article.title.strip(_QUOTES)}”", article.published or "undated")
    told = ", ".join(part for part in parts if part)
    return f"{told}, characters {start}-{end}. {article.iri}"
