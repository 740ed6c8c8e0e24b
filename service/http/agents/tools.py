"""The tools: each answers from one state of the graph, with evidence."""

from typing import Annotated, Literal

import pyoxigraph as ox
from pydantic import Field
from rdflib import URIRef
from rdflib.namespace import SKOS
from werkzeug.exceptions import NotFound

from ontology.terms import CMQ
from service.http.agents.answers import Actor, Candidate, Hit, Hits, Listed, Mission, Office, Told
from service.http.agents.asking import Cell, Rows, asked, bounded, sparql
from service.http.agents.evidence import MANY, Evidence, evidence, thing
from service.http.linked.addresses import absolute
from service.http.pages.actors import tenure
from service.http.pages.missions import figures
from service.http.pages.told import exists, links_of, pointing, texts_of
from service.http.reconcile.answering import answer
from service.http.reconcile.messages import Question
from service.http.reconcile.scores import SURE
from service.http.search.index_in_step import index_in_step
from service.http.search.results import Shown, shown
from service.http.state import snapshot, state
from service.store.search.asking import Narrowing, look_up
from service.store.search.words import asked as words

Name = Annotated[str, Field(description="a name in any spelling, or an IRI")]
Maybe = Annotated[str, Field(description="a name, an alias or an IRI; empty for any")]
Day = Annotated[str, Field(description="a day such as 2031-05-02; empty leaves it open")]
Limit = Annotated[int, Field(ge=1, le=200, description="how many at most")]
Offset = Annotated[int, Field(ge=0, le=1_000_000, description="how many to leave out first")]
Kind = Literal["", "actor", "meeting", "statement", "mission", "article"]
_CANDIDATES, _NAMES = 5, 20


def search(
    query: Annotated[str, Field(description='words; "in quotation marks" together')],
    kind: Kind = "",
    since: Day = "",
    until: Day = "",
    limit: Limit = 10,
) -> Hits:
    """Find actors, meetings, statements, missions and articles by words, the best first."""
    reading = words(query)
    with index_in_step() as opened:
        if opened is None:
            return Hits(0, [])
        narrowing = Narrowing(kind, since, until)
        found = look_up(opened.index, reading, narrowing, 0, bounded(limit))
    hits = (shown(one, reading) for one in found.hits)
    return Hits(found.total, [_hit(one) for one in hits if one])


def actor(name: Name) -> Actor:
    """Who a person, body or state is: names, offices as articles attest them, with evidence."""
    found, candidates = _meant(name, "Actor")
    if found is None:
        return Actor(None, candidates)
    store = snapshot().store
    return Actor(
        thing(store, found),
        candidates,
        texts_of(store, found, CMQ.name)[:_NAMES],
        [_office(store, own) for own in pointing(store, CMQ.holder, found)[:_NAMES]],
        len(pointing(store, CMQ.participant, found)),
        len(pointing(store, CMQ.speaker, found)),
        texts_of(store, found, SKOS.exactMatch),
        evidence(store, found),
    )


def meetings(
    actor: Maybe = "",
    with_actor: Maybe = "",
    place: Maybe = "",
    status: Annotated[str, Field(description="planned, held, cancelled, denied …")] = "",
    topic: Maybe = "",
    since: Day = "",
    until: Day = "",
    limit: Limit = 10,
    offset: Offset = 0,
) -> Listed:
    """Who met whom, when, where, on what and how it stands, with evidence for each meeting."""
    given = {"actor": actor, "with": with_actor, "place": place, "status": status}
    given |= {"topic": topic, "since": since, "until": until}
    return _listed(asked("meetings", given, limit, offset), "meeting")


def statements(
    speaker: Maybe = "",
    to: Maybe = "",
    about: Maybe = "",
    topic: Maybe = "",
    act: Annotated[str, Field(description="a speech act such as warn, promise, deny")] = "",
    since: Day = "",
    until: Day = "",
    text: Annotated[str, Field(description="words of the statement")] = "",
    limit: Limit = 10,
    offset: Offset = 0,
) -> Listed:
    """Who said what to whom, in the article's exact words (`text`, from `start` to `end`)."""
    given = {"speaker": speaker, "to": to, "about": about, "topic": topic, "act": act}
    given |= {"since": since, "until": until, "text": text}
    return _listed(asked("statements", given, limit, offset), "statement")


def mission(name: Name) -> Mission:
    """A mission abroad: who leads it, where, on what mandate, and its figures with evidence."""
    found, candidates = _meant(name, "Mission")
    if found is None:
        return Mission(None, candidates)
    store = snapshot().store

    def named(predicate: URIRef) -> list[str]:
        return [link.text for link in links_of(store, found, predicate)]

    return Mission(
        thing(store, found),
        candidates,
        texts_of(store, found, CMQ.name)[:_NAMES],
        named(CMQ.ledBy),
        named(CMQ.operatesIn),
        named(CMQ.mandate),
        named(CMQ.contributor),
        _figures(store, found),
        evidence(store, found),
    )


def evidence_of(
    iri: Annotated[str, Field(description="IRI of a thing or a claim, as answers give it")],
) -> list[Evidence]:
    """Every claim about a thing, also denied and hypothetical ones, with its exact words."""
    about = _named(iri)
    if not exists(snapshot().store, about):
        raise NotFound(f"nothing in the graph is named {iri}")
    return evidence(snapshot().store, about, MANY)


def ask(
    question: Annotated[str, Field(description="a name of the catalogue (communique://queries)")],
    parameters: Annotated[
        dict[str, str] | None,
        Field(description="its parameters; `sort` names columns, - before one turns its order"),
    ] = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Rows:
    """Answer a ready-made question: who-met-whom, dyads, contradictions, offices, timeline …"""
    given = {k: v for k, v in (parameters or {}).items() if k not in {"limit", "offset"}}
    return asked(question, given, limit, offset)


def query(
    query: Annotated[str, Field(description="SPARQL 1.1; the ontology's prefixes are known")],
    limit: Limit = 100,
) -> Rows:
    """Ask the graph in SPARQL, reading only, under the service's limits of time and memory."""
    return sparql(query, limit)


def _meant(name: str, kind: str) -> tuple[ox.NamedNode | None, list[Candidate]]:
    """Who is surely meant by a name, and who may be."""
    with index_in_step() as opened:
        found = answer(opened, Question(name, kind, _CANDIDATES))
    base = state().settings.base
    candidates = [
        Candidate(base + one["id"], one["name"], one["description"], one["score"]) for one in found
    ]
    is_sure = bool(found) and (found[0]["match"] or found[0]["score"] >= SURE)
    return (ox.NamedNode(candidates[0].iri) if is_sure else None), candidates


def _named(iri: str) -> ox.NamedNode:
    base = state().settings.base
    try:
        return ox.NamedNode(iri if ":" in iri else base + iri)
    except ValueError as error:
        raise NotFound(f"{iri!r} is no IRI") from error


def _listed(found: Rows, column: str) -> Listed:
    store = snapshot().store
    told = [Told(row, evidence(store, ox.NamedNode(str(row[column])))) for row in found.rows]
    return Listed(told, found.more, found.offset)


def _office(store: ox.Store, own: ox.NamedNode) -> Office:
    made = tenure(store, own)
    of = [link.text for link in made.of]
    told = evidence(store, own)
    return Office(made.office.text, of, list(made.attested), made.start, made.end, told)


def _figures(store: ox.Store, found: ox.NamedNode) -> list[Told]:
    made = []
    for one in figures(store, found):
        row: dict[str, Cell] = {"measure": one.measure, "kind": one.kind, "bound": one.bound}
        row |= {"value": one.value, "unit": one.unit, "as_of": one.as_of}
        row |= {"said_by": ", ".join(link.text for link in one.said_by), "differs": one.differs}
        made.append(Told(row, evidence(store, ox.NamedNode(one.iri))))
    return made


def _hit(one: Shown) -> Hit:
    said = one.said.quote.shown.words if one.said and one.said.quote.shown else one.excerpt
    date = one.meeting.date if one.meeting else one.said.date if one.said else ""
    date = date or (one.article.published if one.article else "")
    return Hit(one.iri, one.kind, one.title, date, said, absolute(one.href))
