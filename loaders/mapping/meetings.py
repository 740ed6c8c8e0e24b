"""Meetings as claims: who came together, how it stands, when, where, about what."""

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib.namespace import RDF, RDFS

from loaders.facts import Facts, Group, Meeting, Participation, Stated, Statement
from loaders.mapping.actors import plain_actor
from loaders.mapping.claims import Claim, Claimant, Triple, date_evidence
from loaders.mapping.literals import dated, integer, node, string
from ontology.concepts import members
from ontology.terms import CMQ

_PARTS = {"participant": CMQ.participant, "host": CMQ.host, "mediator": CMQ.mediator}


def meeting_claims(make: Claimant, facts: Facts) -> Iterator[Claim]:
    """One claim for each thing that an article says of each meeting."""
    for meeting in facts.meetings:
        iri, local = make.names.meeting(meeting), f"meeting-{meeting.id}"
        core = meeting.evidence
        yield make.claim(local, iri, core, *_gathering(make, facts, meeting, iri))
        status = Triple(iri, node(CMQ.status), make.names.concept(meeting.status.value))
        yield make.claim(f"{local}-status", iri, meeting.status_evidence, status, within=core)
        if meeting.date:
            evidence = date_evidence(meeting.date, core, "meeting.date")
            triples = dated(iri, meeting.date, make.names)
            yield make.claim(f"{local}-date", iri, evidence, *triples, within=core)
        if meeting.place:
            triples = _placed(make, iri, meeting.place)
            yield make.claim(f"{local}-place", iri, meeting.place.evidence, *triples, within=core)
        yield from _contents(make, meeting, iri, local)


def _gathering(
    make: Claimant, facts: Facts, meeting: Meeting, iri: ox.NamedNode
) -> Iterator[Triple]:
    yield Triple(iri, node(RDF.type), node(CMQ.Meeting))
    yield Triple(iri, node(RDFS.label), string(_label(make, meeting)))
    yield Triple(iri, node(CMQ.form), make.names.concept(meeting.kind))
    yield Triple(iri, node(CMQ.reportedIn), make.names.article)
    for span in meeting.evidence.spans:
        yield Triple(iri, node(CMQ.denotedBy), make.names.mention(span))
    for part in meeting.participations:
        yield from _participation(make, meeting, iri, part)
    for number, group in enumerate(meeting.groups, 1):
        yield from _group(make, meeting, iri, number, group)
    whole = next((m for m in facts.meetings if m.id == meeting.part_of), None)
    if whole:
        yield Triple(iri, node(CMQ.partOf), make.names.meeting(whole))


def _label(make: Claimant, meeting: Meeting) -> str:
    """A name for people: who, and when where that is known."""
    who = sorted({make.names.label(p.actor) for p in meeting.participations})
    who += [g.label for g in meeting.groups]
    when = meeting.date.edtf if meeting.date else None
    return f"{', '.join(who)} ({when})" if when else ", ".join(who)


def _sides(make: Claimant, meeting: Meeting) -> dict[int, int]:
    """Sides numbered by their first member's IRI, so that articles which agree number alike."""
    first: dict[int, str] = {}
    for part in meeting.participations:
        if part.side is not None:
            iri = make.names.actor(part.actor).value
            first[part.side] = min(first.get(part.side, iri), iri)
    ordered = sorted(first, key=lambda side: (first[side], side))
    return {side: number for number, side in enumerate(ordered)}


def _participation(
    make: Claimant, meeting: Meeting, iri: ox.NamedNode, part: Participation
) -> Iterator[Triple]:
    """One actor's part, as this article tells it: another may give another part or side."""
    actor = make.names.actor(part.actor)
    own = _telling(make, "participation", meeting, actor.value.rsplit("/", 1)[1])
    if not make.names.knows(part.actor):
        yield from plain_actor(make, part.actor)
    yield Triple(iri, node(CMQ.participant), actor)
    yield Triple(iri, node(_PARTS[part.part]), actor)
    yield Triple(iri, node(CMQ.participation), own)
    yield Triple(own, node(RDF.type), node(CMQ.Participation))
    yield Triple(own, node(CMQ.participantActor), actor)
    yield Triple(own, node(CMQ.part), make.names.concept(f"{part.part}Part"))
    if part.side is not None:
        yield Triple(own, node(CMQ.side), integer(_sides(make, meeting)[part.side]))
    if part.capacity:
        yield Triple(own, node(CMQ.capacity), string(part.capacity))


def _group(
    make: Claimant, meeting: Meeting, iri: ox.NamedNode, number: int, group: Group
) -> Iterator[Triple]:
    own = _telling(make, "group", meeting, str(number))
    yield Triple(iri, node(CMQ.group), own)
    yield Triple(own, node(RDF.type), node(CMQ.Group))
    yield Triple(own, node(RDFS.label), string(group.label))
    if group.of:
        yield Triple(own, node(CMQ.groupOf), make.names.actor(group.of))
        if not make.names.knows(group.of):
            yield from plain_actor(make, group.of)


def _telling(make: Claimant, kind: str, meeting: Meeting, last: str) -> ox.NamedNode:
    """A node that belongs to what this article tells of a meeting."""
    return make.names.iri(kind, make.names.token, meeting.id, last)


def _placed(make: Claimant, meeting: ox.NamedNode, place: Stated) -> Iterator[Triple]:
    where = make.names.place(place.value)
    yield Triple(meeting, node(CMQ.atPlace), where)
    yield from placed(where, place.value)


def placed(where: ox.NamedNode, name: str) -> Iterator[Triple]:
    """What a place is called."""
    yield Triple(where, node(RDF.type), node(CMQ.Place))
    yield Triple(where, node(RDFS.label), string(name))


def _contents(make: Claimant, meeting: Meeting, iri: ox.NamedNode, local: str) -> Iterator[Claim]:
    """Topics, instruments and the outcome, each with its own words."""
    core = meeting.evidence
    yield from subject_claims(make, meeting, iri, local)
    if meeting.outcome:
        triple = Triple(iri, node(CMQ.outcome), string(meeting.outcome.value))
        yield make.claim(f"{local}-outcome", iri, meeting.outcome.evidence, triple, within=core)


def subject_claims(
    make: Claimant, of: Meeting | Statement, iri: ox.NamedNode, local: str
) -> Iterator[Claim]:
    """What a meeting or statement is about: topics and instruments, each with its own words."""
    for number, topic in enumerate(of.topics, 1):
        triple = _topic(make, iri, topic)
        yield make.claim(f"{local}-topic-{number}", iri, topic.evidence, triple, within=of.evidence)
    for number, instrument in enumerate(of.instruments, 1):
        triple = Triple(iri, node(CMQ.discusses), make.names.instrument(instrument.value))
        name, evidence = f"{local}-instrument-{number}", instrument.evidence
        yield make.claim(name, iri, evidence, triple, within=of.evidence)


def _topic(make: Claimant, subject: ox.NamedNode, topic: Stated) -> Triple:
    """A topic of the scheme by its concept, any other by the article's words."""
    if topic.value in members("topics"):
        return Triple(subject, node(CMQ.topic), make.names.concept(topic.value))
    return Triple(subject, node(CMQ.topicWords), string(topic.value))
