"""An actor: names, offices over time, meetings, statements, whom it met, how articles name it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox
from flask import render_template, url_for
from rdflib.namespace import SKOS

from loaders.mapping.nodes import node
from ontology.terms import CMQ
from service.http.links import Link, label, link
from service.http.pages import network
from service.http.pages.actor_kinds import kind
from service.http.pages.charts import Chart, chart
from service.http.pages.chronicle import MEETINGS, STATEMENTS, Chronicle, chronicle
from service.http.pages.meetings import Summary, summary
from service.http.pages.naming import wordings
from service.http.pages.narrowing import address
from service.http.pages.selecting import rows
from service.http.pages.spans import Asked
from service.http.pages.statements import Said, said
from service.http.pages.told import (
    accepted_pointing,
    links_of,
    pointing,
    texts_of,
    things,
)
from service.http.pages.tracks import Given, Point, Tracks, tracks
from service.http.search.index_in_step import index_at_hand
from service.http.tellings import Telling, claims_about, tellings
from service.store.search import lists
from service.store.terms import DEFAULT

SHOWN = 25  # offices on the page
LISTED = 8  # meetings and statements of each sort; the lists have all
_LOOKED_AT = 2000  # claims in which meetings are sought that no article tells as facts
_TOPICS = """
SELECT ?topic (COUNT(DISTINCT ?thing) AS ?count) WHERE {
  ?thing cmq:speaker %s . ?thing cmq:topic ?topic
} GROUP BY ?topic ORDER BY DESC(?count) ?topic LIMIT 12
"""

__all__ = ["Tenure", "kind", "page", "tenure"]


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


@dataclass(frozen=True)
class Counted:
    """How many, and where they are listed."""

    name: str
    count: int
    href: str


@dataclass(frozen=True)
class Sort:
    """What an actor does of one sort: the last few, how many in all, when, and the whole list."""

    shown: tuple[Summary, ...] | tuple[Said, ...]
    total: int
    chart: Chart
    href: str


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


def _offices_of(store: ox.Store, actor: ox.NamedNode) -> list[Tenure]:
    """Who has held the offices of this body."""
    offices = accepted_pointing(store, CMQ.officeOf, actor)
    held = (own for office in offices for own in pointing(store, CMQ.office, office))
    return [tenure(store, own) for own in islice(held, SHOWN)]


def _lane(title: Link, role: Tenure) -> Given:
    points = (
        Point(told.article.published, quote.href, f"told by {told.article.title}", "held")
        for told in role.tellings
        if told.article.published
        for quote in told.quotes[:1]
    )
    return Given(title, tuple(points), role.start, role.end)


def _roles(roles: list[Tenure]) -> Tracks | None:
    return tracks(_lane(role.office, role) for role in roles)


def _meetings(store: ox.Store, actor: ox.NamedNode) -> Sort:
    where = [[("Meeting.participant", actor.value)]]
    found = chronicle(MEETINGS, f"?thing cmq:participant {actor} .", where=where)
    shown = tuple(summary(store, one) for one in found.part(0, LISTED))
    return _sort(found, shown, "pages.meetings", "actor", actor)


def _statements(store: ox.Store, own: str, param: str, actor: ox.NamedNode) -> Sort:
    pattern, where = f"?thing cmq:{own} {actor} .", [[(f"Statement.{own}", actor.value)]]
    found = chronicle(STATEMENTS, pattern, where=where)
    shown = tuple(said(store, one) for one in found.part(0, LISTED))
    return _sort(found, shown, "pages.statements", param, actor)


def _sort(
    found: Chronicle,
    shown: tuple[Summary, ...] | tuple[Said, ...],
    endpoint: str,
    param: str,
    actor: ox.NamedNode,
) -> Sort:
    def listed(span: Asked) -> str:
        return address(endpoint, {param: actor.value} | span.given)

    by_status = endpoint == "pages.meetings"
    made = chart(found.days, listed, by_status=by_status)
    return Sort(shown, found.total, made, listed(Asked()))


def _only_claimed(store: ox.Store, actor: ox.NamedNode) -> Iterator[ox.NamedNode]:
    """Meetings with the actor that articles deny or only think of."""
    quads = store.quads_for_pattern(None, node(CMQ.participant), actor, None)
    seen: set[ox.NamedNode] = set()
    for quad in islice(quads, _LOOKED_AT):
        meeting = quad.subject
        if quad.graph_name == DEFAULT or not isinstance(meeting, ox.NamedNode) or meeting in seen:
            continue
        seen.add(meeting)
        if not any(store.quads_for_pattern(meeting, node(CMQ.participant), actor, DEFAULT)):
            yield meeting


def _topics(store: ox.Store, actor: ox.NamedNode) -> list[Counted]:
    return [
        Counted(
            link(store, ox.NamedNode(topic)).text,
            number,
            url_for("pages.statements", speaker=actor.value, topic=topic),
        )
        for topic, number in _spoken_on(actor)
    ]


def _spoken_on(actor: ox.NamedNode) -> list[tuple[str, int]]:
    """The topics of most of an actor's statements, and of how many."""
    with index_at_hand() as index:
        if index:
            return lists.topics_of(index.connection, actor.value, "Statement.topic", 12)
    found = rows(_TOPICS % actor)
    return [(row["topic"].value, int(row["count"].value)) for row in found if "topic" in row]


def page(store: ox.Store, actor: ox.NamedNode) -> str:
    """The actor's page."""
    name, claims = label(store, actor), tellings(store, actor)
    roles = [tenure(store, own) for own in pointing(store, CMQ.holder, actor)[:SHOWN]]
    claimed = islice(_only_claimed(store, actor), LISTED)
    return render_template(
        "actor.html",
        name=name,
        kind=kind(store, actor),
        names=[other for other in texts_of(store, actor, CMQ.name) if other != name],
        matches=links_of(store, actor, SKOS.exactMatch),
        roles=roles,
        lanes=_roles(roles),
        offices=_offices_of(store, actor),
        meetings=_meetings(store, actor),
        claimed=sorted((summary(store, one) for one in claimed), key=lambda one: one.who),
        network=network.around(actor),
        statements=_statements(store, "speaker", "speaker", actor),
        topics=_topics(store, actor),
        heard=_statements(store, "about", "about", actor),
        addressed=_statements(store, "addressee", "to", actor),
        wordings=wordings(store, actor),
        leads=[link(store, one) for one in accepted_pointing(store, CMQ.ledBy, actor)],
        gives=[link(store, one) for one in accepted_pointing(store, CMQ.contributor, actor)],
        tellings=claims,
        claims_total=len(claims_about(store, actor)),
        reasons=sorted({one.reason for one in claims if one.reason}),
        iri=actor.value,
    )
