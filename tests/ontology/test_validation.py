"""Findings of SHACL say where and what, and leave the data alone."""

from collections.abc import Callable

import pytest
from rdflib import Graph

from ontology import validation
from ontology.terms import CMQ
from ontology.validation import Finding, validate

Turtle = Callable[[str], Graph]
BASE = "http://localhost:8000/id/"


def test_a_finding_names_node_path_message_severity_and_value(turtle: Turtle) -> None:
    data = turtle('<e> a cmq:Event ; cmq:date "soon" .')
    assert validate(data) == [
        Finding(
            focus=f"{BASE}e",
            path=str(CMQ.date),
            message="date is no xsd:date, xsd:gYearMonth, xsd:gYear or EDTF",
            severity="Violation",
            value="soon",
        )
    ]


def test_a_missing_thing_has_no_value(turtle: Turtle) -> None:
    found = validate(turtle("<p> a cmq:Participation ."))
    assert found == [
        Finding(f"{BASE}p", str(CMQ.participantActor), "a participation has one actor", "Violation")
    ]


def test_a_path_of_alternatives_is_joined(turtle: Turtle) -> None:
    data = turtle("<m> a cmq:Meeting ; cmq:status concept:held ; cmq:form concept:call .")
    names = ("participant", "host", "mediator", "group")
    assert {f.path for f in validate(data)} == {"|".join(str(CMQ[name]) for name in names)}


def test_findings_are_sorted_by_node(turtle: Turtle) -> None:
    data = turtle("<b> a cmq:Person . <a> a cmq:Person . <c> a cmq:Place .")
    assert [f.focus for f in validate(data)] == [f"{BASE}{name}" for name in "abc"]


def test_subclasses_are_read_with_their_class(turtle: Turtle) -> None:
    """A mission is an organization and so an actor, though the data doesn't say so."""
    data = turtle("<m> a cmq:Mission .")
    assert [f.message for f in validate(data)] == ["has no label"]


def test_the_data_stays_as_it_was(turtle: Turtle) -> None:
    data = turtle('<ana> a cmq:Person ; rdfs:label "Ana" .')
    before = set(data)
    assert validate(data) == []
    assert set(data) == before


def test_an_empty_graph_is_fine() -> None:
    assert validate(Graph()) == []


def test_a_failed_run_is_an_error_and_no_clean_bill(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_graphs: Graph, **_options: Graph) -> tuple[bool, str, str]:
        return False, "shape is not well-formed", ""

    monkeypatch.setattr(validation, "run_pyshacl", fail)
    with pytest.raises(TypeError, match="shape is not well-formed"):
        validate(Graph())
