"""The rows of each table, in the order of its columns: what the accepted graph says of each thing;
of evidence, all claims."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from rdflib import URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from ontology.terms import (
    ARTICLE_AUTHOR,
    ARTICLE_LANGUAGE,
    ARTICLE_LICENSE,
    ARTICLE_PUBLISHER,
    ARTICLE_TITLE,
    ARTICLE_URL,
    CMQ,
)
from service.exports.evidence import confidences, evidence, words
from service.exports.filters import Filters
from service.exports.selection import iris, values
from service.exports.source import Source, batched
from service.exports.things import SEPARATOR, Thing, describe, described, local

Cell = str | int | Decimal | bool | None
Row = tuple[Cell, ...]
_CLASSES = (CMQ.Mission, CMQ.Person, CMQ.Polity, CMQ.Organization)
_DATED = (CMQ.date, CMQ.earliest, CMQ.latest)


def actor_type(actor: Thing) -> str:
    """The most telling of an actor's classes."""
    held = set(actor.iris(RDF.type))
    return local(str(next((c for c in _CLASSES if str(c) in held), CMQ.Actor)))


def offices(source: Source, batch: list[str]) -> dict[str, list[str]]:
    """The labels of the offices that accepted claims give to some actors."""
    found: dict[str, list[str]] = {}
    asked = f"{values('thing', batch)} ?thing ^cmq:holder/cmq:office/rdfs:label ?label"
    for row in source.rows(f"SELECT DISTINCT ?thing ?label WHERE {{ {asked} }}"):
        found.setdefault(row["thing"].value, []).append(row["label"].value)
    return found


def _actors(source: Source, filters: Filters) -> Iterator[Row]:
    for batch in batched(iris(source, filters, "actors")):
        held = offices(source, batch)
        for it in described(source, batch, RDF.type, RDFS.label, CMQ.name, SKOS.exactMatch):
            roles = SEPARATOR.join(sorted(held.get(it.iri, ()))) or None
            name, names = it.labels(RDFS.label), it.labels(CMQ.name)
            yield it.iri, name, actor_type(it), names, roles, it.first(SKOS.exactMatch)
        source.told(len(batch))


def _articles(source: Source, filters: Filters) -> Iterator[Row]:
    shown = (
        ARTICLE_TITLE,
        ARTICLE_PUBLISHER,
        ARTICLE_AUTHOR,
        CMQ.published,
        ARTICLE_URL,
        ARTICLE_LANGUAGE,
        ARTICLE_LICENSE,
    )
    for it in describe(source, iris(source, filters, "articles"), CMQ.key, *shown):
        yield it.first(CMQ.key) or local(it.iri), it.iri, *map(it.labels, shown)


def _meetings(source: Source, filters: Filters) -> Iterator[Row]:
    named = (CMQ.status, CMQ.form, CMQ.atPlace, CMQ.participant, CMQ.group)
    about = (CMQ.topic, CMQ.topicWords)
    more = (RDFS.label, *_DATED, CMQ.dateOffset, CMQ.outcome, CMQ.reportedIn)
    for it in describe(source, iris(source, filters, "meetings"), *named, *about, *more):
        dates = (it.first(term) for term in (*_DATED, CMQ.dateOffset))
        name, topics = it.labels(RDFS.label), it.labels(*about)
        end = (topics, it.labels(CMQ.outcome), it.labels(CMQ.reportedIn))
        yield it.iri, name, *dates, *map(it.labels, named), *end


def _participants(source: Source, filters: Filters) -> Iterator[Row]:
    shown = (CMQ.participantActor, CMQ.part, CMQ.side, CMQ.capacity)
    for batch in batched(iris(source, filters, "meetings")):
        whole = described(source, batch, CMQ.participation)
        parts = {iri: it.iri for it in whole for iri in it.iris(CMQ.participation)}
        for it in described(source, sorted(parts, key=lambda p: (parts[p], p)), *shown):
            part, capacity = it.labels(CMQ.part), it.labels(CMQ.capacity)
            who, name = it.first(CMQ.participantActor), it.labels(CMQ.participantActor)
            yield it.iri, parts[it.iri], who, name, part, it.integer(CMQ.side), capacity
        source.told(len(batch))


def _statements(source: Source, filters: Filters) -> Iterator[Row]:
    said = (CMQ.statementForm, CMQ.speechAct, CMQ.channel, CMQ.text)
    about = (CMQ.about, CMQ.discusses)
    topics = (CMQ.topic, CMQ.topicWords)
    more = (*_DATED, CMQ.speaker, CMQ.addressee, CMQ.madeAt, CMQ.reportedIn)
    for batch in batched(iris(source, filters, "statements")):
        sure, spans = confidences(source, batch), words(source, batch)
        for it in described(source, batch, *said, *about, *topics, *more):
            start, end, published = spans.get(it.iri, (None, None, None))
            yield (
                it.iri,
                *(it.first(term) for term in _DATED),
                published,
                *_people(it, CMQ.speaker),
                *_people(it, CMQ.addressee),
                *map(it.labels, said),
                it.labels(*about),
                it.labels(*topics),
                it.first(CMQ.madeAt),
                it.labels(CMQ.reportedIn),
                start,
                end,
                sure.get(it.iri),
            )
        source.told(len(batch))


def _people(it: Thing, prop: URIRef) -> tuple[str | None, str | None]:
    return SEPARATOR.join(it.iris(prop)) or None, it.labels(prop)


def _missions(source: Source, filters: Filters) -> Iterator[Row]:
    named = (CMQ.operatesIn, CMQ.mandate)
    more = (RDFS.label, CMQ.name, CMQ.described, CMQ.ledBy, CMQ.contributor)
    head = (CMQ.commander, CMQ.commanderDescription)
    for batch in batched(iris(source, filters, "missions")):
        whole = described(source, batch, *named, *more, *head, CMQ.reportedIn)
        tenures = sorted({iri for it in whole for iri in it.iris(CMQ.commander)})
        holders = {t.iri: t.labels(CMQ.holder) for t in described(source, tenures, CMQ.holder)}
        for it in whole:
            people = {holders.get(iri) or local(iri) for iri in it.iris(CMQ.commander)}
            people |= {value.text for value in it.all(CMQ.commanderDescription)}
            described_only = it.first(CMQ.described) == "true"
            names = it.labels(RDFS.label), it.labels(CMQ.name), described_only
            led, standing = _people(it, CMQ.ledBy), map(it.labels, named)
            commander = SEPARATOR.join(sorted(people)) or None
            end = (commander, it.labels(CMQ.contributor), it.labels(CMQ.reportedIn))
            yield it.iri, *names, *led, *standing, *end
        source.told(len(batch))


def _figures(source: Source, filters: Filters) -> Iterator[Row]:
    kinds = (CMQ.measure, CMQ.figureKind, CMQ.bound)
    end = (CMQ.countedIn, CMQ.saidBy, CMQ.reportedIn)
    more = (CMQ.figureFor, CMQ.value, CMQ.unit, CMQ.asOf)
    for it in describe(source, iris(source, filters, "figures"), *kinds, *more, *end):
        mission, name = it.first(CMQ.figureFor), it.labels(CMQ.figureFor)
        number = (it.decimal(CMQ.value), it.labels(CMQ.unit), it.first(CMQ.asOf))
        yield it.iri, mission, name, *map(it.labels, kinds), *number, *map(it.labels, end)


_ROWS: dict[str, Callable[[Source, Filters], Iterable[Row]]] = {
    "actors": _actors,
    "articles": _articles,
    "meetings": _meetings,
    "participants": _participants,
    "statements": _statements,
    "missions": _missions,
    "figures": _figures,
    "evidence": evidence,
}


def rows(name: str, source: Source, filters: Filters) -> Iterable[Row]:
    """A table's rows, those of one thing after those of another, by IRI."""
    return _ROWS[name](source, filters)
