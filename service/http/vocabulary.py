"""`/ns`: the ontology, as a page and as RDF."""

from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
from flask import Blueprint, Response, render_template, request
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from ontology.files import CONCEPTS, VOCABULARY, load, read
from ontology.terms import CMQ, CONCEPT, PREFIXES
from service.http.formats import GRAPHS, HTML, chosen, content_type

blueprint = Blueprint("vocabulary", __name__)
_FORMS = ("text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples")


@dataclass(frozen=True)
class Term:
    """A class, a property, or a concept, as the page shows it."""

    anchor: str
    name: str
    label: str
    definition: str
    note: str
    above: tuple[tuple[str, str], ...]
    domain: str
    range: str


@blueprint.get("/ns")
def ontology() -> Response:
    """Vocabulary and concepts."""
    media = chosen(request, (*_FORMS, HTML))
    if media == HTML:
        kinds, schemes = terms()
        page = render_template("ontology.html", kinds=kinds, schemes=schemes)
        return Response(page, mimetype=HTML)
    triples = [
        triple
        for name in (VOCABULARY, CONCEPTS)
        for triple in ox.parse(read(name), format=ox.RdfFormat.TURTLE)
    ]
    body = ox.serialize((t.triple for t in triples), format=GRAPHS[media], prefixes=PREFIXES)
    return Response(body or b"", content_type=content_type(media))


Group = tuple[str, tuple[Term, ...]]
Scheme = tuple[Term, tuple[Term, ...]]


@cache
def terms() -> tuple[tuple[Group, ...], tuple[Scheme, ...]]:
    """Classes and properties by kind, and concepts by scheme; the package doesn't change."""
    graph = load()
    schemes = sorted(str(s) for s in graph.subjects(RDF.type, SKOS.ConceptScheme))
    return (
        (
            ("Classes", _terms(graph, OWL.Class, RDFS.subClassOf)),
            ("Relations", _terms(graph, OWL.ObjectProperty, RDFS.subPropertyOf)),
            ("Values", _terms(graph, OWL.DatatypeProperty, RDFS.subPropertyOf)),
        ),
        tuple(
            (_term(graph, URIRef(scheme), SKOS.broader), _concepts(graph, URIRef(scheme)))
            for scheme in schemes
        ),
    )


def _terms(graph: Graph, kind: URIRef, above: URIRef) -> tuple[Term, ...]:
    found = sorted(str(t) for t in graph.subjects(RDF.type, kind))
    return tuple(_term(graph, URIRef(t), above) for t in found if t.startswith(str(CMQ)))


def _concepts(graph: Graph, scheme: URIRef) -> tuple[Term, ...]:
    found = sorted(str(c) for c in graph.subjects(SKOS.inScheme, scheme))
    return tuple(_term(graph, URIRef(c), SKOS.broader) for c in found)


def _term(graph: Graph, term: URIRef, above: URIRef) -> Term:
    def text(*predicates: URIRef) -> str:
        return next((str(v) for p in predicates for v in graph.objects(term, p)), "")

    parents = sorted(str(p) for p in graph.objects(term, above) if isinstance(p, URIRef))
    return Term(
        _anchor(str(term)),
        _short(str(term)),
        text(RDFS.label, SKOS.prefLabel),
        text(SKOS.definition),
        text(SKOS.scopeNote),
        tuple((_anchor(p), _short(p)) for p in parents),
        _short(text(RDFS.domain)),
        _short(text(RDFS.range)),
    )


def _short(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].removeprefix(str(CONCEPT))


def _anchor(iri: str) -> str:
    if iri.startswith(str(CONCEPT)):
        return "concept-" + iri.removeprefix(str(CONCEPT))
    return iri.rsplit("#", 1)[-1]
