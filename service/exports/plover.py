"""An event table after PLOVER: meetings as CONSULT, and the few speech acts that it counts."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from rdflib.namespace import RDFS

from ontology.concepts import broadest
from ontology.terms import CMQ
from service.exports.csv_tables import lines
from service.exports.evidence import confidences, words
from service.exports.filters import Filters
from service.exports.met import pairs_of
from service.exports.rows import Cell
from service.exports.selection import iris
from service.exports.source import Source, batched
from service.exports.things import Thing, Value, described, local

COLUMNS = (
    "event_id",
    "event_date",
    "earliest",
    "latest",
    "event_type",
    "event_mode",
    "quad_code",
    "context",
    "source",
    "source_name",
    "target",
    "target_name",
    "place",
    "event",
    "published",
    "articles",
    "text",
    "confidence",
)
_STATUSES = "concept:held concept:planned"  # what is planned has PLOVER's context "future"
_DATES = (CMQ.date, CMQ.earliest, CMQ.latest)


class Coding(NamedTuple):
    """How PLOVER codes a concept."""

    type: str
    mode: str
    quad: str


@cache
def codings() -> dict[tuple[str, str], Coding]:
    """The table `plover.tsv`, by scheme and concept."""
    text = files("service").joinpath("exports", "plover.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {(scheme, concept): Coding(*coding) for scheme, concept, *coding in rows}


def plover(source: Source, filters: Filters) -> Iterator[bytes]:
    """The table as CSV: a row an event and pair of actors."""
    return lines(COLUMNS, _events(source, filters))


def _events(source: Source, filters: Filters) -> Iterator[tuple[Cell, ...]]:
    if "meetings" in filters.kinds:
        yield from _consultations(source, filters)
    if "statements" in filters.kinds:
        yield from _acts(source, filters)


def _consultations(source: Source, filters: Filters) -> Iterator[tuple[Cell, ...]]:
    """A row a pair: who of the two comes first means nothing."""
    shown = (*_DATES, CMQ.form, CMQ.atPlace, CMQ.reportedIn)
    for batch in batched(iris(source, filters, "meetings")):
        met = {it.iri: it for it in described(source, batch, *shown)}
        pairs = list(pairs_of(source, batch, _STATUSES))
        names = _names(source, {iri for pair in pairs for iri in (pair.a, pair.b)})
        for meeting, status, a, b, _ in pairs:
            it = met[meeting]
            form = it.first(CMQ.form)
            code = codings()["forms", broadest(local(form)) if form else "meeting"]
            who = (a, names[a], b, names[b])
            context = "future" if local(status) == "planned" else ""
            end = (it.labels(CMQ.atPlace), it.iri, None, it.labels(CMQ.reportedIn), None, None)
            yield _row(it, code, context, who, end)
        source.told(len(batch))


def _acts(source: Source, filters: Filters) -> Iterator[tuple[Cell, ...]]:
    """A row a speaker and each whom the statement is addressed to or about."""
    shown = (CMQ.speechAct, CMQ.speaker, CMQ.addressee, CMQ.about, CMQ.text, CMQ.reportedIn)
    for batch in batched(iris(source, filters, "statements")):
        found = described(source, batch, *_DATES, *shown)
        coded = [it for it in found if ("acts", _act(it)) in codings()]
        told = [it.iri for it in coded]
        sure, spans = confidences(source, told), words(source, told)
        for it in coded:
            published = spans[it.iri][2] if it.iri in spans else None
            text, articles = it.labels(CMQ.text), it.labels(CMQ.reportedIn)
            end = (None, it.iri, published, articles, text, sure.get(it.iri))
            for who in _pairs(it):
                yield _row(it, codings()["acts", _act(it)], "", who, end)
        source.told(len(batch))


def _act(statement: Thing) -> str:
    return local(statement.first(CMQ.speechAct) or "")


def _pairs(it: Thing) -> list[tuple[str, str, str | None, str | None]]:
    targets: list[Value | None] = [*it.all(CMQ.addressee, CMQ.about)]
    return [
        (one.text, one.label, other and other.text, other and other.label)
        for one in it.all(CMQ.speaker)
        for other in targets or [None]
        if other is None or other.text != one.text
    ]


def _names(source: Source, actors: set[str]) -> dict[str, str]:
    things = (
        thing for some in batched(sorted(actors)) for thing in described(source, some, RDFS.label)
    )
    return {thing.iri: thing.labels(RDFS.label) or local(thing.iri) for thing in things}


def _row(
    it: Thing,
    code: Coding,
    context: str,
    who: tuple[str, str, str | None, str | None],
    end: tuple[Cell, ...],
) -> tuple[Cell, ...]:
    marks = "\n".join((it.iri, who[0], who[2] or ""))
    number = hashlib.sha256(marks.encode()).hexdigest()[:16]
    return (number, *(it.first(term) for term in _DATES), *code, context, *who, *end)
