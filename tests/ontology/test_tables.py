"""What loaders' tables and facts name as concepts is in the schemes."""

import csv
from importlib.resources import files

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import SKOS

from loaders import facts
from ontology.concepts import CONCEPT, members
from ontology.files import CONCEPTS, load

TABLES = files("loaders") / "tables"


def rows(table: str) -> list[list[str]]:
    lines = (TABLES / table).read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if line and not line.startswith("#")]
    return list(csv.reader(told, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(
    ("table", "column", "scheme"),
    [
        ("topics.tsv", 0, "topics"),
        ("measures.tsv", 0, "measures"),
        ("bounds.tsv", 1, "bounds"),
        ("speech_verbs.tsv", 1, "acts"),
        ("instruments.tsv", 1, "instrumentKinds"),
    ],
)
def test_concepts_that_a_table_names(table: str, column: int, scheme: str) -> None:
    named = {row[column] for row in rows(table)}
    assert named
    assert named - members(scheme) == set()


def test_topics_are_those_of_the_table_with_label_and_broader() -> None:
    concepts: Graph = load(CONCEPTS)
    told = {row[0]: (row[1], row[2]) for row in rows("topics.tsv")}
    assert set(told) == members("topics")
    for name, (label, broader) in told.items():
        assert concepts.value(CONCEPT[name], SKOS.prefLabel) == Literal(label, lang="en")
        above: URIRef | None = CONCEPT[broader] if broader else None
        assert concepts.value(CONCEPT[name], SKOS.broader) == above


@pytest.mark.parametrize(
    ("values", "scheme"),
    [
        (facts.Factuality, "factualities"),
        (facts.Form, "statementForms"),
        (facts.Status, "statuses"),
        (facts.Derivation, "derivations"),
        (facts.FigureKind, "figureKinds"),
        (facts.MentionKind, "mentionKinds"),
    ],
)
def test_closed_values_of_facts_are_the_schemes(values: type[object], scheme: str) -> None:
    assert {str(value) for value in values} == members(scheme)  # type: ignore[attr-defined]


def test_defaults_of_facts_are_concepts() -> None:
    assert facts.Statement.act in members("acts")
    assert facts.Figure.bound in members("bounds")
    assert f"{facts.Participation.part}Part" in members("parts")
