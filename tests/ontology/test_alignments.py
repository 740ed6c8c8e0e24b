"""Alignments entail only what is true of every instance."""

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from ontology.files import ALIGNMENTS, CONCEPTS, VOCABULARY, load
from ontology.terms import CMQ, CONCEPT

MATCHES = (SKOS.closeMatch, SKOS.relatedMatch, SKOS.exactMatch, SKOS.broadMatch, SKOS.narrowMatch)
PLOVER = "https://w3id.org/communique/plover/"


@pytest.fixture(scope="module")
def alignments() -> Graph:
    return load(ALIGNMENTS)


@pytest.fixture(scope="module")
def everything() -> Graph:
    return load(VOCABULARY, CONCEPTS, ALIGNMENTS)


def test_only_terms_that_exist_are_aligned(alignments: Graph, everything: Graph) -> None:
    own = {s for s in alignments.subjects() if str(s).startswith((str(CMQ), str(CONCEPT)))}
    for subject in own:
        assert (subject, SKOS.definition, None) in everything, subject


def test_skos_matches_stand_between_concepts_alone(alignments: Graph, everything: Graph) -> None:
    for predicate in MATCHES:
        for pair in alignments.subject_objects(predicate):
            for concept in pair:
                assert (concept, RDF.type, SKOS.Concept) in everything, concept


@pytest.mark.parametrize(
    ("predicate", "kinds"),
    [
        (RDFS.subClassOf, (OWL.Class,)),
        (RDFS.subPropertyOf, (OWL.ObjectProperty, OWL.DatatypeProperty)),
    ],
)
def test_both_sides_of_an_entailment_are_declared_alike(
    alignments: Graph, everything: Graph, predicate: URIRef, kinds: tuple[URIRef, ...]
) -> None:
    for ours, theirs in alignments.subject_objects(predicate):
        alike = [
            k
            for k in kinds
            if (ours, RDF.type, k) in everything and (theirs, RDF.type, k) in everything
        ]
        assert alike, (ours, theirs)


def test_entailments_run_from_us_to_them(alignments: Graph) -> None:
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
        for ours, theirs in alignments.subject_objects(predicate):
            assert str(ours).startswith(str(CMQ))
            assert not str(theirs).startswith(str(CMQ))


def test_no_alignment_makes_an_office_holder_of_an_office_holders_person(alignments: Graph) -> None:
    """An office may be a person's (her adviser's), and ORG has posts in organizations alone."""
    org_post_in = URIRef("http://www.w3.org/ns/org#postIn")
    assert (CMQ.officeOf, RDFS.subPropertyOf, org_post_in) not in alignments
    assert (CMQ.officeOf, RDFS.seeAlso, org_post_in) in alignments


def test_warnings_do_not_become_nif_strings(alignments: Graph) -> None:
    """Warnings are in articles too, and NIF says that only strings have a reference context."""
    assert not list(alignments.objects(CMQ.inArticle, RDFS.subPropertyOf))


def test_plover_codes_carry_their_notation(alignments: Graph) -> None:
    codes = {str(s) for s in alignments.subjects(SKOS.inScheme, URIRef(PLOVER[:-1]))}
    assert codes == {
        f"{PLOVER}{code}"
        for code in ("AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
    }
    for code in codes:
        assert str(alignments.value(URIRef(code), SKOS.notation)) == code.removeprefix(PLOVER)


def test_each_act_has_at_most_one_plover_code(alignments: Graph) -> None:
    for concept in set(alignments.subjects(SKOS.closeMatch)):
        found = [*alignments.objects(concept, SKOS.closeMatch)]
        found += alignments.objects(concept, SKOS.relatedMatch)
        assert len(found) == 1, concept
