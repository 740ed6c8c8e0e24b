"""FollowTheMoney entities as JSON lines, as Aleph, OpenAleph and `ftm` take them."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from rdflib import URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from ontology.terms import ARTICLE_AUTHOR, ARTICLE_PUBLISHER, ARTICLE_TITLE, ARTICLE_URL, CMQ
from service.exports.filters import Filters
from service.exports.network import Members
from service.exports.rows import actor_type
from service.exports.selection import values
from service.exports.source import Source, batched
from service.exports.things import Thing, described, local

Entity = dict[str, Any]
_SCHEMATA = {
    "Person": "Person",
    "Organization": "Organization",
    "Mission": "Organization",
    "Polity": "PublicBody",
    "Actor": "LegalEntity",
}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")  # what it reads of dates
_QID = re.compile(r"Q\d+$")
_TOLD = "VALUES ?class { cmq:Person cmq:Organization cmq:Polity } ?thing a ?class"
_TENURES = """
SELECT DISTINCT ?tenure ?holder ?office ?start ?end ?attested WHERE {
  %s ?tenure cmq:holder ?holder ; cmq:office ?office
  OPTIONAL { ?tenure cmq:start ?start } OPTIONAL { ?tenure cmq:end ?end }
  OPTIONAL { ?tenure cmq:attestedOn ?attested }
}
"""


def identify(iri: str) -> str:
    """A FollowTheMoney id, which can't be an IRI."""
    return f"cmq-{hashlib.sha1(iri.encode(), usedforsecurity=False).hexdigest()}"


def ftm(source: Source, filters: Filters) -> Iterator[bytes]:
    """An entity a line: documents, actors and what ties them, meetings, statements."""
    members = Members(source, filters)
    for kind, make in _MAKERS.items():
        for batch in batched(members.of(kind)):
            made = (entity for entity in make(source, members, batch))
            lines = (json.dumps(entity, ensure_ascii=False, sort_keys=True) for entity in made)
            yield "".join(f"{line}\n" for line in lines).encode()
            source.told(len(batch))


def _entity(iri: str, schema: str, **told: list[str] | str | None) -> Entity:
    held = {name: [value] if isinstance(value, str) else value for name, value in told.items()}
    return {
        "id": identify(iri),
        "schema": schema,
        "properties": {name: value for name, value in held.items() if value},
    }


def _articles(source: Source, _: Members, batch: list[str]) -> Iterator[Entity]:
    shown = (RDFS.label, ARTICLE_TITLE, ARTICLE_AUTHOR, ARTICLE_PUBLISHER, CMQ.published)
    for it in described(source, batch, CMQ.key, ARTICLE_URL, *shown):
        yield _entity(
            it.iri,
            "Article",
            title=_texts(it, ARTICLE_TITLE) or _texts(it, RDFS.label),
            fileName=_texts(it, CMQ.key),
            author=_texts(it, ARTICLE_AUTHOR),
            publisher=_texts(it, ARTICLE_PUBLISHER),
            publishedAt=_dates(it, CMQ.published),
            sourceUrl=[url for url in _texts(it, ARTICLE_URL) if "://" in url],
        )


def _actors(source: Source, _: Members, batch: list[str]) -> Iterator[Entity]:
    officials = _officials(source, batch)
    for it in described(source, batch, RDF.type, RDFS.label, CMQ.name, SKOS.exactMatch):
        name = it.labels(RDFS.label) or local(it.iri)
        known = (_QID.search(iri) for iri in it.iris(SKOS.exactMatch))
        yield _entity(
            it.iri,
            "Person" if it.iri in officials else _SCHEMATA[actor_type(it)],
            name=name,
            alias=[alias for alias in _texts(it, CMQ.name) if alias != name],
            wikidataId=[found.group() for found in known if found],
        )


def _officials(source: Source, batch: list[str]) -> set[str]:
    """Those who hold an office, and so are people though no article says what they are."""
    asked = f"{values('thing', batch)} ?tenure cmq:holder ?thing MINUS {{ {_TOLD} }}"
    return {row["thing"].value for row in source.rows(f"SELECT ?thing WHERE {{ {asked} }}")}


def _missions(source: Source, members: Members, batch: list[str]) -> Iterator[Entity]:
    """Who leads a mission and gives to it; the mission itself is among the actors."""
    actors = members.known("actors")
    for it in described(source, batch, CMQ.ledBy, CMQ.contributor):
        ties = ((CMQ.ledBy, "lead"), (CMQ.contributor, "contributor"))
        for prop, role in ties:
            for body in (iri for iri in it.iris(prop) if iri in actors):
                ends = {"member": [identify(body)], "organization": [identify(it.iri)]}
                yield _entity(f"{it.iri} {role} {body}", "Membership", role=role, **ends)


def _offices(source: Source, members: Members, batch: list[str]) -> Iterator[Entity]:
    actors = members.known("actors")
    for it in described(source, batch, RDFS.label, CMQ.officeOf):
        bodies = [identify(iri) for iri in it.iris(CMQ.officeOf) if iri in actors]
        name = it.labels(RDFS.label) or local(it.iri)
        yield _entity(it.iri, "Position", name=name, organization=bodies)
    held: dict[str, dict[str, set[str]]] = {}
    for row in source.rows(_TENURES % values("office", batch)):
        if row["holder"].value not in actors:
            continue
        told = held.setdefault(row["tenure"].value, {})
        for name in ("holder", "office", "start", "end", "attested"):
            if row[name] is not None:
                told.setdefault(name, set()).add(row[name].value)
    for tenure, told in sorted(held.items()):
        yield _occupancy(tenure, told)


def _occupancy(tenure: str, told: dict[str, set[str]]) -> Entity:
    def dates(name: str) -> list[str]:
        return sorted(filter(_DATE.fullmatch, told.get(name, ())))

    return _entity(
        tenure,
        "Occupancy",
        holder=[identify(iri) for iri in sorted(told["holder"])],
        post=[identify(iri) for iri in sorted(told["office"])],
        startDate=dates("start"),
        endDate=dates("end"),
        date=dates("attested"),
    )


def _meetings(source: Source, members: Members, batch: list[str]) -> Iterator[Entity]:
    actors, articles = members.known("actors"), members.known("articles")
    told = (RDFS.label, CMQ.date, CMQ.earliest, CMQ.latest, CMQ.atPlace, CMQ.outcome)
    more = (CMQ.participant, CMQ.host, CMQ.topic, CMQ.topicWords, CMQ.status, CMQ.form)
    for it in described(source, batch, *told, *more, CMQ.reportedIn):
        yield _entity(
            it.iri,
            "Event",
            name=it.labels(RDFS.label) or local(it.iri),
            involved=_known(it, CMQ.participant, actors),
            organizer=_known(it, CMQ.host, actors),
            location=_labels(it, CMQ.atPlace),
            keywords=_labels(it, CMQ.topic, CMQ.topicWords),
            description=_labels(it, CMQ.status, CMQ.form),
            summary=_texts(it, CMQ.outcome),
            proof=_known(it, CMQ.reportedIn, articles),
            **_when(it),
        )


def _statements(source: Source, members: Members, batch: list[str]) -> Iterator[Entity]:
    actors, articles = members.known("actors"), members.known("articles")
    told = (CMQ.date, CMQ.earliest, CMQ.latest, CMQ.speechAct, CMQ.topic, CMQ.topicWords)
    for it in described(
        source, batch, *told, CMQ.text, CMQ.speaker, CMQ.addressee, CMQ.about, CMQ.reportedIn
    ):
        yield _entity(
            it.iri,
            "Message",
            bodyText=_texts(it, CMQ.text),
            sender=_known(it, CMQ.speaker, actors),
            recipients=_known(it, CMQ.addressee, actors),
            namesMentioned=_labels(it, CMQ.about),
            keywords=_labels(it, CMQ.topic, CMQ.topicWords),
            description=_labels(it, CMQ.speechAct),
            proof=_known(it, CMQ.reportedIn, articles),
            **_when(it),
        )


def _when(it: Thing) -> dict[str, list[str]]:
    """Its day, month or year; of other dates, the days between which it was."""
    if dates := _dates(it, CMQ.date):
        return {"date": dates}
    return {"startDate": _dates(it, CMQ.earliest), "endDate": _dates(it, CMQ.latest)}


def _dates(it: Thing, prop: URIRef) -> list[str]:
    return [text for text in _texts(it, prop) if _DATE.fullmatch(text)]


def _texts(it: Thing, prop: URIRef) -> list[str]:
    return [value.text for value in it.all(prop)]


def _labels(it: Thing, *properties: URIRef) -> list[str]:
    return sorted({value.label for value in it.all(*properties)})


def _known(it: Thing, prop: URIRef, known: frozenset[str]) -> list[str]:
    return [identify(iri) for iri in it.iris(prop) if iri in known]


_MAKERS: dict[str, Callable[[Source, Members, list[str]], Iterator[Entity]]] = {
    "articles": _articles,
    "actors": _actors,
    "missions": _missions,
    "offices": _offices,
    "meetings": _meetings,
    "statements": _statements,
}
