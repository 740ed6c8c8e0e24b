"""A statement: who says what to whom, in which words."""

from dataclasses import dataclass

import pyoxigraph as ox
from flask import render_template

from ontology.terms import CMQ, NIF
from service.http.links import Link, page_of
from service.http.pages.told import links_of, texts_of, things
from service.http.tellings import Article, Quote, article_of, one, quote, tellings


@dataclass(frozen=True)
class Said:
    """A statement in a list."""

    iri: str
    href: str
    speakers: tuple[Link, ...]
    addressees: tuple[Link, ...]
    act: str
    form: str
    date: str
    topics: tuple[Link, ...]
    article: Article
    quote: Quote


def said(store: ox.Store, statement: ox.NamedNode) -> Said:
    """A statement as a line of a list."""
    article = things(store, statement, CMQ.reportedIn)[0]
    denoted = things(store, statement, CMQ.denotedBy)
    start, end = min(_span(store, mention) for mention in denoted)
    return Said(
        statement.value,
        page_of(statement.value) or "",
        tuple(links_of(store, statement, CMQ.speaker)),
        tuple(links_of(store, statement, CMQ.addressee)),
        "; ".join(found.text for found in links_of(store, statement, CMQ.speechAct)),
        "; ".join(found.text for found in links_of(store, statement, CMQ.statementForm)),
        "; ".join(texts_of(store, statement, CMQ.date)),
        tuple(links_of(store, statement, CMQ.topic)),
        article_of(store, article),
        quote(article.value, one(store, article, NIF.isString), start, end),
    )


def _span(store: ox.Store, mention: ox.NamedNode) -> tuple[int, int]:
    return int(one(store, mention, NIF.beginIndex)), int(one(store, mention, NIF.endIndex))


def page(store: ox.Store, statement: ox.NamedNode) -> str:
    """The statement's page."""
    return render_template(
        "statement.html",
        said=said(store, statement),
        about=links_of(store, statement, CMQ.about),
        channel=links_of(store, statement, CMQ.channel),
        made_at=links_of(store, statement, CMQ.madeAt),
        words_=texts_of(store, statement, CMQ.topicWords),
        instruments=links_of(store, statement, CMQ.discusses),
        tellings=tellings(store, statement),
        iri=statement.value,
    )
