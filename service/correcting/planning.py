"""What applying or undoing corrections changes in the store: a pure function of what it holds."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pyoxigraph as ox
from rdflib.namespace import PROV

from loaders.corrections import Correction, Mending
from loaders.mapping.nodes import node
from ontology.terms import CMQ
from service.articles import article_iri, change_of
from service.errors import UsageError
from service.store.corrections import corrections_of, recorded
from service.store.patterns import objects, subjects, texts
from service.store.records import facts_of, fingerprint_of
from service.store.replacement import Change
from service.store.search.reach import reach
from service.store.terms import FACTS

_REPORTED, _INFLUENCED = node(CMQ.reportedIn), node(PROV.wasInfluencedBy)
_KEY = node(CMQ.key)


class Planned(NamedTuple):
    """A change, what it reaches of the search index, and the corrections that it is about."""

    change: Change
    reached: frozenset[str]
    corrections: tuple[Correction, ...]


def applied(store: ox.Store, base: str, coming: Correction) -> Planned:
    """What one more correction changes."""
    standing = corrections_of(store)
    keys = {coming.target.article} if coming.target else set()
    if coming.target is None:
        keys.update(_telling_of(store, ox.NamedNode(base + coming.actor)))
    return _planned(store, base, keys, standing, [*standing, coming], (coming,))


def undone(store: ox.Store, base: str, ids: Sequence[str]) -> Planned:
    """What changes when these are taken back. Raises UsageError where one doesn't stand."""
    standing = corrections_of(store)
    known = {one.id: one for one in standing}
    missing = [one for one in ids if one not in known]
    if missing or not ids:
        raise UsageError(
            f"no correction {', '.join(missing) or 'is named'}: was it undone already?"
        )
    leaving = tuple(known[one] for one in dict.fromkeys(ids))
    staying = [one for one in standing if one not in leaving]
    keys = {one.target.article for one in leaving if one.target}
    for one in leaving:
        keys.update(_influenced(store, ox.NamedNode(base + one.path)))
    return _planned(store, base, keys, standing, staying, leaving)


def _planned(
    store: ox.Store,
    base: str,
    keys: Iterable[str],
    before: list[Correction],
    after: list[Correction],
    about: tuple[Correction, ...],
) -> Planned:
    marks = {key: fingerprint_of(store, article_iri(base, key)) for key in sorted(keys)}
    held = {key: mark for key, mark in marks.items() if mark is not None}
    facts = [facts_of(store, article_iri(base, key)) for key in held]
    change = change_of(store, base, facts, held, (), Mending.of(after))
    change.removed.update(recorded(base, before))
    change.added.update(recorded(base, after))
    change = Change(_but_facts(change.removed), _but_facts(change.added)).settle()
    return Planned(change, frozenset(reach(store, change)), about)


def _but_facts(quads: Iterable[ox.Quad]) -> set[ox.Quad]:
    """What was read of an article stays as it is written."""
    return {quad for quad in quads if quad.predicate != FACTS}


def _telling_of(store: ox.Store, actor: ox.NamedNode) -> Iterator[str]:
    """The articles that have claims which speak of an actor."""
    for subject, value in ((actor, None), (None, actor)):
        for quad in store.quads_for_pattern(subject, None, value, None):
            if isinstance(quad.graph_name, ox.NamedNode):
                yield from _articles(store, quad.graph_name)


def _influenced(store: ox.Store, correction: ox.NamedNode) -> Iterator[str]:
    for thing in subjects(store, _INFLUENCED, correction):
        yield from _articles(store, thing)


def _articles(store: ox.Store, claim: ox.NamedNode) -> Iterator[str]:
    """The keys of a claim's article, in the default graph."""
    for article in objects(store, claim, _REPORTED):
        if isinstance(article, ox.NamedNode):
            yield from texts(store, article, _KEY)
