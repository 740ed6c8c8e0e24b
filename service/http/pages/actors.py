"""An actor: names, offices, meetings, statements, missions."""

from dataclasses import dataclass

import pyoxigraph as ox
from flask import render_template
from rdflib.namespace import SKOS

from ontology.terms import CMQ
from service.http.links import Link, label, link
from service.http.pages.meetings import summary
from service.http.pages.statements import said
from service.http.pages.told import (
    accepted_pointing,
    classes,
    links_of,
    pointing,
    texts_of,
    things,
)
from service.http.tellings import Telling, claims_about, tellings

SHOWN = 25  # of each kind on the page; the rest is a query away
_KINDS = ("Mission", "Person", "Organization", "Polity")
_KIND_WORDS = {"Polity": "state or territory", "Mission": "mission"}


@dataclass(frozen=True)
class Tenure:
    """Somebody in an office, as articles of these days have it."""

    holder: Link
    office: Link
    of: tuple[Link, ...]
    attested: tuple[str, ...]
    start: str
    end: str
    tellings: tuple[Telling, ...]


def tenure(store: ox.Store, own: ox.NamedNode) -> Tenure:
    """One tenure with its evidence."""
    office = things(store, own, CMQ.office)[0]
    return Tenure(
        links_of(store, own, CMQ.holder)[0],
        link(store, office),
        tuple(links_of(store, office, CMQ.officeOf)),
        tuple(texts_of(store, own, CMQ.attestedOn)),
        "; ".join(texts_of(store, own, CMQ.start)),
        "; ".join(texts_of(store, own, CMQ.end)),
        tuple(tellings(store, own)),
    )


def kind(store: ox.Store, actor: ox.NamedNode) -> str:
    """What sort of actor it is, in a word."""
    found = classes(store, actor)
    name = next((k for k in _KINDS if k in found), "Actor")
    return _KIND_WORDS.get(name, name.lower())


def _latest_meetings(store: ox.Store, actor: ox.NamedNode) -> list[ox.NamedNode]:
    found = pointing(store, CMQ.participant, actor)
    dated = [("; ".join(texts_of(store, m, CMQ.latest)), m) for m in found]
    return [m for _, m in sorted(dated, key=lambda pair: pair[0], reverse=True)]


def _offices_of(store: ox.Store, actor: ox.NamedNode) -> list[Tenure]:
    """Who has held the offices of this body."""
    offices = pointing(store, CMQ.officeOf, actor)
    return [tenure(store, own) for office in offices for own in pointing(store, CMQ.office, office)]


def page(store: ox.Store, actor: ox.NamedNode) -> str:
    """The actor's page."""
    meetings, spoken = _latest_meetings(store, actor), pointing(store, CMQ.speaker, actor)
    heard = sorted(
        {*pointing(store, CMQ.about, actor), *pointing(store, CMQ.addressee, actor)}, key=str
    )
    heard = [one for one in heard if "Statement" in classes(store, one)]
    own_names = texts_of(store, actor, CMQ.name)
    name = label(store, actor)
    claims = tellings(store, actor)
    return render_template(
        "actor.html",
        name=name,
        kind=kind(store, actor),
        names=[other for other in own_names if other != name],
        matches=links_of(store, actor, SKOS.exactMatch),
        roles=[tenure(store, own) for own in pointing(store, CMQ.holder, actor)[:SHOWN]],
        offices=_offices_of(store, actor)[:SHOWN],
        meetings=[summary(store, one) for one in meetings[:SHOWN]],
        meetings_total=len(meetings),
        statements=[said(store, one) for one in spoken[:SHOWN]],
        statements_total=len(spoken),
        heard=[said(store, one) for one in heard[:SHOWN]],
        heard_total=len(heard),
        leads=[link(store, one) for one in accepted_pointing(store, CMQ.ledBy, actor)],
        gives=[link(store, one) for one in accepted_pointing(store, CMQ.contributor, actor)],
        tellings=claims,
        claims_total=len(claims_about(store, actor)),
        reasons=sorted({one.reason for one in claims if one.reason}),
        iri=actor.value,
    )
