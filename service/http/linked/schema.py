"""A page's thing in the words of schema.org, for search engines and link previews.

Only what is accepted is told: a denied meeting is no event. Nothing says who is in office now.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeAlias

import pyoxigraph as ox
from flask import url_for
from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDF, SDO, SKOS

from loaders.mapping.nodes import node
from ontology.terms import CMQ, CONCEPT
from service.http.linked.addresses import absolute
from service.http.links import label, local
from service.http.publishing import Publishing, publishing
from service.http.state import state
from service.store.patterns import objects, texts

Json: TypeAlias = "dict[str, Json] | list[Json] | str"
MANY = 25  # of each kind: others, articles, topics
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_WEB = ("http://", "https://")
_STATUSES = {
    "held": "EventScheduled",
    "planned": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
    "declined": "EventCancelled",
}


def told(store: ox.Store, thing: ox.NamedNode) -> dict[str, Json] | None:
    """The thing as a JSON-LD block; None where schema.org has no word for its kind."""
    kinds = {term.value.removeprefix(str(CMQ)) for term in objects(store, thing, node(RDF.type))}
    found = next((kind for kind in _KINDS if kind in kinds), None)
    if found is None:
        return None
    name, more = _KINDS[found]
    own = {"@context": "https://schema.org", **_named(store, thing, name), **more(store, thing)}
    return {key: value for key, value in own.items() if value}


def _named(store: ox.Store, thing: ox.NamedNode, kind: str) -> dict[str, Json]:
    own = local(thing.value)
    made: dict[str, Json] = {"@type": kind, "@id": thing.value, "name": label(store, thing)}
    return made | ({"url": absolute(url_for("pages.page", name=own))} if own else {})


def _actor(store: ox.Store, thing: ox.NamedNode) -> dict[str, Json]:
    name = label(store, thing)
    others = [text for text in texts(store, thing, node(CMQ.name)) if text != name]
    return {
        "alternateName": list(others[:MANY]),
        "sameAs": [one.value for one in _things(store, thing, SKOS.exactMatch)],
    }


def _meeting(store: ox.Store, thing: ox.NamedNode) -> dict[str, Json]:
    statuses = [one.value.removeprefix(str(CONCEPT)) for one in _things(store, thing, CMQ.status)]
    status = next((_STATUSES[one] for one in statuses if one in _STATUSES), None)
    return {
        **_days(store, thing, "startDate", "endDate"),
        "eventStatus": f"https://schema.org/{status}" if status else "",
        "location": _all(store, thing, CMQ.atPlace, "Place"),
        "attendee": _all(store, thing, CMQ.participant),
        "organizer": _all(store, thing, CMQ.host),
        **_context(store, thing),
    }


def _statement(store: ox.Store, thing: ox.NamedNode) -> dict[str, Json]:
    shown = publishing(state().settings) is not Publishing.NONE
    return {
        "text": "".join(texts(store, thing, node(CMQ.text))[:1]) if shown else "",
        "creator": _all(store, thing, CMQ.speaker),
        **_days(store, thing, "dateCreated"),
        **_context(store, thing),
    }


def _article(store: ox.Store, thing: ox.NamedNode) -> dict[str, Json]:
    def first(predicate: URIRef) -> str:
        return next(iter(texts(store, thing, node(predicate))), "")

    licence, source = first(DCTERMS.license), first(SDO.url)
    published, publisher = first(CMQ.published), first(DCTERMS.publisher)
    return {
        "headline": first(DCTERMS.title),
        "datePublished": published if _DAY.fullmatch(published) else "",
        "inLanguage": first(DCTERMS.language),
        "author": [
            {"@type": "Person", "name": n} for n in texts(store, thing, node(DCTERMS.creator))
        ],
        "publisher": {"@type": "Organization", "name": publisher} if publisher else "",
        "license": licence if licence.startswith(_WEB) else "",
        "isBasedOn": source if source.startswith(_WEB) else "",
    }


def _context(store: ox.Store, thing: ox.NamedNode) -> dict[str, Json]:
    topics = [*_things(store, thing, CMQ.topic), *_things(store, thing, CMQ.about)]
    return {
        "about": list(dict.fromkeys(label(store, one) for one in topics)),
        "subjectOf": _all(store, thing, CMQ.reportedIn),
    }


def _days(store: ox.Store, thing: ox.NamedNode, *keys: str) -> dict[str, Json]:
    """The ends of a date, where they are days, months or years."""
    told = next(iter(texts(store, thing, node(CMQ.date))), "")
    ends = zip(keys, told.split("/"), strict=False)
    return {key: end for key, end in ends if _DAY.fullmatch(end)}


def _all(store: ox.Store, thing: ox.NamedNode, predicate: URIRef, kind: str = "") -> list[Json]:
    found = _things(store, thing, predicate)
    return [_named(store, one, kind or _kind(store, one)) for one in found]


def _kind(store: ox.Store, thing: ox.NamedNode) -> str:
    kinds = {term.value.removeprefix(str(CMQ)) for term in objects(store, thing, node(RDF.type))}
    return next((_KINDS[kind][0] for kind in _KINDS if kind in kinds), "Thing")


def _things(store: ox.Store, thing: ox.NamedNode, predicate: URIRef) -> list[ox.NamedNode]:
    return sorted(islice(_nodes(store, thing, predicate), MANY), key=lambda one: one.value)


def _nodes(store: ox.Store, thing: ox.NamedNode, predicate: URIRef) -> Iterator[ox.NamedNode]:
    for value in objects(store, thing, node(predicate)):
        if isinstance(value, ox.NamedNode):
            yield value


def _plain(_store: ox.Store, _thing: ox.NamedNode) -> dict[str, Json]:
    return {}


# Our kinds, the narrower first; a polity is a place here, since that says nothing of statehood.
_KINDS: dict[str, tuple[str, Callable[[ox.Store, ox.NamedNode], dict[str, Json]]]] = {
    "Person": ("Person", _actor),
    "Polity": ("Place", _actor),
    "Organization": ("Organization", _actor),
    "Meeting": ("Event", _meeting),
    "Statement": ("Quotation", _statement),
    "Article": ("NewsArticle", _article),
    "Place": ("Place", _plain),
}
