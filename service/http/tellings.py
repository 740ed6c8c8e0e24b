"""What articles say of a thing: its claims, each with its exact words."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import RDF, RDFS

from loaders.mapping.nodes import node
from ontology.terms import CMQ, NIF
from service.http.excerpts import Excerpt, excerpt
from service.http.links import Link, label, link, page_of, predicate_label, term_label
from service.http.publishing import Publishing, publishing
from service.http.state import state
from service.store.patterns import objects, subjects, texts

_HIDDEN = {str(RDF.type), str(RDFS.label), *map(str, (CMQ.denotedBy, CMQ.reportedIn, CMQ.text))}
_DENOTED, _IN = node(CMQ.denotedBy), node(CMQ.inArticle)
_FEW = 20  # mentions up to which each is looked at
SHOWN = 50  # claims about one thing on a page
_HIDDEN |= {str(CMQ.earliest), str(CMQ.latest)}


@dataclass(frozen=True)
class Article:
    """An article as pages name it; `published` is "" where it is undated."""

    iri: str
    key: str
    title: str
    published: str
    publisher: str
    href: str


@dataclass(frozen=True)
class Quote:
    """Words of an article and the address that shows them in place."""

    href: str
    shown: Excerpt | None
    start: int
    end: int


@dataclass(frozen=True)
class Telling:
    """One claim: what it says, who says it, how sure it is, in which words."""

    claim: Link
    name: str
    subject: str
    article: Article
    says: tuple[tuple[str, Link], ...]
    quotes: tuple[Quote, ...]
    factuality: str
    accepted: bool
    confidence: str
    rule: str
    reason: str | None
    said_by: tuple[Link, ...]
    iri: str = ""


def article_of(store: ox.Store, iri: ox.NamedNode) -> Article:
    """An article by its IRI."""
    return Article(
        iri.value,
        one(store, iri, CMQ.key),
        label(store, iri),
        one(store, iri, CMQ.published),
        one(store, iri, URIRef("http://purl.org/dc/terms/publisher")),
        page_of(iri.value) or "",
    )


def one(store: ox.Store, subject: ox.NamedNode, predicate: URIRef) -> str:
    """The first of a thing's values as a string, "" where it has none."""
    return next(iter(texts(store, subject, node(predicate))), "")


def nodes(store: ox.Store, subject: ox.NamedNode, predicate: URIRef) -> list[ox.NamedNode]:
    """The things that a thing points at, by IRI."""
    found = objects(store, subject, node(predicate))
    return sorted((t for t in found if isinstance(t, ox.NamedNode)), key=lambda n: n.value)


def claims_about(store: ox.Store, thing: ox.NamedNode) -> list[ox.NamedNode]:
    """The claims about a thing, by IRI."""
    return sorted(subjects(store, node(CMQ.subject), thing), key=lambda claim: claim.value)


def tellings(store: ox.Store, thing: ox.NamedNode) -> list[Telling]:
    """Claims about a thing: dated articles first, then in the order of the text.

    At most as many as a page can show; `/data/…` has them all.
    """
    found = (telling(store, claim) for claim in claims_about(store, thing)[:SHOWN])
    return sorted(found, key=_order)


def of_article(store: ox.Store, article: ox.NamedNode) -> list[Telling]:
    """Every claim that an article makes, in the order of the text."""
    claims = (c for c in subjects(store, node(CMQ.reportedIn), article) if _is_claim(store, c))
    return sorted((telling(store, claim) for claim in claims), key=_order)


def _is_claim(store: ox.Store, thing: ox.NamedNode) -> bool:
    return ox.Quad(thing, node(RDF.type), node(CMQ.Claim)) in store


def _order(telling: Telling) -> tuple[str, str, int, str]:
    first = min((quote.start for quote in telling.quotes), default=0)
    return telling.article.published or "~", telling.article.key, first, telling.name


def telling(store: ox.Store, claim: ox.NamedNode) -> Telling:
    """One claim."""
    subject = nodes(store, claim, CMQ.subject)[0]
    article = nodes(store, claim, CMQ.reportedIn)[0]
    return Telling(
        claim=Link("claim", page_of(claim.value)),
        name=claim.value.rsplit("/", 1)[-1],
        subject=subject.value,
        article=article_of(store, article),
        says=tuple(_says(store, claim, subject)),
        quotes=tuple(_quotes(store, claim, article)),
        factuality=term_label(one(store, claim, CMQ.factuality)),
        accepted=one(store, claim, CMQ.accepted) == "true",
        confidence=one(store, claim, CMQ.confidence),
        rule=one(store, claim, CMQ.rule),
        reason=one(store, claim, CMQ.linkReason) or None,
        said_by=tuple(link(store, actor) for actor in nodes(store, claim, CMQ.saidBy)),
        iri=claim.value,
    )


def _says(
    store: ox.Store, claim: ox.NamedNode, subject: ox.NamedNode
) -> Iterator[tuple[str, Link]]:
    """What a claim's graph says of its subject, in words."""
    for quad in sorted(store.quads_for_pattern(subject, None, None, claim), key=str):
        predicate, value = quad.predicate.value, quad.object
        if predicate in _HIDDEN or predicate == str(CMQ.participation):
            continue
        if isinstance(value, ox.NamedNode):
            yield predicate_label(predicate), link(store, value)
        elif isinstance(value, ox.Literal):
            yield predicate_label(predicate), Link(value.value)


def _quotes(store: ox.Store, claim: ox.NamedNode, article: ox.NamedNode) -> Iterator[Quote]:
    spans = sorted(spans_of(store, claim, article))
    whole = one(store, article, NIF.isString)
    for start, end in spans:
        yield quote(article.value, whole, start, end)


def quote(article: str, text: str, start: int, end: int) -> Quote:
    """Words of an article, unless none may be shown."""
    href = page_of(article, f"c={start}-{end}") or ""
    shown = None if publishing(state().settings) is Publishing.NONE else excerpt(text, start, end)
    return Quote(href, shown, start, end)


def spans_of(
    store: ox.Store, thing: ox.NamedNode, article: ox.NamedNode
) -> Iterator[tuple[int, int]]:
    """Where an article's words denote a thing."""
    for mention in _mentions(store, thing, article):
        begin, end = one(store, mention, NIF.beginIndex), one(store, mention, NIF.endIndex)
        yield int(begin), int(end)


def _mentions(
    store: ox.Store, thing: ox.NamedNode, article: ox.NamedNode
) -> Iterator[ox.NamedNode]:
    """A thing's mentions in an article, by IRI; who has thousands is sought from the article."""
    own = [*islice(objects(store, thing, _DENOTED), _FEW + 1)]
    if len(own) > _FEW:
        there = sorted(subjects(store, _IN, article), key=lambda n: n.value)
        yield from (m for m in there if ox.Quad(thing, _DENOTED, m) in store)
        return
    for mention in nodes(store, thing, CMQ.denotedBy):
        if ox.Quad(mention, _IN, article) in store:
            yield mention
