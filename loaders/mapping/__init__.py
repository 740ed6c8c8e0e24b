"""Facts as quads: one named graph a claim, PROV and evidence about it."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from loaders.corrections import Mending
from loaders.facts import Actor, Facts, Instrument, MentionKind, Mission, Span
from loaders.identity import Link
from loaders.mapping.articles import article_triples
from loaders.mapping.claims import ArticleGraph, Claim, Claimant, about_claim, mention
from loaders.mapping.every import every_claim
from loaders.mapping.mended import mend
from loaders.mapping.names import Names
from loaders.mapping.nodes import node
from ontology.terms import CMQ

__all__ = ["ArticleGraph", "Claim", "map_facts"]
_UNTOUCHED = Mending()


def map_facts(
    facts: Facts, links: Mapping[str, Link], base: str, mending: Mending = _UNTOUCHED
) -> ArticleGraph:
    """All that an article says; `links` tells where its persons belong, `base` ends in a slash.

    `mending` is what readers have put right, of this article and of others.
    """
    mended = mend(facts, mending, base)
    names = Names(base, mended.facts, links, mending.merges, mended.given)
    claims = tuple(mended.settled(names, every_claim(Claimant(names), mended.facts)))
    own = dict.fromkeys(article_triples(names, facts))
    for span in _denoting(mended.facts):
        own.update(dict.fromkeys(mention(span, names, facts.text)))
    own.update(dict.fromkeys(_mention_kinds(names, mended.facts)))
    own.update(dict.fromkeys(mended.marks(names)))
    for claim in claims:
        own.update(dict.fromkeys(about_claim(claim, names, facts.text)))
    return ArticleGraph(names.article, claims, tuple(own))


def _denoting(facts: Facts) -> Iterator[Span]:
    """Every span that a fact's or a warning's own triples point at."""
    everything: tuple[Actor | Mission | Instrument, ...]
    everything = (*facts.actors, *facts.others, *facts.missions, *facts.instruments)
    mentions = (m for thing in everything for m in thing.mentions)
    yield from (m.span for m in mentions if m.kind is not MentionKind.PRONOUN)
    yield from (warned.span for warned in facts.warnings if warned.span)
    for statement in facts.statements:
        yield statement.span
        if statement.cue:
            yield statement.cue


def _mention_kinds(names: Names, facts: Facts) -> Iterator[ox.Triple]:
    """Whether an actor is named or meant by an office or a description."""
    kind = node(CMQ.mentionKind)
    for m in (m for actor in (*facts.actors, *facts.others) for m in actor.mentions):
        if m.kind is not MentionKind.PRONOUN:
            yield ox.Triple(names.mention(m.span), kind, names.concept(m.kind.value))


def quads(graph: ArticleGraph) -> Iterator[ox.Quad]:
    """The quads of one article alone, before what other articles say is weighed in."""
    for triple in graph.own:
        yield ox.Quad(triple.subject, triple.predicate, triple.object)
    for claim in graph.claims:
        for triple in claim.triples:
            yield ox.Quad(triple.subject, triple.predicate, triple.object, claim.iri)
