"""docs/ontology.md names every class, property and concept, as the Turtle defines them."""

from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from ontology.concepts import members
from ontology.files import CONCEPTS, load
from ontology.terms import CMQ, CONCEPT

PAGE = Path(__file__).parents[2] / "docs" / "ontology.md"
VOCABULARY = load()


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def declared(*kinds: URIRef) -> list[URIRef]:
    found = (s for kind in kinds for s in VOCABULARY.subjects(RDF.type, kind))
    return sorted(s for s in found if isinstance(s, URIRef) and s in CMQ)


def names(term: URIRef, predicate: URIRef) -> str:
    """The local names of what a term points to, marked as code."""
    found = sorted(str(o).rsplit("#", 1)[-1] for o in VOCABULARY.objects(term, predicate))
    return ", ".join(f"`{name}`" for name in found)


def class_row(term: URIRef) -> str:
    above = names(term, RDFS.subClassOf)
    return f"| `{local(term)}` | {above} | {VOCABULARY.value(term, SKOS.definition)} |"


def property_row(term: URIRef) -> str:
    ends = f"{names(term, RDFS.domain)} | {names(term, RDFS.range)}"
    return f"| `{local(term)}` | {ends} | {VOCABULARY.value(term, SKOS.definition)} |"


def local(term: URIRef) -> str:
    return term.removeprefix(str(CMQ))


@pytest.mark.parametrize("term", declared(OWL.Class))
def test_every_class_is_described(term: URIRef, page: str) -> None:
    assert class_row(term) in page


@pytest.mark.parametrize("term", declared(OWL.ObjectProperty, OWL.DatatypeProperty))
def test_every_property_is_described(term: URIRef, page: str) -> None:
    assert property_row(term) in page


def test_nothing_is_described_that_is_not_there(page: str) -> None:
    known = {local(t) for t in declared(OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)}
    rows = {line.split("`")[1] for line in page.splitlines() if line.startswith("| `")}
    assert rows - known - schemes() == set()


def test_every_concept_is_named_with_its_scheme(page: str) -> None:
    for scheme in schemes():
        row = ", ".join(f"`{name}`" for name in sorted(members(scheme)))
        assert f"| `{scheme}` | {row} |" in page


def schemes() -> set[str]:
    concepts: Graph = load(CONCEPTS)
    found = concepts.subjects(RDF.type, SKOS.ConceptScheme)
    return {str(scheme).removeprefix(str(CONCEPT)) for scheme in found}
