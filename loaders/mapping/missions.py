"""Missions, their figures and the instruments they stand on, as claims."""

from collections.abc import Iterator
from decimal import Decimal

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import RDF, RDFS

from loaders.facts import Facts, Figure, Mission, Stated
from loaders.mapping.actors import named, office_triples, plain_actor, tenure_triples
from loaders.mapping.claims import Claim, Claimant, Triple
from loaders.mapping.literals import boolean, decimal, edtf, node, string
from loaders.mapping.meetings import placed
from ontology.terms import CMQ


def mission_claims(make: Claimant, facts: Facts) -> Iterator[Claim]:
    """One claim for each thing that an article says of each mission."""
    for mission in facts.missions:
        iri, local = make.names.mission(mission), f"mission-{mission.id}"
        yield make.claim(local, iri, mission.evidence, *_described(make, facts, mission, iri))
        yield from _standing(make, facts, mission, iri, local)
        for number, figure in enumerate(mission.figures, 1):
            own = make.names.iri("figure", make.names.token, f"{mission.id}-{number}")
            triples = _figure(make, figure, own, iri)
            name = f"{local}-figure-{number}"
            yield make.claim(name, own, figure.evidence, *triples, sourced=True)


def _described(
    make: Claimant, facts: Facts, mission: Mission, iri: ox.NamedNode
) -> Iterator[Triple]:
    for kind in (CMQ.Actor, CMQ.Organization, CMQ.Mission):
        yield Triple(iri, node(RDF.type), node(kind))
    yield Triple(iri, node(RDFS.label), string(mission.name))
    yield Triple(iri, node(CMQ.reportedIn), make.names.article)
    if mission.described:
        yield Triple(iri, node(CMQ.described), boolean(True))
    yield from named(make, facts, iri, mission.mentions, (mission.name, *mission.aliases))


def _standing(
    make: Claimant, facts: Facts, mission: Mission, iri: ox.NamedNode, local: str
) -> Iterator[Claim]:
    """Lead, place, mandate, commander and contributors."""
    bodies = [("lead", CMQ.ledBy, mission.lead)] if mission.lead else []
    bodies += [
        (f"contributor-{n}", CMQ.contributor, c) for n, c in enumerate(mission.contributors, 1)
    ]
    for name, predicate, stated in bodies:
        body = _body(make, iri, predicate, stated.value)
        yield make.claim(f"{local}-{name}", iri, stated.evidence, *body, sourced=True)
    for name, stated, triples in _rest(make, facts, mission, iri):
        yield make.claim(f"{local}-{name}", iri, stated.evidence, *triples, sourced=True)


def _body(make: Claimant, iri: ox.NamedNode, predicate: URIRef, reference: str) -> Iterator[Triple]:
    yield Triple(iri, node(predicate), make.names.actor(reference))
    if not make.names.knows(reference):
        yield from plain_actor(make, reference)


def _rest(
    make: Claimant, facts: Facts, mission: Mission, iri: ox.NamedNode
) -> Iterator[tuple[str, Stated, list[Triple]]]:
    if mission.place:
        where = make.names.place(mission.place.value)
        place = [Triple(iri, node(CMQ.operatesIn), where), *placed(where, mission.place.value)]
        yield "place", mission.place, place
    if mission.mandate:
        instrument = make.names.instrument(mission.mandate.value)
        mandate = [Triple(iri, node(CMQ.mandate), instrument)]
        mandate += instrument_triples(instrument, mission.mandate.value)
        yield "mandate", mission.mandate, mandate
    if mission.commander:
        yield "commander", mission.commander, _commander(make, facts, mission, mission.commander)
    if mission.commander_described:
        words = string(mission.commander_described.value)
        described = [Triple(iri, node(CMQ.commanderDescription), words)]
        yield "commander-described", mission.commander_described, described


def _commander(make: Claimant, facts: Facts, mission: Mission, stated: Stated) -> list[Triple]:
    holder = make.names.actor(stated.value)
    title = _title(facts, mission, stated.value)
    office = make.names.office(title, mission.id)
    tenure = make.names.tenure(holder, office)
    triples = [Triple(make.names.mission(mission), node(CMQ.commander), tenure)]
    triples += tenure_triples(make, facts, tenure, holder, office)
    triples += office_triples(make, office, title, mission.id)
    if not make.names.knows(stated.value):
        triples += plain_actor(make, stated.value)
    return triples


def _title(facts: Facts, mission: Mission, person: str) -> str:
    """The title that the article gives the commander: a mission may have a director or a head."""
    names = {mission.id, mission.name, *mission.aliases}
    roles = (r for actor in facts.actors if actor.id == person for r in actor.roles)
    return next((role.title for role in roles if role.of in names), "Commander")


def _figure(
    make: Claimant, figure: Figure, own: ox.NamedNode, mission: ox.NamedNode
) -> Iterator[Triple]:
    names = make.names
    yield Triple(own, node(RDF.type), node(CMQ.Figure))
    yield Triple(own, node(CMQ.figureFor), mission)
    yield Triple(own, node(CMQ.measure), names.concept(figure.measure))
    yield Triple(own, node(CMQ.figureKind), names.concept(figure.kind.value))
    yield Triple(own, node(CMQ.bound), names.concept(figure.bound))
    yield Triple(own, node(CMQ.value), decimal(Decimal(str(figure.value))))
    yield Triple(own, node(CMQ.reportedIn), names.article)
    for span in figure.evidence.spans:
        yield Triple(own, node(CMQ.denotedBy), names.mention(span))
    if figure.place:
        where = names.place(figure.place)
        yield Triple(own, node(CMQ.countedIn), where)
        yield from placed(where, figure.place)
    if figure.unit:
        yield Triple(own, node(CMQ.unit), string(figure.unit))
    if figure.as_of and figure.as_of.edtf:
        yield Triple(own, node(CMQ.asOf), edtf(figure.as_of.edtf))
    if figure.evidence.said_by:
        yield Triple(own, node(CMQ.saidBy), names.actor(figure.evidence.said_by))


def instrument_claims(make: Claimant, facts: Facts) -> Iterator[Claim]:
    """Each agreement, treaty, resolution or programme."""
    for instrument in facts.instruments:
        iri = make.names.instrument(instrument.id)
        triples = list(instrument_triples(iri, instrument.name))
        kind = make.names.concept(instrument.kind)
        triples.append(Triple(iri, node(CMQ.instrumentKind), kind))
        triples.append(Triple(iri, node(CMQ.reportedIn), make.names.article))
        wordings = (instrument.name, *instrument.aliases)
        triples += named(make, facts, iri, instrument.mentions, wordings)
        yield make.claim(f"instrument-{instrument.id}", iri, instrument.evidence, *triples)


def instrument_triples(iri: ox.NamedNode, name: str) -> Iterator[Triple]:
    """What an instrument is called."""
    yield Triple(iri, node(RDF.type), node(CMQ.Instrument))
    yield Triple(iri, node(RDFS.label), string(name))
