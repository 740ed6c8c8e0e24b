"""Does the store hold what it must: the articles' words, a default graph after the claims?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

import pyoxigraph as ox
from rdflib.namespace import RDF

from loaders.mapping.nodes import node
from ontology.terms import CMQ, NIF
from service.store.patterns import objects, subjects, texts
from service.store.replacement import Change, claims_of
from service.store.terms import DEFAULT, FOREIGN
from service.store.truth import Truth, truth

_ARTICLE, _TYPE, _IN = node(CMQ.Article), node(RDF.type), node(CMQ.inArticle)
_BEGIN, _END, _ANCHOR = node(NIF.beginIndex), node(NIF.endIndex), node(NIF.anchorOf)
_SHOWN = 100  # quads of a kind that are told one by one


def faults(store: ox.Store) -> Iterator[str]:
    """Everything that is wrong, a sentence each."""
    for article in sorted(subjects(store, _TYPE, _ARTICLE), key=str):
        yield from _wrong_spans(store, article)
        yield from _bare_claims(store, article)
    found = differences(store)
    for article, why in found.lost.items():
        yield f"{article.value}: {why}: load it again with --force"
    yield from _told(found.missing, "claimed or recorded, but not there")
    yield from _told(found.displacing, "in place of what the claims say")
    yield from _told(found.foreign, "in the default graph, but claimed by nobody")


def _told(quads: Iterable[ox.Quad], what: str) -> Iterator[str]:
    listed = sorted(quads, key=str)
    yield from (f"{quad}: {what}" for quad in islice(listed, _SHOWN))
    if len(listed) > _SHOWN:
        yield f"… and {len(listed) - _SHOWN} more: {what}"


def _wrong_spans(store: ox.Store, article: ox.NamedNode) -> Iterator[str]:
    text = next(iter(texts(store, article, node(NIF.isString))), "")
    for mention in subjects(store, _IN, article):
        words = texts(store, mention, _ANCHOR)
        if not words:
            continue  # a warning, not a span
        begin, end = ("".join(texts(store, mention, p)) for p in (_BEGIN, _END))
        is_placed = begin.isdecimal() and end.isdecimal()
        if not is_placed or text[int(begin) : int(end)] != words[0]:
            yield f"{mention.value}: its words aren't the article's at {begin} to {end}"


def _bare_claims(store: ox.Store, article: ox.NamedNode) -> Iterator[str]:
    for claim, _ in claims_of(store, article):
        if not any(objects(store, claim, node(CMQ.denotedBy))):
            yield f"{claim.value}: a claim without evidence"


@dataclass
class Differences:
    """Where the store is not what it must be.

    `missing` quads must be there; `displacing` ones stand where the claims say otherwise;
    `foreign` ones are in the default graph, explained by nothing and not `known`: those were
    found before and are kept apart.
    """

    lost: dict[ox.NamedNode, str]
    missing: set[ox.Quad] = field(default_factory=set)
    displacing: set[ox.Quad] = field(default_factory=set)
    foreign: set[ox.Quad] = field(default_factory=set)
    known: set[ox.Quad] = field(default_factory=set)


def differences(store: ox.Store) -> Differences:
    """Compare the store with what its articles say."""
    wanted = truth(store)
    found = Differences(wanted.lost)
    found.missing.update(quad for quad in wanted.quads if quad not in store)
    for claim in wanted.rebuilt:
        held = store.quads_for_pattern(None, None, None, claim)
        found.displacing.update(quad for quad in held if quad not in wanted.quads)
    for quad in store.quads_for_pattern(None, None, None, DEFAULT):
        if quad not in wanted.quads:
            _file(store, wanted, found, quad)
    return found


def _file(store: ox.Store, wanted: Truth, found: Differences, quad: ox.Quad) -> None:
    if wanted.shows_another(quad.triple):
        found.displacing.add(quad)
    elif _noted(quad) in store:
        found.known.add(quad)
    else:
        found.foreign.add(quad)


def _noted(quad: ox.Quad) -> ox.Quad:
    return ox.Quad(quad.subject, quad.predicate, quad.object, FOREIGN)


def repair(found: Differences, store: ox.Store, *, drop_foreign: bool) -> Change:
    """What makes the store what it must be; what others wrote beside it is noted, or goes."""
    others = found.foreign | found.known
    change = Change(set(found.displacing), set(found.missing))
    change.removed.update(store.quads_for_pattern(None, None, None, FOREIGN))
    if drop_foreign:
        change.removed |= others
    else:
        change.added.update(_noted(quad) for quad in others)
    return change.settle()
