"""An article: its text with every fact marked in place, the facts beside it, what was skipped."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from flask import render_template
from rdflib.namespace import DCTERMS, SDO

from loaders.facts import Skipped
from loaders.mapping.nodes import node
from ontology.terms import CMQ, NIF
from service.http.links import Link, link
from service.http.pages.marks import Mark, marked
from service.http.pages.told import classes, links_of, texts_of
from service.http.publishing import Publishing, publishing
from service.http.state import state
from service.http.tellings import Telling, article_of, of_article, one, spans_of
from service.store.patterns import subjects
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
    """A claim beside the text; `anchor` is where marks lead."""

    anchor: str
    kind: str
    thing: Link
    telling: Telling


def facts(store: ox.Store, article: ox.NamedNode) -> list[Fact]:
    """Every fact of an article in the order of the text."""
    return [
        Fact(
            f"fact-{telling.name}",
            _kind(store, telling),
            link(store, ox.NamedNode(telling.subject)),
            telling,
        )
        for telling in of_article(store, article)
    ]


def _kind(store: ox.Store, telling: Telling) -> str:
    found = classes(store, ox.NamedNode(telling.subject))
    if telling.name.startswith("mission"):
        return "mission"
    return next((kind for name, kind in _CLASS_KINDS.items() if name in found), "actor")


def marks(store: ox.Store, article: ox.NamedNode, found: list[Fact]) -> Iterator[Mark]:
    """Where facts and the names of things stand in the text."""
    for fact in found:
        title = f"{KINDS[fact.kind]}: {fact.thing.text}"
        for quote in fact.telling.quotes:
            yield Mark(quote.start, quote.end, (fact.kind,), title, fact.anchor)
    for fact in found:
        if fact.kind in {"actor", "statement", "instrument"}:
            title = f"{KINDS[fact.kind]}: {fact.thing.text}"
            for start, end in spans_of(store, ox.NamedNode(fact.telling.subject), article):
                yield Mark(start, end, (fact.kind,), title, fact.anchor)


def _skipped(store: ox.Store, article: ox.NamedNode) -> tuple[Skipped, ...]:
    """What the reader left out; only the store's own records tell."""
    if fingerprint_of(store, article) is None:
        return ()
    return facts_of(store, article).anatomy.skipped


def page(store: ox.Store, article: ox.NamedNode) -> str:
    """The article's page."""
    found, shown = facts(store, article), publishing(state().settings)
    text = one(store, article, NIF.isString)
    skipped = [
        Mark(s.span.start, s.span.end, ("skipped",), f"not read: {s.reason}", "skipped")
        for s in _skipped(store, article)
    ]
    full = shown is Publishing.FULL
    return render_template(
        "article.html",
        article=article_of(store, article),
        author="; ".join(texts_of(store, article, DCTERMS.creator)),
        url=one(store, article, SDO.url),
        language=one(store, article, DCTERMS.language) or None,
        derivation=links_of(store, article, CMQ.publishedDerivation),
        dateline=texts_of(store, article, CMQ.datelinePlace),
        licence=texts_of(store, article, DCTERMS.license),
        text=marked(text, (*marks(store, article, found), *skipped)) if full else None,
        publishing=shown.value,
        groups=[(kind, name, [f for f in found if f.kind == kind]) for kind, name in KINDS.items()],
        total=len(found),
        skipped=[(s.title, s.start, s.end, text[s.start : s.end] if full else "") for s in skipped],
        warnings=_warnings(store, article),
        iri=article.value,
    )


def _warnings(store: ox.Store, article: ox.NamedNode) -> list[str]:
    own = [w for w in subjects(store, node(CMQ.inArticle), article) if "/warning/" in w.value]
    return sorted(message for w in own for message in texts_of(store, w, CMQ.message))
