"""The examples use every term, and as the shapes want it."""

from rdflib import Graph
from rdflib.namespace import RDF

from ontology.files import CONCEPTS, EXAMPLES, load
from ontology.terms import CMQ, CONCEPT
from ontology.validation import validate


def test_every_class_and_property_has_one() -> None:
    graph = load(EXAMPLES)
    used = {*graph.predicates(), *graph.objects(None, RDF.type)}
    assert [n for n in CMQ.__annotations__ if n[0] != "_" and CMQ[n] not in used] == []


def test_they_are_as_the_shapes_want_it() -> None:
    assert validate(load(EXAMPLES)) == []


def test_their_concepts_are_there_and_their_words_are_in_place() -> None:
    graph, concepts = load(EXAMPLES), load(CONCEPTS)
    named = {o for o in graph.objects() if str(o).startswith(str(CONCEPT))}
    assert named <= set(concepts.subjects())
    for start, end, words in spans(graph):
        assert end - start == len(words)


def spans(graph: Graph) -> list[tuple[int, int, str]]:
    rows = graph.query(
        "SELECT ?b ?e ?w { ?m nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?w }"
    )
    return [(int(b), int(e), str(w)) for b, e, w in rows]  # type: ignore[union-attr,misc]
