"""Each shape lets the right graph pass and names what is wrong with the wrong one."""

from collections.abc import Callable

import pytest
from pyshacl import validate as run_pyshacl
from rdflib import Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from ontology.concepts import members
from ontology.files import SHAPES, load
from ontology.terms import CMQ, CONCEPT
from ontology.validation import validate

Turtle = Callable[[str], Graph]

ANA = '<ana> a cmq:Person ; rdfs:label "Ana" .\n'
BEN = '<ben> a cmq:Person ; rdfs:label "Ben" .\n'
ENVOYS = '<envoys> a cmq:Group ; rdfs:label "the envoys of all members" .\n'
POST = '<post> a cmq:Office ; rdfs:label "Harbour Master of Port Nowhere" .\n'
PAPER = '<paper> a cmq:Article ; cmq:key "paper.txt" .\n'
SPAN = (
    PAPER + "<span> a cmq:Mention ; cmq:inArticle <paper> ; nif:beginIndex 4 ; nif:endIndex 7 ;"
    ' nif:anchorOf "Ana" .\n'
)
RUN = '<run> a cmq:Run ; cmq:software "0.1.0" .\n'
HELD = "cmq:status concept:held ; cmq:form concept:meeting"
TENURE = "<t> a cmq:Tenure ; cmq:holder <ana> ; cmq:office <post>"
UNSAID = (
    '<s> a cmq:Statement ; cmq:text "We sail." ; cmq:speechAct concept:inform ;'
    " cmq:statementForm concept:direct"
)
SAID = UNSAID + " ; cmq:speaker <ana>"
EVENT = "<e> a cmq:Event"
FIGURE = (
    "<f> a cmq:Figure ; cmq:figureFor <m> ; cmq:measure concept:troops ;"
    " cmq:figureKind concept:level ; cmq:bound concept:moreThan"
)
CLAIM = (
    "<c> a cmq:Claim ; cmq:denotedBy <span> ; cmq:factuality concept:asserted ;"
    ' cmq:accepted true ; cmq:rule "meeting.met-with" ; prov:wasGeneratedBy <run>'
)
PACT = '<i> a cmq:Instrument ; rdfs:label "Tea Pact"'
MENTION = PAPER + "<x> a cmq:Mention ; cmq:inArticle <paper>"

PASSING = {
    "meeting of two": ANA + BEN + f"<m> a cmq:Meeting ; cmq:participant <ana> , <ben> ; {HELD} .",
    "meeting of one and a group": ANA
    + ENVOYS
    + f"<m> a cmq:Meeting ; cmq:participant <ana> ; cmq:group <envoys> ; {HELD} .",
    "host and guest": ANA
    + BEN
    + f"<m> a cmq:Meeting ; cmq:host <ana> ; cmq:participant <ben> ; {HELD} .",
    "a polity takes part and is the place": ANA
    + '<land> a cmq:Polity ; rdfs:label "Nowhere" .'
    + f"<m> a cmq:Meeting ; cmq:participant <ana> , <land> ; cmq:atPlace <land> ; {HELD} .",
    "day": '<e> a cmq:Event ; cmq:date "2024-05-02"^^xsd:date ;'
    ' cmq:earliest "2024-05-02"^^xsd:date ; cmq:latest "2024-05-02"^^xsd:date ;'
    " cmq:dateDerivation concept:stated .",
    "month": '<e> a cmq:Event ; cmq:date "2024-05"^^xsd:gYearMonth .',
    "interval": '<e> a cmq:Event ; cmq:date "2024-05-02/2024-05-04"^^edtf:EDTF .',
    "offset in words": '<e> a cmq:Event ; cmq:dateOffset "P1W" .',
    "offset backwards": '<e> a cmq:Event ; cmq:dateOffset "-P1D"^^xsd:dayTimeDuration .',
    "offset of days to days": '<e> a cmq:Event ; cmq:dateOffset "P1D/P3D" .',
    "participation": ANA
    + "<p> a cmq:Participation ; cmq:participantActor <ana> ; cmq:side 0 ;"
    + ' cmq:capacity "harbour master" ; cmq:part concept:hostPart .',
    "statement": ANA + SAID + " ; cmq:channel concept:interview .",
    "statement of two": ANA + BEN + SAID + " ; cmq:speaker <ben> .",
    "tenure": ANA + POST + TENURE + ' ; cmq:attestedOn "2024-05-02"^^xsd:date .',
    "tenure since a year": ANA + POST + TENURE + ' ; cmq:start "2019"^^xsd:gYear .',
    "decimal figure": FIGURE + " ; cmq:value 1200.5 .",
    "whole figure": FIGURE + " ; cmq:value 1200 .",
    "article": PAPER + '<paper> cmq:published "2024-05"^^xsd:gYearMonth .',
    "mention": SPAN,
    "claim": SPAN + RUN + CLAIM + " ; cmq:confidence 0.9 .",
    "sure claim": SPAN + RUN + CLAIM + " ; cmq:confidence 1.0 .",
    "instrument": PACT + " ; cmq:instrumentKind concept:treaty .",
    "warning": PAPER + '<w> a cmq:Warning ; cmq:inArticle <paper> ; cmq:code "quote.open" ;'
    ' cmq:message "a quotation has no end" .',
}

FAILING = {
    "warning about two stretches": (
        PAPER
        + '<w> a cmq:Warning ; cmq:inArticle <paper> ; cmq:code "quote.open" ;'
        + ' cmq:message "a quotation has no end" ; cmq:denotedBy <m1> , <m2> .'
        + " ".join(
            f" <m{i}> a cmq:Mention ; cmq:inArticle <paper> ; nif:beginIndex {i} ;"
            f' nif:endIndex 9 ; nif:anchorOf "Osl" .'
            for i in (1, 2)
        ),
        {"Violation: a warning is about one stretch of text at most"},
    ),
    "meeting without status": (
        ANA + BEN + "<m> a cmq:Meeting ; cmq:participant <ana> , <ben> ; cmq:form concept:talks .",
        {"Violation: a meeting has a status of statuses"},
    ),
    "meeting with a form for a status": (
        ANA
        + BEN
        + "<m> a cmq:Meeting ; cmq:participant <ana> , <ben> ; cmq:status concept:visit ;"
        + " cmq:form concept:visit .",
        {"Violation: a meeting has a status of statuses"},
    ),
    "meeting of one": (
        ANA + f"<m> a cmq:Meeting ; cmq:participant <ana> ; {HELD} .",
        {"Warning: a meeting has two or more participants or groups"},
    ),
    "meeting of nobody": (
        f"<m> a cmq:Meeting ; {HELD} .",
        {
            "Violation: a meeting has participants or groups",
            "Warning: a meeting has two or more participants or groups",
        },
    ),
    "host alone twice": (
        ANA + f"<m> a cmq:Meeting ; cmq:host <ana> ; cmq:participant <ana> ; {HELD} .",
        {"Warning: a meeting has two or more participants or groups"},
    ),
    "group as participant": (
        ANA + ENVOYS + f"<m> a cmq:Meeting ; cmq:participant <ana> , <envoys> ; {HELD} .",
        {"Violation: participant is no actor"},
    ),
    "contradictory reports": (
        ANA
        + BEN
        + "<m> a cmq:Meeting ; cmq:participant <ana> , <ben> ; cmq:form concept:talks ;"
        + " cmq:status concept:held , concept:cancelled ;"
        + ' cmq:date "2024"^^xsd:gYear , "2025"^^xsd:gYear .',
        {"Warning: has several statuses", "Warning: has several dates"},
    ),
    "date in words": (
        '<e> a cmq:Event ; cmq:date "last May" .',
        {"Violation: date is no xsd:date, xsd:gYearMonth, xsd:gYear or EDTF"},
    ),
    "earliest after latest": (
        EVENT + ' ; cmq:earliest "2024-05-03"^^xsd:date ; cmq:latest "2024-05-02"^^xsd:date .',
        {"Violation: earliest is no day, or after latest"},
    ),
    "offset in hours": (
        '<e> a cmq:Event ; cmq:dateOffset "PT3H" .',
        {"Violation: date offset is no ISO 8601 duration of days or longer"},
    ),
    "derivation out of another scheme": (
        "<e> a cmq:Event ; cmq:dateDerivation concept:held .",
        {"Violation: date derivation is no concept of derivations"},
    ),
    "participation without actor": (
        "<p> a cmq:Participation ; cmq:side -1 .",
        {"Violation: a participation has one actor", "Violation: side is no integer from 0"},
    ),
    "statement without speaker": (
        UNSAID + " .",
        {"Violation: a statement has a speaker"},
    ),
    "statement through a status": (
        ANA + SAID + " ; cmq:channel concept:held .",
        {"Violation: channel is no concept of channels"},
    ),
    "tenure of a group": (
        ENVOYS + POST + "<t> a cmq:Tenure ; cmq:holder <envoys> ; cmq:office <post> .",
        {
            "Violation: a tenure has one person as its holder",
            "Violation: can't be both Group and Person",
        },
    ),
    "tenure of two": (
        ANA + BEN + POST + TENURE + " ; cmq:holder <ben> .",
        {"Violation: a tenure has one person as its holder"},
    ),
    "tenure attested today": (
        ANA + POST + TENURE + ' ; cmq:attestedOn "today" .',
        {"Violation: attested on no date"},
    ),
    "figure in words": (
        FIGURE + ' ; cmq:value "many" .',
        {"Violation: a figure has one decimal value from 0"},
    ),
    "figure below nothing": (
        FIGURE + " ; cmq:value -5.0 .",
        {"Violation: a figure has one decimal value from 0"},
    ),
    "figure without value": (FIGURE + " .", {"Violation: a figure has one decimal value from 0"}),
    "article without key": ("<paper> a cmq:Article .", {"Violation: an article has one key"}),
    "mention that ends where it begins": (
        MENTION + ' ; nif:beginIndex 7 ; nif:endIndex 7 ; nif:anchorOf "Ana" .',
        {"Violation: a mention begins at an integer before its end"},
    ),
    "mention without text": (
        MENTION + ' ; nif:beginIndex 4 ; nif:endIndex 7 ; nif:anchorOf "" .',
        {"Violation: a mention has its text"},
    ),
    "claim without evidence": (
        RUN
        + '<c> a cmq:Claim ; cmq:factuality concept:asserted ; cmq:accepted true ; cmq:rule "r" ;'
        + " prov:wasGeneratedBy <run> ; cmq:confidence 0.9 .",
        {"Violation: a claim has a mention as evidence"},
    ),
    "claim too sure": (
        SPAN + RUN + CLAIM + " ; cmq:confidence 1.1 .",
        {"Violation: a claim has one confidence from 0 to 1"},
    ),
    "claim of whole confidence": (
        SPAN + RUN + CLAIM + " ; cmq:confidence 1 .",
        {"Violation: a claim has one confidence from 0 to 1"},
    ),
    "claim half accepted": (
        SPAN + RUN + CLAIM + " ; cmq:confidence 0.9 ; cmq:accepted false .",
        {"Violation: a claim is accepted or not"},
    ),
    "nameless person": ("<x> a cmq:Person .", {"Violation: has no label"}),
    "nameless place": ("<x> a cmq:Place .", {"Violation: has no label"}),
    "two labels": (ANA + '<ana> rdfs:label "Anna" .', {"Warning: has several labels"}),
    "instrument of no kind": (
        PACT + " ; cmq:instrumentKind concept:held .",
        {"Violation: instrument kind is no concept of instrumentKinds"},
    ),
    "warning about nothing": (
        '<w> a cmq:Warning ; cmq:code "quote.open" ; cmq:message "a quotation has no end" .',
        {"Violation: a warning is about one article"},
    ),
}


@pytest.mark.parametrize("case", PASSING)
def test_passes(case: str, turtle: Turtle) -> None:
    assert validate(turtle(PASSING[case])) == []


@pytest.mark.parametrize("case", FAILING)
def test_fails(case: str, turtle: Turtle) -> None:
    text, complaints = FAILING[case]
    found = validate(turtle(text))
    assert {f"{finding.severity}: {finding.message}" for finding in found} == complaints


def test_every_shape_with_a_target_has_a_failing_case() -> None:
    shapes = load(SHAPES)
    targets = {str(t).rsplit("#", 1)[1] for t in shapes.objects(None, SH.targetClass)}
    tried = " ".join(text for text, _ in FAILING.values())
    general = {"Actor": "Person", "Place": "Place"}
    untried = {t for t in targets if f"a cmq:{general.get(t, t)} " not in tried}
    assert untried == set()


LISTED = {
    CMQ.status: "statuses",
    CMQ.form: "forms",
    CMQ.dateDerivation: "derivations",
    CMQ.publishedDerivation: "derivations",
    CMQ.part: "parts",
    CMQ.speechAct: "acts",
    CMQ.statementForm: "statementForms",
    CMQ.channel: "channels",
    CMQ.measure: "measures",
    CMQ.figureKind: "figureKinds",
    CMQ.bound: "bounds",
    CMQ.mentionKind: "mentionKinds",
    CMQ.instrumentKind: "instrumentKinds",
    CMQ.factuality: "factualities",
}


def test_listed_values_are_those_of_the_schemes() -> None:
    shapes = load(SHAPES)
    seen = set()
    for constraint, head in shapes.subject_objects(SH["in"]):
        path = shapes.value(constraint, SH.path)
        assert isinstance(path, URIRef)
        listed = [str(item).removeprefix(str(CONCEPT)) for item in Collection(shapes, head)]
        assert sorted(listed) == sorted(members(LISTED[path])), path
        seen.add(path)
    assert seen == set(LISTED)


def test_every_property_shape_says_what_is_wrong() -> None:
    shapes = load(SHAPES)
    for shape in shapes.subjects(SH.targetClass):
        for constraint in shapes.objects(shape, SH.property):
            assert shapes.value(constraint, SH.message), shapes.value(constraint, SH.path)


def test_paths_and_targets_are_terms_of_the_vocabulary() -> None:
    shapes, vocabulary = load(SHAPES), load()
    named = set(shapes.objects(None, SH.targetClass)) | set(shapes.objects(None, SH.path))
    for term in named:
        if str(term).startswith("https://w3id.org/communique/"):
            assert (term, RDF.type, None) in vocabulary, term


def test_the_shapes_are_themselves_well_formed() -> None:
    conforms, _, text = run_pyshacl(Graph(), shacl_graph=load(SHAPES), meta_shacl=True)
    assert conforms, text
