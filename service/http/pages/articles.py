"""An article: its text with every fact marked in place, the facts beside it, what was skipped."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from flask import render_template
from rdflib.namespace import DCTERMS, SDO

from loaders.facts import Skipped, Span
from ontology.terms import CMQ, NIF
from service.http.links import Link, link
from service.http.pages.cautions import caution_marks, cautions_of
from service.http.pages.marks import Mark, marked
from service.http.pages.told import classes, links_of, texts_of
from service.http.publishing import Publishing, publishing
from service.http.state import state
from service.http.tellings import Quote, Telling, article_of, of_article, one, spans_of
from service.http.tellings import quote as quote_of
from service.store.records import facts_of, fingerprint_of

KINDS = {
    "statement": "Statements",
    "meeting": "Meetings",
    "mission": "Missions and figures",
    "actor": "People and bodies",
    "role": "Offices",
    "instrument": "Agreements and documents",
    "article": "About the article",
}
_CLASS_KINDS = {
    "Statement": "statement",
    "Meeting": "meeting",
    "Mission": "mission",
    "Figure": "mission",
    "Tenure": "role",
    "Instrument": "instrument",
    "Article": "article",
}


@dataclass(frozen=True)
class Fact:
    """All that an article says of one thing, beside the text; `anchor` is where marks lead."""

    anchor: str
    kind: str
    thing: Link
    iri: str
    tellings: tuple[Telling, ...]
    quotes: tuple[Quote, ...]

    @property
    def says(self) -> list[tuple[str, Link]]:
        """What the claims say, each thing once."""
        return [*dict.fromkeys(pair for one in self.tellings for pair in one.says)]


def facts(store: ox.Store, article: ox.NamedNode) -> list[Fact]:
    """Every fact of an article in the order of the text."""
    found: dict[str, list[Telling]] = {}
    for telling in of_article(store, article):
        found.setdefault(telling.subject, []).append(telling)
    return [_fact(store, article, ox.NamedNode(iri), told) for iri, told in found.items()]


def _fact(
    store: ox.Store, article: ox.NamedNode, thing: ox.NamedNode, tellings: list[Telling]
) -> Fact:
    kind, text = _kind(store, tellings[0]), one(store, article, NIF.isString)
    quotes = {(quote.start, quote.end): quote for told in tellings for quote in told.quotes}
    if kind == "statement":  # what is said belongs to it, beside the words that report it
        for start, end in spans_of(store, thing, article):
            quotes[start, end] = quote_of(article.value, text, start, end)
    shown = tuple(quotes[span] for span in sorted(quotes))
    name = f"fact-{tellings[0].name}"
    return Fact(name, kind, link(store, thing), thing.value, tuple(tellings), shown)


def _kind(store: ox.Store, telling: Telling) -> str:
    found = classes(store, ox.NamedNode(telling.subject))
    if telling.name.startswith("mission"):
        return "mission"
    return next((kind for name, kind in _CLASS_KINDS.items() if name in found), "actor")


def marks(store: ox.Store, article: ox.NamedNode, found: list[Fact]) -> Iterator[Mark]:
    """Where facts and the names of things stand in the text."""
    for fact in found:
        title = f"{KINDS[fact.kind]}: {fact.thing.text}"
        for quote in fact.quotes:
            yield Mark(quote.start, quote.end, (fact.kind,), title, (fact.anchor,))
    for fact in found:
        if fact.kind in {"actor", "statement", "instrument"}:
            title = f"{KINDS[fact.kind]}: {fact.thing.text}"
            for start, end in spans_of(store, ox.NamedNode(fact.iri), article):
                yield Mark(start, end, (fact.kind,), title, (fact.anchor,))


def _skipped(store: ox.Store, article: ox.NamedNode) -> tuple[Skipped, ...]:
    """What the reader left out; only the store's own records tell."""
    if fingerprint_of(store, article) is None:
        return ()
    return facts_of(store, article).anatomy.skipped


def _skipped_marks(store: ox.Store, article: ox.NamedNode, found: list[Fact]) -> list[Mark]:
    """What was set aside; headlines and datelines that gave facts of the article were read."""
    read = [Span(q.start, q.end) for f in found if f.kind == "article" for q in f.quotes]
    return [
        Mark(one.span.start, one.span.end, ("skipped",), f"not read: {one.reason}", ("skipped",))
        for one in _skipped(store, article)
        if not any(span.overlaps(one.span) for span in read)
    ]


def page(store: ox.Store, article: ox.NamedNode) -> str:
    """The article's page."""
    found, shown = facts(store, article), publishing(state().settings)
    text = one(store, article, NIF.isString)
    skipped, cautions = _skipped_marks(store, article, found), cautions_of(store, article)
    full = shown is Publishing.FULL
    over = (*marks(store, article, found), *skipped, *caution_marks(cautions))
    return render_template(
        "article.html",
        article=article_of(store, article),
        author="; ".join(texts_of(store, article, DCTERMS.creator)),
        url=one(store, article, SDO.url),
        language=one(store, article, DCTERMS.language) or None,
        derivation=links_of(store, article, CMQ.publishedDerivation),
        dateline=texts_of(store, article, CMQ.datelinePlace),
        licence=texts_of(store, article, DCTERMS.license),
        text=marked(text, over) if full else None,
        publishing=shown.value,
        groups=[(kind, name, [f for f in found if f.kind == kind]) for kind, name in KINDS.items()],
        total=sum(len(f.tellings) for f in found),
        anchors={(q.start, q.end): f.anchor for f in reversed(found) for q in f.quotes},
        skipped=[(s.title, s.start, s.end, text[s.start : s.end] if full else "") for s in skipped],
        warnings=[
            (c.message, c.span, text[c.span.start : c.span.end] if full and c.span else "")
            for c in cautions
        ],
        iri=article.value,
    )
