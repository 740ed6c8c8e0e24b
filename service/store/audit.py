"""Does the store hold what it must: the articles' words, a default graph after the claims?"""

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib.namespace import RDF

from loaders.mapping.nodes import node
from ontology.terms import CMQ, NIF
from service.store.patterns import Term, objects, subjects, texts
from service.store.replacement import claims_of, published_of
from service.store.resolution import RESOLVED, Candidate, chosen
from service.store.terms import DEFAULT
from service.store.vocabulary import is_concept

_ARTICLE, _TYPE, _IN = node(CMQ.Article), node(RDF.type), node(CMQ.inArticle)
_BEGIN, _END, _ANCHOR = node(NIF.beginIndex), node(NIF.endIndex), node(NIF.anchorOf)


def faults(store: ox.Store) -> Iterator[str]:
    """Everything that is wrong, a sentence each."""
    for article in sorted(subjects(store, _TYPE, _ARTICLE), key=str):
        yield from _wrong_spans(store, article)
        yield from _bare_claims(store, article)
    yield from _wrong_default(store)


def _wrong_spans(store: ox.Store, article: ox.NamedNode) -> Iterator[str]:
    text = next(iter(texts(store, article, node(NIF.isString))), "")
    for mention in subjects(store, _IN, article):
        words = texts(store, mention, _ANCHOR)
        if not words:
            continue  # a warning, not a span
        begin, end = (int(texts(store, mention, p)[0]) for p in (_BEGIN, _END))
        if text[begin:end] != words[0]:
            yield f"{mention.value}: its words aren't the article's at {begin} to {end}"


def _bare_claims(store: ox.Store, article: ox.NamedNode) -> Iterator[str]:
    for claim, _ in claims_of(store, article):
        if not any(objects(store, claim, node(CMQ.denotedBy))):
            yield f"{claim.value}: a claim without evidence"


def expected(store: ox.Store) -> set[ox.Triple]:
    """What the accepted claims put into the default graph."""
    plain: set[ox.Triple] = set()
    rivals: dict[tuple[ox.NamedNode, ox.NamedNode], list[Candidate]] = {}
    for article in subjects(store, _TYPE, _ARTICLE):
        for claim, accepted in claims_of(store, article):
            for quad in store.quads_for_pattern(None, None, None, claim) if accepted else ():
                subject, value = quad.subject, quad.object
                if quad.predicate not in RESOLVED:
                    plain.add(quad.triple)
                elif isinstance(subject, ox.NamedNode) and isinstance(value, Term):
                    candidate = Candidate(value, published_of(store, claim))
                    rivals.setdefault((subject, quad.predicate), []).append(candidate)
    picked = {ox.Triple(s, p, chosen(p, found)) for (s, p), found in rivals.items()}
    return plain | picked


def _wrong_default(store: ox.Store) -> Iterator[str]:
    wanted = expected(store)
    held = {quad.triple for quad in store.quads_for_pattern(None, None, None, DEFAULT)}
    for triple in sorted(wanted - held, key=str):
        yield f"{triple}: claimed and accepted, but not in the default graph"
    for triple in sorted(held - wanted, key=str):
        if not _is_own(store, triple):
            yield f"{triple}: in the default graph, but claimed by nobody"


def _is_own(store: ox.Store, triple: ox.Triple) -> bool:
    """Whether the subject is an article, a claim, a mention, a warning, a run or a concept."""
    if is_concept(triple.subject):
        return True
    own = {node(c) for c in (CMQ.Article, CMQ.Claim, CMQ.Mention, CMQ.Warning, CMQ.Run)}
    subject = triple.subject
    return isinstance(subject, ox.NamedNode) and not own.isdisjoint(objects(store, subject, _TYPE))
