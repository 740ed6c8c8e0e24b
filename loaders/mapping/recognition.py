"""Knows a claim again in what was read of its article later, by another version, or elsewhere."""

from collections.abc import Iterator, Sequence

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import RDFS

from loaders.corrections import Target
from loaders.mapping.claims import Claim
from loaders.mapping.nodes import node
from ontology.terms import CMQ

# What depends on other facts of the article, or only says where it is told.
_BESIDE: tuple[URIRef, ...] = (
    RDFS.label,
    CMQ.cue,
    CMQ.denotedBy,
    CMQ.group,
    CMQ.madeAt,
    CMQ.participation,
    CMQ.partOf,
    CMQ.reportedIn,
)
_LEFT_OUT = frozenset(node(term) for term in _BESIDE)


def content_of(claim: Claim) -> tuple[str, ...]:
    """What a claim says of its subject, by the article's own words; told by `plain_claims`."""
    return tuple(sorted(_said(claim)))


def _said(claim: Claim) -> Iterator[str]:
    for triple in claim.triples:
        if triple.subject == claim.subject and triple.predicate not in _LEFT_OUT:
            value = triple.object.value if isinstance(triple.object, ox.Literal) else ""
            named = triple.object.value if isinstance(triple.object, ox.NamedNode) else ""
            yield f"{triple.predicate.value.rsplit('#', 1)[-1]} {value or _last(named)}"


def _last(iri: str) -> str:
    """An IRI without the base that it is under: stores differ in it."""
    return "/".join(iri.rsplit("/", 2)[1:])


def target_of(article: str, claim: Claim, text: str) -> Target:
    """What is to be known again."""
    return Target(
        article, claim.local, content_of(claim), claim.evidence.spans, _words(claim, text)
    )


def recognised(claims: Sequence[Claim], target: Target, text: str) -> Claim | None:
    """The claim that is meant: it says the same, by the same words or in the same place.

    None where nothing does, or several do of which none has its name.
    """
    same = [c for c in claims if _kind(c.local) == _kind(target.claim)]
    same = [c for c in same if content_of(c) == target.content]
    worded = [c for c in same if _words(c, text) == target.words]
    placed = [c for c in same if _overlap(c, target)]
    for found in ([c for c in worded if c in placed], placed, worded):
        named = [c for c in found if c.local == target.claim]
        if len(found) == 1 or named:
            return (named or found)[0]
    return None


def _words(claim: Claim, text: str) -> tuple[str, ...]:
    return tuple(text[span.start : span.end] for span in claim.evidence.spans)


def _kind(local: str) -> str:
    return local.partition("-")[0]


def _overlap(claim: Claim, target: Target) -> bool:
    return any(one.overlaps(other) for one in claim.evidence.spans for other in target.spans)
