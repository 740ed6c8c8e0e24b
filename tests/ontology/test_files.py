"""The ontology's files come out of the package."""

import pytest
from rdflib.namespace import OWL, RDF, SH, SKOS

from ontology.files import ALIGNMENTS, CONCEPTS, SHAPES, VOCABULARY, load, read
from ontology.terms import CMQ, CONCEPT


def test_by_default_vocabulary_and_concepts_are_loaded() -> None:
    graph = load()
    assert (CMQ.Meeting, RDF.type, OWL.Class) in graph
    assert (CONCEPT.held, RDF.type, SKOS.Concept) in graph
    assert not list(graph.subjects(RDF.type, SH.NodeShape))


def test_a_loaded_graph_is_the_callers_own() -> None:
    first = load(VOCABULARY)
    first.remove((None, None, None))
    assert len(load(VOCABULARY)) > 0


@pytest.mark.parametrize("name", [VOCABULARY, CONCEPTS, ALIGNMENTS, SHAPES])
def test_each_file_is_an_ontology_in_the_public_domain(name: str) -> None:
    assert len(list(load(name).subjects(RDF.type, OWL.Ontology))) == 1
    assert b"<https://creativecommons.org/publicdomain/zero/1.0/>" in read(name)


def test_a_missing_file_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        read("elsewhere.ttl")
