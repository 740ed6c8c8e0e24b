"""Lists of actors, meetings, statements, missions and articles, in pages."""

from collections.abc import Iterator
from itertools import islice

import pyoxigraph as ox
from flask import render_template, request
from werkzeug.exceptions import BadRequest

from loaders.mapping.nodes import node
from ontology.terms import CMQ, NIF
from service.http.links import link
from service.http.pages.actors import kind
from service.http.pages.meetings import summary
from service.http.pages.missions import latest_level
from service.http.pages.paging import SIZE, Paging, paging
from service.http.pages.selecting import Row, count, rows
from service.http.pages.statements import said
from service.http.pages.told import classes, links_of, texts_of, things
from service.http.state import snapshot
from service.http.tellings import article_of
from service.store.patterns import subjects

TYPES = {"Person": "people", "Organization": "organizations", "Polity": "states and territories"}
STATUSES = ("held", "planned", "postponed", "cancelled", "declined")


def _listed(pattern: str, order: str, more: str = "") -> tuple[Paging, list[ox.NamedNode]]:
    """One page of the things that fit a pattern; `more` binds what the order needs."""
    where = paging(request, count(pattern))
    found = rows(f"SELECT ?thing WHERE {{ {pattern} . {more} }} ORDER BY {order} {where.limits}")
    return where, [row["thing"] for row in found if isinstance(row["thing"], ox.NamedNode)]


def _one_of(name: str, allowed: tuple[str, ...]) -> str:
    """A parameter that must be one of a few values, or not be there."""
    given = request.args.get(name, "")
    if given and given not in allowed:
        raise BadRequest(f"{name} is {given!r}: give one of {', '.join(allowed)}")
    return given


def actors() -> str:
    """People, bodies and states by name."""
    given = _one_of("type", tuple(TYPES))
    pattern = f"?thing a cmq:{given or 'Actor'} ; rdfs:label ?label"
    where, found = _listed(pattern, "LCASE(?label) ?thing")
    store = snapshot().store
    listed = [
        (link(store, one), kind(store, one), *(_times(store, one, p) for p in _COUNTED))
        for one in found
    ]
    return render_template("actors.html", paging=where, actors=listed, types=TYPES, type=given)


_COUNTED = (CMQ.participant, CMQ.speaker)


def _times(store: ox.Store, thing: ox.NamedNode, predicate: str) -> int:
    return sum(1 for _ in subjects(store, ox.NamedNode(predicate), thing))


def meetings() -> str:
    """Meetings, the latest first, undated ones last."""
    given = _one_of("status", STATUSES)
    pattern = "?thing a cmq:Meeting"
    pattern += f" ; cmq:status concept:{given}" if given else ""
    where, found = _listed(
        pattern, "DESC(?latest) ?thing", "OPTIONAL { ?thing cmq:latest ?latest }"
    )
    listed = [summary(snapshot().store, one) for one in found]
    return render_template(
        "meetings.html", paging=where, meetings=listed, statuses=STATUSES, status=given
    )


_BY_ARTICLE = """
SELECT ?article ?date ?count WHERE {
  { SELECT ?article (COUNT(?thing) AS ?count) WHERE {
      ?thing a cmq:Statement ; cmq:reportedIn ?article
    } GROUP BY ?article }
  OPTIONAL { ?article cmq:published ?date }
}
"""


def statements() -> str:
    """Statements by article, those of the latest article first."""
    told = sorted(rows(_BY_ARTICLE), key=lambda row: row["article"].value)
    told.sort(key=lambda row: row["date"].value if "date" in row else "", reverse=True)
    where = paging(request, sum(int(row["count"].value) for row in told))
    store = snapshot().store
    found = islice(_in_order(store, told, where.offset), SIZE)
    listed = [said(store, one) for one in found]
    return render_template("statements.html", paging=where, statements=listed)


def _in_order(store: ox.Store, told: list[Row], offset: int) -> Iterator[ox.NamedNode]:
    """The statements of these articles, in the order of their texts, after so many."""
    for row in told:
        number, article = int(row["count"].value), row["article"]
        if offset >= number or not isinstance(article, ox.NamedNode):
            offset -= number
            continue
        found = subjects(store, node(CMQ.reportedIn), article)
        own = [one for one in found if "Statement" in classes(store, one)]
        yield from sorted(own, key=lambda one: (_start(store, one), one.value))[offset:]
        offset = 0


def _start(store: ox.Store, statement: ox.NamedNode) -> int:
    mentions = things(store, statement, CMQ.denotedBy)
    return min(int(value) for one in mentions for value in texts_of(store, one, NIF.beginIndex))


def missions() -> str:
    """Missions by name with their latest strength."""
    where, found = _listed("?thing a cmq:Mission ; rdfs:label ?label", "LCASE(?label) ?thing")
    store = snapshot().store
    listed = [
        (
            link(store, one),
            links_of(store, one, CMQ.ledBy),
            links_of(store, one, CMQ.operatesIn),
            latest_level(store, one),
        )
        for one in found
    ]
    return render_template("missions.html", paging=where, missions=listed)


def articles() -> str:
    """Articles, the latest first, undated ones last."""
    more = "OPTIONAL { ?thing cmq:published ?date }"
    where, found = _listed("?thing a cmq:Article", "DESC(STR(?date)) ?thing", more)
    store = snapshot().store
    listed = [(article_of(store, one), _claims(store, one)) for one in found]
    return render_template("articles.html", paging=where, articles=listed)


def _claims(store: ox.Store, article: ox.NamedNode) -> int:
    found = subjects(store, node(CMQ.reportedIn), article)
    return sum("/claim/" in one.value for one in found)
