"""Statements as claims: who said what to whom, in which words."""

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib.namespace import RDF

from loaders.facts import Facts, Statement
from loaders.mapping.actors import plain_actor
from loaders.mapping.claims import Claim, Claimant, Triple
from loaders.mapping.literals import dated, node, string
from loaders.mapping.meetings import subject_claims
from ontology.terms import CMQ


def statement_claims(make: Claimant, facts: Facts) -> Iterator[Claim]:
    """One claim for each statement, one for each of its topics and instruments."""
    for statement in facts.statements:
        iri, local = make.names.statement(statement), f"statement-{statement.id}"
        yield make.claim(local, iri, statement.evidence, *_said(make, facts, statement, iri))
        yield from subject_claims(make, statement, iri, local)


def _said(
    make: Claimant, facts: Facts, statement: Statement, iri: ox.NamedNode
) -> Iterator[Triple]:
    names, span = make.names, statement.span
    yield Triple(iri, node(RDF.type), node(CMQ.Statement))
    yield Triple(iri, node(CMQ.text), string(facts.text[span.start : span.end]))
    yield Triple(iri, node(CMQ.statementForm), names.concept(statement.form.value))
    yield Triple(iri, node(CMQ.speechAct), names.concept(statement.act))
    yield Triple(iri, node(CMQ.reportedIn), names.article)
    yield Triple(iri, node(CMQ.denotedBy), names.mention(span))
    if statement.cue:
        yield Triple(iri, node(CMQ.cue), names.mention(statement.cue))
    yield from _people(make, statement, iri)
    if statement.channel:
        yield Triple(iri, node(CMQ.channel), names.concept(statement.channel))
    meeting = next((m for m in facts.meetings if m.id == statement.meeting), None)
    if meeting:
        yield Triple(iri, node(CMQ.madeAt), names.meeting(meeting))
    if statement.date:
        yield from dated(iri, statement.date, names)


def _people(make: Claimant, statement: Statement, iri: ox.NamedNode) -> Iterator[Triple]:
    pairs = [(CMQ.speaker, s) for s in (statement.speaker, *statement.co_speakers)]
    pairs += [(CMQ.addressee, a) for a in (statement.addressee,) if a]
    pairs += [(CMQ.about, a) for a in statement.about]
    for predicate, reference in pairs:
        yield Triple(iri, node(predicate), make.names.actor(reference))
        if not make.names.knows(reference):
            yield from plain_actor(make, reference)
