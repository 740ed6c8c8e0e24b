"""Why what several articles tell of is one actor, or one meeting: what linked them, in words."""

from dataclasses import dataclass

import pyoxigraph as ox
from rdflib.namespace import RDF

from loaders.mapping.nodes import node
from ontology.terms import CMQ
from service.http.links import Link, label, link
from service.http.state import snapshot
from service.http.tellings import claims_about, nodes, one
from service.store.patterns import objects, texts

_SHOWN = 50  # claims that are looked at
_NAME = node(CMQ.name)


@dataclass(frozen=True)
class Reason:
    """Articles that agree for one reason; `names` are the wordings that they use."""

    why: str
    names: tuple[str, ...]
    articles: tuple[Link, ...]


def why_one_actor(iri: str) -> list[Reason]:
    """By reason: the same name, a shared office or state, a reader's word."""
    store, actor = snapshot().store, ox.NamedNode(iri)
    own = label(store, actor)
    found: dict[str, tuple[set[str], dict[str, Link]]] = {}
    for claim in claims_about(store, actor)[:_SHOWN]:
        why = one(store, claim, CMQ.linkReason) or f"the name {own}"
        names, articles = found.setdefault(why, (set(), {}))
        quads = store.quads_for_pattern(actor, _NAME, None, claim)
        names.update(q.object.value for q in quads if isinstance(q.object, ox.Literal))
        for article in nodes(store, claim, CMQ.reportedIn):
            articles[article.value] = link(store, article)
    return [
        Reason(why, tuple(sorted(names)), tuple(articles[iri] for iri in sorted(articles)))
        for why, (names, articles) in sorted(found.items())
    ]


def why_one_meeting(iri: str) -> Reason | None:
    """What the articles agree on; None where only one tells of it."""
    store, meeting = snapshot().store, ox.NamedNode(iri)
    telling = {
        article.value: article
        for claim in claims_about(store, meeting)
        for article in nodes(store, claim, CMQ.reportedIn)
        if _is_core(store, claim, meeting)
    }
    if len(telling) < 2:
        return None
    agreed = [label(store, actor) for actor in nodes(store, meeting, CMQ.participant)]
    agreed += texts(store, meeting, node(CMQ.date))
    agreed += [label(store, form) for form in nodes(store, meeting, CMQ.form)]
    links = tuple(link(store, telling[article]) for article in sorted(telling))
    return Reason("they tell of the same participants, day and form", tuple(agreed), links)


def _is_core(store: ox.Store, claim: ox.NamedNode, meeting: ox.NamedNode) -> bool:
    return node(CMQ.Meeting) in set(objects(store, meeting, node(RDF.type), claim))
