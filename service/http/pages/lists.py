"""Lists of actors, meetings, statements, missions and articles, in pages."""

import re

import pyoxigraph as ox
from flask import render_template, request
from werkzeug.exceptions import BadRequest

from loaders.mapping.nodes import node
from ontology.terms import CMQ
from service.http.links import link
from service.http.pages.actor_kinds import kind
from service.http.pages.missions import latest_level
from service.http.pages.paging import SIZE, Paging, paging
from service.http.pages.selecting import count, rows
from service.http.pages.told import links_of
from service.http.search.index_in_step import index_at_hand
from service.http.state import snapshot
from service.http.tellings import article_of
from service.store.patterns import subjects
from service.store.search import lists

TYPES = {"Person": "people", "Organization": "organizations", "Polity": "states and territories"}


def _listed(pattern: str, order: str, more: str = "") -> tuple[Paging, list[ox.NamedNode]]:
    """One page of the things that fit a pattern; `more` binds what the order needs."""
    where = paging(request, count(pattern))
    found = rows(f"SELECT ?thing WHERE {{ {pattern} . {more} }} ORDER BY {order} {where.limits}")
    return where, [row["thing"] for row in found if isinstance(row["thing"], ox.NamedNode)]


def _named(own: str, pattern: str) -> tuple[Paging, list[ox.NamedNode]]:
    """One page of the things of a class by name, out of the index where it is at hand."""
    with index_at_hand() as index:
        if index:
            key = "type", own
            where = paging(request, lists.count(index.connection, key))
            found = lists.first(index.connection, key, SIZE, where.offset)
            return where, list(map(ox.NamedNode, found))
    return _listed(pattern, "LCASE(?label) ?thing")


def _latest_articles() -> tuple[Paging, list[ox.NamedNode]] | None:
    """One page of all articles, the latest first, None where the index isn't at hand."""
    with index_at_hand() as index:
        if index is None:
            return None
        key = "type", "Article"
        where = paging(request, lists.count(index.connection, key))
        found = lists.latest(index.connection, key, SIZE, where.offset)
        return where, list(map(ox.NamedNode, found))


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
    where, found = _named(given or "Actor", pattern)
    store = snapshot().store
    listed = [
        (link(store, one), kind(store, one), *(_times(store, one, p) for p in _COUNTED))
        for one in found
    ]
    return render_template("actors.html", paging=where, actors=listed, types=TYPES, type=given)


_COUNTED = (CMQ.participant, CMQ.speaker)


def _times(store: ox.Store, thing: ox.NamedNode, predicate: str) -> int:
    return sum(1 for _ in subjects(store, ox.NamedNode(predicate), thing))


def missions() -> str:
    """Missions by name with their latest strength."""
    where, found = _named("Mission", "?thing a cmq:Mission ; rdfs:label ?label")
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


_CODE = re.compile(r"[a-z][a-z.-]{0,60}")


def articles() -> str:
    """Articles, the latest first, undated ones last; `warning` names what wasn't read in them."""
    code = request.args.get("warning", "")
    if code and not _CODE.fullmatch(code):
        raise BadRequest(f"warning is {code!r}: give the code of a warning")
    pattern = "?thing a cmq:Article"
    if code:
        warned = f'?warning cmq:code "{code}" . ?warning cmq:inArticle ?thing'
        pattern = f"{{ SELECT DISTINCT ?thing WHERE {{ {warned} }} }}"
    more = "OPTIONAL { ?thing cmq:published ?date }"
    latest = None if code else _latest_articles()
    where, found = latest or _listed(pattern, "DESC(STR(?date)) ?thing", more)
    store = snapshot().store
    listed = [(article_of(store, one), _claims(store, one)) for one in found]
    return render_template("articles.html", paging=where, articles=listed, warning=code)


def _claims(store: ox.Store, article: ox.NamedNode) -> int:
    found = subjects(store, node(CMQ.reportedIn), article)
    return sum("/claim/" in one.value for one in found)
