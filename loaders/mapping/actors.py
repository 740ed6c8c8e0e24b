"""Actors, their offices and how the article names them, as claims."""

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib.namespace import RDF, RDFS, SKOS

from loaders.facts import Actor, ActorType, Facts, Mention, MentionKind, Role
from loaders.mapping.claims import Claim, Claimant, Triple
from loaders.mapping.literals import edtf, node, string
from ontology.terms import CMQ

_CLASSES = {
    ActorType.PERSON: CMQ.Person,
    ActorType.ORGANIZATION: CMQ.Organization,
    ActorType.STATE: CMQ.Polity,
}
_WIKIDATA = "http://www.wikidata.org/entity/"


def actor_claims(make: Claimant, facts: Facts) -> Iterator[Claim]:
    """Each actor's names, then each of its offices."""
    for actor in (*facts.actors, *facts.others):
        link = make.names.links.get(actor.id)
        iri = make.names.actor(actor.id)
        triples = _described(make, facts, actor, iri)
        merge = make.names.merge_of(actor)
        reason = merge.why if merge else link.reason if link else None
        claim = f"actor-{actor.id}"
        yield make.claim(claim, iri, actor.evidence, *triples, reason=reason, needed=True)
        for number, role in enumerate(actor.roles, 1):
            yield _tenure(make, facts, f"role-{actor.id}-{number}", iri, role)


def _described(make: Claimant, facts: Facts, actor: Actor, iri: ox.NamedNode) -> Iterator[Triple]:
    link = make.names.links.get(actor.id)
    yield Triple(iri, node(RDF.type), node(CMQ.Actor))
    yield Triple(iri, node(RDF.type), node(_CLASSES[actor.type]))
    merge = make.names.merge_of(actor)
    if merge:
        yield Triple(iri, node(RDFS.label), string(merge.label))
    elif not (link and link.reason):  # one joined to another's full name has no label of its own
        yield Triple(iri, node(RDFS.label), string(actor.name))
    yield from named(make, facts, iri, actor.mentions, (actor.name, *actor.aliases))
    if actor.wikidata:
        entity = ox.NamedNode(_WIKIDATA + actor.wikidata)
        yield Triple(iri, node(SKOS.exactMatch), entity)


def named(
    make: Claimant,
    facts: Facts,
    iri: ox.NamedNode,
    mentions: tuple[Mention, ...],
    names: tuple[str, ...],
) -> Iterator[Triple]:
    """The names that a thing goes by and where the article uses them; pronouns name nobody."""
    telling = [m for m in mentions if m.kind is not MentionKind.PRONOUN]
    words = [facts.text[m.span.start : m.span.end] for m in telling if m.kind is MentionKind.NAME]
    for name in sorted({*names, *words}):
        yield Triple(iri, node(CMQ.name), string(name))
    for mention in telling:
        yield Triple(iri, node(CMQ.denotedBy), make.names.mention(mention.span))


def _tenure(make: Claimant, facts: Facts, local: str, holder: ox.NamedNode, role: Role) -> Claim:
    office = make.names.office(role.title, role.of)
    tenure = make.names.tenure(holder, office)
    triples = [*tenure_triples(make, facts, tenure, holder, office)]
    triples += office_triples(make, office, role.title, role.of)
    return make.claim(local, tenure, role.evidence, *triples, sourced=True)


def tenure_triples(
    make: Claimant,
    facts: Facts,
    tenure: ox.NamedNode,
    holder: ox.NamedNode,
    office: ox.NamedNode,
) -> Iterator[Triple]:
    """That a person held an office, attested on the article's day."""
    yield Triple(tenure, node(RDF.type), node(CMQ.Tenure))
    yield Triple(tenure, node(CMQ.holder), holder)
    yield Triple(tenure, node(CMQ.office), office)
    yield Triple(tenure, node(CMQ.reportedIn), make.names.article)
    published = facts.anatomy.published
    if published and published.edtf:
        yield Triple(tenure, node(CMQ.attestedOn), edtf(published.edtf))


def office_triples(
    make: Claimant, office: ox.NamedNode, title: str, of: str | None
) -> Iterator[Triple]:
    """What an office is called and whose it is."""
    label = f"{title} of {make.names.label(of)}" if of else title
    yield Triple(office, node(RDF.type), node(CMQ.Office))
    yield Triple(office, node(RDFS.label), string(label))
    yield Triple(office, node(CMQ.name), string(title))
    if of:
        yield Triple(office, node(CMQ.officeOf), make.names.actor(of))
        if not make.names.knows(of):
            yield from plain_actor(make, of)


def plain_actor(make: Claimant, name: str) -> Iterator[Triple]:
    """Someone whom the article names only in passing."""
    iri, label = make.names.actor(name), make.names.called(name)
    yield Triple(iri, node(RDF.type), node(CMQ.Actor))
    yield Triple(iri, node(RDFS.label), string(label))
    yield Triple(iri, node(CMQ.name), string(make.names.given.get(name, name)))
