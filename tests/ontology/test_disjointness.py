"""Nothing is two disjoint things: by its types, by its properties, or by both."""

from collections.abc import Callable

import pytest
from rdflib import Graph

from ontology.disjointness import Clash, clashes
from ontology.terms import CMQ
from ontology.validation import Finding, validate

Turtle = Callable[[str], Graph]
X = "http://localhost:8000/id/x"


def clash(one: str, other: str) -> Clash:
    return Clash(X, str(CMQ[one]), str(CMQ[other]))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<x> a cmq:Person , cmq:Organization .", [clash("Organization", "Person")]),
        ("<x> a cmq:Meeting , cmq:Statement .", [clash("Meeting", "Statement")]),
        ("<x> a cmq:Mission , cmq:Person .", [clash("Organization", "Person")]),
        ("<t> cmq:holder <x> . <x> a cmq:Mission .", [clash("Organization", "Person")]),
        ("<x> cmq:holder <ana> . <s> cmq:asserts <x> .", [clash("Claim", "Tenure")]),
        ("<x> cmq:side 1 ; cmq:confidence 0.9 .", [clash("Claim", "Participation")]),
        ("<m> cmq:mediator <x> . <x> a cmq:Office .", [clash("Actor", "Office")]),
    ],
    ids=[
        "types",
        "sister classes",
        "above",
        "range",
        "two properties",
        "literals",
        "property above",
    ],
)
def test_clash(text: str, found: list[Clash], turtle: Turtle) -> None:
    assert clashes(turtle(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "<x> a cmq:Polity , cmq:Place , cmq:Actor .",
        "<x> a cmq:Mission , cmq:Organization .",
        "<m> cmq:participant <x> ; cmq:atPlace <x> .",
        "<x> a cmq:Person ; skos:exactMatch <http://www.wikidata.org/entity/Q0> .",
        '<x> a cmq:Statement ; cmq:about <x> ; rdfs:label "about itself" .',
        "<x> a schema:Person , cmq:Organization .",
    ],
)
def test_no_clash(text: str, turtle: Turtle) -> None:
    assert clashes(turtle(text)) == []


def test_a_clash_is_a_finding_that_names_both(turtle: Turtle) -> None:
    data = turtle('<x> a cmq:Person , cmq:Place ; rdfs:label "Lee" .')
    assert validate(data) == [
        Finding(
            focus=X,
            path="http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
            message="can't be both Person and Place",
            severity="Violation",
        )
    ]
