"""Claims and what an article contributes to the graph, before it is written as quads."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import pyoxigraph as ox
from rdflib.namespace import PROV, RDF

from loaders.confidence import is_sure
from loaders.facts import Date, Evidence, Factuality, Span
from loaders.mapping.literals import boolean, decimal, integer, node, string
from loaders.mapping.names import Names
from ontology.terms import CMQ, NIF

Triple = ox.Triple
_TAKEN = {Factuality.ASSERTED, Factuality.SCHEDULED}


@dataclass(frozen=True)
class Claim:
    """One fact: its triples (the named graph `iri`), their subject and why they are believed."""

    iri: ox.NamedNode
    subject: ox.NamedNode
    triples: tuple[Triple, ...]
    evidence: Evidence
    accepted: bool
    reason: str | None = None
    influences: tuple[ox.NamedNode, ...] = ()

    @property
    def local(self) -> str:
        """Its name within the article."""
        return self.iri.value.rsplit("/", 1)[1]


@dataclass(frozen=True)
class ArticleGraph:
    """All that one article says: its claims, and triples about the article and its claims alone."""

    article: ox.NamedNode
    claims: tuple[Claim, ...]
    own: tuple[Triple, ...]


@dataclass(frozen=True)
class Claimant:
    """Makes an article's claims, all named after it."""

    names: Names

    def claim(
        self,
        local: str,
        subject: ox.NamedNode,
        evidence: Evidence,
        *triples: Triple,
        within: Evidence | None = None,
        sourced: bool = False,
        reason: str | None = None,
        needed: bool = False,
    ) -> Claim:
        """A claim; `within` is what it depends on, `sourced` lets a named source's word count.

        What is `needed` is accepted however doubtful, as other facts speak of it.
        """
        accepted = needed or acceptable(evidence, sourced=sourced)
        if within is not None:
            accepted = accepted and acceptable(within, sourced=sourced)
            evidence = replace(evidence, factuality=_weaker(evidence, within))
        return Claim(self.names.claim(local), subject, triples, evidence, accepted, reason)


def acceptable(evidence: Evidence, *, sourced: bool = False) -> bool:
    """Whether a fact enters the default graph (design, section 2)."""
    said = sourced and evidence.factuality is Factuality.ATTRIBUTED and bool(evidence.said_by)
    return is_sure(evidence) and (evidence.factuality in _TAKEN or said)


def _weaker(evidence: Evidence, within: Evidence) -> Factuality:
    """A part is no more factual than the whole: the date of a denied meeting is denied with it."""
    return evidence.factuality if within.factuality in _TAKEN else within.factuality


def about_claim(claim: Claim, names: Names, text: str) -> Iterator[Triple]:
    """What the default graph says of a claim: evidence, confidence, factuality, rule, run."""
    iri, evidence = claim.iri, claim.evidence
    yield Triple(iri, node(RDF.type), node(CMQ.Claim))
    yield Triple(iri, node(CMQ.subject), claim.subject)
    yield Triple(iri, node(CMQ.reportedIn), names.article)
    yield Triple(iri, node(CMQ.confidence), decimal(Decimal(str(round(evidence.confidence, 3)))))
    yield Triple(iri, node(CMQ.factuality), names.concept(evidence.factuality.value))
    yield Triple(iri, node(CMQ.accepted), boolean(claim.accepted))
    yield Triple(iri, node(CMQ.rule), string(evidence.rule))
    yield Triple(iri, node(PROV.wasGeneratedBy), names.run)
    for correction in claim.influences:
        yield Triple(iri, node(PROV.wasInfluencedBy), correction)
    if claim.reason:
        yield Triple(iri, node(CMQ.linkReason), string(claim.reason))
    if evidence.said_by:
        yield Triple(iri, node(CMQ.saidBy), names.actor(evidence.said_by))
    for span in evidence.spans:
        yield Triple(iri, node(CMQ.denotedBy), names.mention(span))
        yield from mention(span, names, text)


def mention(span: Span, names: Names, text: str) -> Iterator[Triple]:
    """A span of the article as a NIF string (offsets in code points, end exclusive)."""
    iri = names.mention(span)
    yield Triple(iri, node(RDF.type), node(CMQ.Mention))
    yield Triple(iri, node(CMQ.inArticle), names.article)
    yield Triple(iri, node(NIF.beginIndex), integer(span.start))
    yield Triple(iri, node(NIF.endIndex), integer(span.end))
    yield Triple(iri, node(NIF.anchorOf), string(text[span.start : span.end]))


def date_evidence(date: Date, otherwise: Evidence, rule: str) -> Evidence:
    """The date's own words as evidence; the fact's where the date has none in the text."""
    spans = (date.span,) if date.span else otherwise.spans
    return replace(otherwise, spans=spans, rule=rule)
