"""Classes, properties and concepts as the page of the ontology shows them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from ontology.files import ALIGNMENTS, CONCEPTS, EXAMPLES, VOCABULARY, load
from ontology.terms import CMQ, CONCEPT, ONTOLOGY

_PLAIN = {XSD.integer, XSD.decimal, XSD.boolean}  # as Turtle has them without quotation marks
# How a term of ours stands to one of another vocabulary.
_ALIGNED = {
    RDFS.subClassOf: "every one is a",
    RDFS.subPropertyOf: "implies",
    SKOS.closeMatch: "close to",
    SKOS.relatedMatch: "related to",
    RDFS.seeAlso: "near",
}


@dataclass(frozen=True)
class Known:
    """A term that is pointed at: `href` is an anchor of the page, or the other's address."""

    name: str
    href: str


@dataclass(frozen=True)
class Term:
    """A class, a property, or a concept."""

    anchor: str
    iri: str
    name: str
    label: str
    definition: str
    note: str
    above: tuple[Known, ...]
    domain: tuple[Known, ...]
    range: tuple[Known, ...]
    aligned: tuple[tuple[str, Known], ...]
    example: str


Group = tuple[str, tuple[Term, ...]]
Scheme = tuple[Term, tuple[Term, ...]]


@cache
def terms() -> tuple[tuple[Group, ...], tuple[Scheme, ...]]:
    """Classes and properties by kind, and concepts by scheme; the package doesn't change."""
    graph, examples = load(VOCABULARY, CONCEPTS, ALIGNMENTS), load(EXAMPLES)
    schemes = sorted(set(graph.subjects(RDF.type, SKOS.ConceptScheme)), key=str)
    own = [scheme for scheme in schemes if str(scheme).startswith(str(CONCEPT))]
    kinds = (("Classes", OWL.Class), ("Relations", OWL.ObjectProperty))
    return (
        tuple(
            (name, _of_kind(graph, examples, kind))
            for name, kind in (*kinds, ("Values", OWL.DatatypeProperty))
        ),
        tuple(_schemes(graph, examples, own)),
    )


def _of_kind(graph: Graph, examples: Graph, kind: URIRef) -> tuple[Term, ...]:
    found = sorted(str(t) for t in graph.subjects(RDF.type, kind))
    return tuple(_term(graph, examples, URIRef(t)) for t in found if t.startswith(str(CMQ)))


def _schemes(graph: Graph, examples: Graph, schemes: list[Node]) -> Iterator[Scheme]:
    """A concept of two schemes has its anchor in the first of them."""
    placed: set[str] = set()
    for scheme in schemes:
        found = sorted(str(c) for c in graph.subjects(SKOS.inScheme, scheme))
        made = [_term(graph, examples, URIRef(concept)) for concept in found]
        members = (replace(one, anchor="") if one.iri in placed else one for one in made)
        yield _term(graph, examples, scheme), tuple(members)
        placed.update(found)


def _term(graph: Graph, examples: Graph, term: Node) -> Term:
    def text(*predicates: URIRef) -> str:
        return next((str(v) for p in predicates for v in graph.objects(term, p)), "")

    def known(*predicates: URIRef) -> tuple[Known, ...]:
        found = sorted({str(v) for p in predicates for v in graph.objects(term, p)})
        return tuple(_known(graph, v) for v in found if "://" in v)

    above = known(RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader)
    return Term(
        anchor(str(term)),
        str(term),
        _short(str(term)),
        text(RDFS.label, SKOS.prefLabel),
        text(SKOS.definition),
        text(SKOS.scopeNote),
        tuple(one for one in above if one.href.startswith("#")),
        known(RDFS.domain),
        known(RDFS.range),
        tuple(
            (words, one)
            for predicate, words in _ALIGNED.items()
            for one in known(predicate)
            if not one.href.startswith("#")
        ),
        "\n".join(_example(examples, URIRef(str(term)))),
    )


def _known(graph: Graph, iri: str) -> Known:
    if iri.startswith((str(CMQ), str(CONCEPT))):
        return Known(_short(iri), f"#{anchor(iri)}")
    return Known(graph.namespace_manager.normalizeUri(iri), iri)


def _example(examples: Graph, term: URIRef) -> Iterator[str]:
    """What the examples say with a property, or of the thing that shows a class best."""
    for subject, value in sorted(examples.subject_objects(term), key=str)[:1]:
        yield f"{_turtle(examples, subject)} {_turtle(examples, term)} {_turtle(examples, value)} ."
    found = sorted(set(examples.subjects(RDF.type, term)), key=lambda s: _fitness(examples, s))
    for subject in found[:1]:
        yield f"{_turtle(examples, subject)} a {_turtle(examples, term)} ;"
        told = sorted(pair for pair in examples.predicate_objects(subject) if pair[0] != RDF.type)
        lines = [f"    {_turtle(examples, p)} {_turtle(examples, o)}" for p, o in told]
        yield " ;\n".join(lines) + " ."


def _fitness(examples: Graph, subject: Node) -> tuple[int, int, str]:
    """Things of few classes first, of these the ones of which much is told."""
    told = list(examples.predicates(subject))
    return told.count(RDF.type), -len(told), str(subject)


def _turtle(graph: Graph, term: Node) -> str:
    if isinstance(term, Literal) and term.datatype in _PLAIN:
        return str(term)
    if isinstance(term, Literal | URIRef):
        return term.n3(graph.namespace_manager)
    return str(term)


def _short(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].removeprefix(str(CONCEPT))


def anchor(iri: str) -> str:
    """Where a term stands on the page."""
    if iri.startswith(str(CONCEPT)):
        return "concept-" + iri.removeprefix(str(CONCEPT))
    return iri.removeprefix(f"{ONTOLOGY}#")
