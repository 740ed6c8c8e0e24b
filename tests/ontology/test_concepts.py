"""The concept schemes: documented, well-formed, and the same as their names in code."""

import pytest
from rdflib import Graph, Literal
from rdflib.namespace import RDF, SKOS

from ontology.concepts import CONCEPT, broadest, label, members
from ontology.files import CONCEPTS, load


@pytest.fixture(scope="module")
def concepts() -> Graph:
    return load(CONCEPTS)


def local(term: object) -> str:
    return str(term).removeprefix(str(CONCEPT))


def test_names_in_code_are_the_concepts_and_schemes_of_the_turtle(concepts: Graph) -> None:
    in_turtle = {local(s) for kind in (SKOS.Concept, SKOS.ConceptScheme)
                 for s in concepts.subjects(RDF.type, kind)}  # fmt: skip
    in_code = {name for name in CONCEPT.__annotations__ if not name.startswith("_")}
    assert in_code == in_turtle


def test_everything_has_one_english_label_and_one_definition(concepts: Graph) -> None:
    for kind in (SKOS.Concept, SKOS.ConceptScheme):
        for subject in concepts.subjects(RDF.type, kind):
            for predicate in (SKOS.prefLabel, SKOS.definition):
                texts = list(concepts.objects(subject, predicate))
                assert len(texts) == 1, (subject, predicate)
                assert isinstance(texts[0], Literal)
                assert texts[0].language == "en"


def test_the_notation_is_the_last_part_of_the_iri(concepts: Graph) -> None:
    for concept in concepts.subjects(RDF.type, SKOS.Concept):
        assert list(concepts.objects(concept, SKOS.notation)) == [Literal(local(concept))]


def test_every_concept_is_in_a_scheme(concepts: Graph) -> None:
    schemes = set(concepts.subjects(RDF.type, SKOS.ConceptScheme))
    for concept in concepts.subjects(RDF.type, SKOS.Concept):
        found = set(concepts.objects(concept, SKOS.inScheme))
        assert found, concept
        assert found <= schemes, concept


def test_broader_stays_in_the_scheme_and_ends(concepts: Graph) -> None:
    for narrow, broad in concepts.subject_objects(SKOS.broader):
        shared = set(concepts.objects(narrow, SKOS.inScheme)) & set(
            concepts.objects(broad, SKOS.inScheme)
        )
        assert shared, narrow
        above = list(concepts.transitive_objects(broad, SKOS.broader))
        assert narrow not in above, f"{narrow} is above itself"


def test_labels_are_distinct_within_a_scheme(concepts: Graph) -> None:
    for scheme in concepts.subjects(RDF.type, SKOS.ConceptScheme):
        labels = [label(name) for name in sorted(members(local(scheme)))]
        assert len(labels) == len(set(labels)), scheme


def test_every_form_comes_down_to_a_kind_of_extract() -> None:
    kinds = {"meeting", "visit", "call", "multilateral"}
    assert {broadest(form) for form in members("forms")} == kinds


@pytest.mark.parametrize(
    ("concept", "top"),
    [
        ("summit", "multilateral"),
        ("negotiationRound", "meeting"),
        ("stateVisit", "visit"),
        ("call", "call"),
        ("postponed", "cancelled"),
        ("declined", "cancelled"),
        ("held", "held"),
    ],
)
def test_broadest(concept: str, top: str) -> None:
    assert broadest(concept) == top


@pytest.mark.parametrize(
    ("scheme", "names"),
    [
        ("factualities", {"asserted", "attributed", "scheduled", "hypothetical", "denied"}),
        ("statementForms", {"direct", "indirect", "mixed"}),
        ("figureKinds", {"level", "increase", "decrease", "factor", "proposed"}),
        ("bounds", {"exactly", "moreThan", "atLeast", "about", "atMost", "lessThan"}),
        ("derivations", {"stated", "dateline", "relative", "metadata", "inferred", "corrected"}),
        ("parts", {"participantPart", "hostPart", "mediatorPart"}),
        (
            "statuses",
            {"planned", "held", "postponed", "cancelled", "declined", "hypothetical", "denied"},
        ),
    ],
)
def test_members(scheme: str, names: set[str]) -> None:
    assert members(scheme) == names


def test_label() -> None:
    assert label("moreThan") == "more than"


@pytest.mark.parametrize("ask", [members, broadest, label])
def test_an_unknown_name_is_an_error(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(KeyError, match="nowhere"):
        ask("nowhere")


def test_a_scheme_is_no_concept_and_a_concept_no_scheme() -> None:
    with pytest.raises(KeyError, match="held"):
        members("held")
    with pytest.raises(KeyError, match="statuses"):
        label("statuses")
