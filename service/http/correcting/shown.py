"""Corrections as pages show them: in the list, at a fact, on an article's or an actor's page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import pyoxigraph as ox
from flask import Flask, url_for
from rdflib.namespace import PROV

from loaders.corrections import Correction, Kind
from loaders.mapping.nodes import node
from loaders.naming import token
from ontology.terms import CMQ
from service.http.correcting import access
from service.http.correcting.oneness import why_one_actor, why_one_meeting
from service.http.links import Link, link, local, page_of
from service.http.reader import Snapshot
from service.http.state import snapshot, state
from service.http.tellings import Telling, nodes
from service.store.corrections import corrections_of, finds_something, target_path
from service.store.patterns import objects

_INFLUENCED = node(PROV.wasInfluencedBy)
_KEPT = "corrections"  # in a snapshot: all of them


@dataclass(frozen=True)
class Row:
    """One correction: what it is about, and whether it still finds that."""

    correction: Correction
    thing: Link
    article: Link | None
    stands: bool

    @property
    def day(self) -> str:
        """When it was made."""
        return self.correction.at[:10]

    @property
    def new(self) -> str:
        """What holds instead, "" where something was rejected."""
        return self.correction.label or self.correction.value


def register(app: Flask) -> None:
    """Give templates what they ask about facts; imported macros see globals only."""
    app.jinja_env.globals.update(
        mend_address=mend_address,
        corrections_in=corrections_in,
        corrections_of_article=corrections_of_article,
        merges_into=merges_into,
        why_one_actor=why_one_actor,
        why_one_meeting=why_one_meeting,
    )


def rows(now: Snapshot) -> list[Row]:
    """Every correction, the latest first."""
    return [_row(now.store, one) for one in reversed(_all(now))]


def _all(now: Snapshot) -> Sequence[Correction]:
    if _KEPT not in now.kept:
        now.kept[_KEPT] = corrections_of(now.store)
    return cast(Sequence[Correction], now.kept[_KEPT])


def _row(store: ox.Store, one: Correction) -> Row:
    base = state().settings.base
    path = one.value if one.kind is Kind.MERGE else target_path(one)
    if one.kind is Kind.REJECT and one.target:
        path = f"correction/{one.id}"
    thing = link(store, ox.NamedNode(base + path))
    article = _article(base, one.target.article) if one.target else None
    return Row(one, thing, article, finds_something(store, base, one))


def _article(base: str, key: str) -> Link:
    return Link(key, page_of(f"{base}article/{token(key)}"))


def mend_address(thing: str) -> str | None:
    """Where a claim or actor is corrected; None where nobody may."""
    path = local(thing)
    return url_for("corrections.new", thing=path) if path and access.is_offered() else None


def corrections_in(telling: Telling) -> list[Row]:
    """The corrections that made a claim what it is."""
    store, claim = snapshot().store, ox.NamedNode(telling.iri)
    found = {term.value for term in objects(store, claim, _INFLUENCED)}
    base = state().settings.base
    return [_row(store, one) for one in _all(snapshot()) if base + one.path in found]


def corrections_of_article(key: str) -> list[Row]:
    """What readers have put right of an article, in the order in which they did."""
    found = [one for one in _all(snapshot()) if one.target and one.target.article == key]
    return [_row(snapshot().store, one) for one in found]


def merges_into(actor: str) -> list[Row]:
    """Who readers say is this actor."""
    path = local(actor)
    found = [o for o in _all(snapshot()) if o.kind is Kind.MERGE and o.value == path]
    return [_row(snapshot().store, one) for one in found]


def subject_of(store: ox.Store, claim: ox.NamedNode) -> ox.NamedNode:
    """What a claim is about."""
    return next(iter(nodes(store, claim, CMQ.subject)), claim)
