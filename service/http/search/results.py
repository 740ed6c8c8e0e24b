"""Hits as they are shown: read out of the request's snapshot, whatever the index says."""

from dataclasses import dataclass

import pyoxigraph as ox

from ontology.terms import CMQ, NIF
from service.http.links import Link, label, page_of
from service.http.pages.actors import kind as kind_of
from service.http.pages.meetings import Summary, summary
from service.http.pages.statements import Said, said
from service.http.pages.told import exists, links_of, texts_of
from service.http.publishing import Publishing, publishing
from service.http.search.highlights import sentence
from service.http.state import snapshot, state
from service.http.tellings import Article, article_of, one
from service.store.search.asking import Hit
from service.store.search.entries import Kind
from service.store.search.words import Asked

NAMES = 6  # other names of an actor that are shown


@dataclass(frozen=True)
class Shown:
    """A hit; of `meeting`, `said` and `article` the one that it is is set."""

    iri: str
    kind: Kind
    title: str
    href: str
    what: str = ""
    names: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    meeting: Summary | None = None
    said: Said | None = None
    article: Article | None = None
    excerpt: str = ""


def shown(hit: Hit, asked: Asked) -> Shown | None:
    """A hit with what people need to choose; None where the snapshot doesn't know it."""
    store, thing = snapshot().store, ox.NamedNode(hit.iri)
    if not exists(store, thing):
        return None
    name, href = label(store, thing), page_of(hit.iri) or hit.iri
    match hit.kind:
        case Kind.ACTOR | Kind.MISSION:
            return _named(store, thing, hit.kind, name, href)
        case Kind.MEETING:
            met = summary(store, thing)
            title = met.who or met.link.text or "A meeting"
            return Shown(hit.iri, hit.kind, title, href, meeting=met)
        case Kind.STATEMENT:
            return _said(store, thing, name, href)
        case Kind.ARTICLE:
            told, text = article_of(store, thing), _excerpt(store, thing, asked)
            return Shown(hit.iri, hit.kind, told.title, href, article=told, excerpt=text)


def _named(store: ox.Store, thing: ox.NamedNode, kind: Kind, name: str, href: str) -> Shown:
    others = tuple(n for n in texts_of(store, thing, CMQ.name) if n != name)[:NAMES]
    if kind is Kind.ACTOR:
        return Shown(thing.value, kind, name, href, kind_of(store, thing), others)
    links = (*links_of(store, thing, CMQ.ledBy), *links_of(store, thing, CMQ.operatesIn))
    return Shown(thing.value, kind, name, href, "mission", others, links)


def _said(store: ox.Store, thing: ox.NamedNode, name: str, href: str) -> Shown | None:
    try:
        found = said(store, thing)
    except (IndexError, ValueError):  # one that others wrote, without its place in an article
        return Shown(thing.value, Kind.STATEMENT, name, href)
    title = ", ".join(speaker.text for speaker in found.speakers) or name
    return Shown(thing.value, Kind.STATEMENT, title, href, said=found)


def _excerpt(store: ox.Store, article: ox.NamedNode, asked: Asked) -> str:
    """A sentence with the words, where the settings let whole texts be shown."""
    if publishing(state().settings) is not Publishing.FULL:
        return ""
    found = sentence(one(store, article, NIF.isString), asked)
    return found[0] if found else ""
