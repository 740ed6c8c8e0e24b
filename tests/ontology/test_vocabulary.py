"""The vocabulary: documented, OWL 2 DL and RL, and the same as its names in code."""

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, XSD

from ontology import __version__
from ontology.files import VOCABULARY, load
from ontology.terms import CMQ, EDTF, NIF, ONTOLOGY, PREFIXES

KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
CC0 = URIRef("https://creativecommons.org/publicdomain/zero/1.0/")

# OWL 2 RL without the constructs that we have no need of; none of them is beyond OWL 2 DL.
CONSTRUCTS = {
    OWL.AllDisjointClasses,
    OWL.AnnotationProperty,
    OWL.Class,
    OWL.DatatypeProperty,
    OWL.FunctionalProperty,
    OWL.ObjectProperty,
    OWL.Ontology,
    OWL.TransitiveProperty,
    OWL.disjointWith,
    OWL.inverseOf,
    OWL.members,
    OWL.propertyChainAxiom,
    OWL.versionIRI,
    OWL.versionInfo,
}
# xsd:date, xsd:gYear and xsd:dayTimeDuration are not among OWL 2's datatypes: shapes ask for those.
DATATYPES = {XSD.string, XSD.integer, XSD.decimal, XSD.boolean}


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return load(VOCABULARY)


def own_terms(graph: Graph) -> set[URIRef]:
    return {s for s in graph.subjects(RDF.type) if isinstance(s, URIRef) and s in CMQ}


def names_in_code(namespace: type) -> set[str]:
    return {name for name in namespace.__annotations__ if not name.startswith("_")}


def test_names_in_code_are_the_terms_of_the_turtle(vocabulary: Graph) -> None:
    in_turtle = {
        str(s).removeprefix(str(CMQ))
        for s in set(vocabulary.subjects())
        if str(s).startswith(str(CMQ))
    }
    assert names_in_code(CMQ) == in_turtle


def test_nif_names_in_code_are_declared(vocabulary: Graph) -> None:
    assert names_in_code(NIF) == {"beginIndex", "endIndex", "anchorOf", "isString"}
    for name in names_in_code(NIF):
        assert (NIF[name], RDF.type, OWL.DatatypeProperty) in vocabulary


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="meetings"):
        _ = CMQ.meetings


def test_each_term_is_of_one_kind(vocabulary: Graph) -> None:
    for term in own_terms(vocabulary):
        kinds = [kind for kind in KINDS if (term, RDF.type, kind) in vocabulary]
        assert len(kinds) == 1, term


def test_each_term_has_an_english_label_and_definition(vocabulary: Graph) -> None:
    for term in own_terms(vocabulary):
        for predicate in (RDFS.label, SKOS.definition):
            texts = list(vocabulary.objects(term, predicate))
            assert len(texts) == 1, (term, predicate)
            assert isinstance(texts[0], Literal)
            assert texts[0].language == "en"
        assert str(vocabulary.value(term, SKOS.definition)).endswith("."), term


def test_labels_are_distinct_among_classes_and_among_properties(vocabulary: Graph) -> None:
    for capital in (True, False):
        terms = [t for t in own_terms(vocabulary) if t[len(str(CMQ))].isupper() is capital]
        labels = [str(vocabulary.value(term, RDFS.label)) for term in terms]
        assert len(labels) == len(set(labels))


def test_classes_are_capitalized_and_properties_are_not(vocabulary: Graph) -> None:
    for term in own_terms(vocabulary):
        is_class = (term, RDF.type, OWL.Class) in vocabulary
        assert term.removeprefix(str(CMQ))[0].isupper() is is_class, term


def test_header_states_version_and_licence(vocabulary: Graph) -> None:
    header = URIRef(ONTOLOGY)
    assert vocabulary.value(header, OWL.versionInfo) == Literal(__version__)
    assert vocabulary.value(header, OWL.versionIRI) == URIRef(f"{ONTOLOGY}/{__version__}")
    assert vocabulary.value(header, DCTERMS.license) == CC0


def test_only_constructs_of_owl_2_rl_are_used(vocabulary: Graph) -> None:
    used = {node for triple in vocabulary for node in triple if str(node).startswith(str(OWL))}
    assert used <= CONSTRUCTS


def test_domains_and_ranges_are_plain_names(vocabulary: Graph) -> None:
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf):
        for subject, value in vocabulary.subject_objects(predicate):
            assert isinstance(value, URIRef), (subject, value)


def test_domains_are_declared_classes(vocabulary: Graph) -> None:
    for prop, domain in vocabulary.subject_objects(RDFS.domain):
        assert (domain, RDF.type, OWL.Class) in vocabulary, prop


def test_ranges_fit_the_kind_of_property(vocabulary: Graph) -> None:
    for prop, value in vocabulary.subject_objects(RDFS.range):
        if (prop, RDF.type, OWL.ObjectProperty) in vocabulary:
            assert (value, RDF.type, OWL.Class) in vocabulary, prop
        else:
            assert value in DATATYPES, prop


def test_every_predicate_used_is_declared(vocabulary: Graph) -> None:
    builtin = (str(RDF), str(RDFS), str(OWL))
    for predicate in set(vocabulary.predicates()):
        if not str(predicate).startswith(builtin):
            assert (predicate, RDF.type, OWL.AnnotationProperty) in vocabulary, predicate


def test_functional_properties_are_simple(vocabulary: Graph) -> None:
    """OWL 2 DL: no functional property is transitive or made of a chain, nor above one."""
    complex_ones = set(vocabulary.subjects(RDF.type, OWL.TransitiveProperty))
    complex_ones |= set(vocabulary.subjects(OWL.propertyChainAxiom))
    above = {p for c in complex_ones for p in vocabulary.transitive_objects(c, RDFS.subPropertyOf)}
    assert above.isdisjoint(vocabulary.subjects(RDF.type, OWL.FunctionalProperty))


def test_prefixes_are_distinct_namespaces() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert PREFIXES["cmq"] == "https://w3id.org/communique/ns#"
    assert EDTF.startswith(PREFIXES["edtf"])
    assert list(PREFIXES) == sorted(PREFIXES)
