"""What people may write as a parameter, and what is refused."""

from collections.abc import Callable

import pyoxigraph as ox
import pytest

from queries.answers import prepare
from queries.errors import BadParameter, MissingParameter, UnknownParameter
from queries.folding import fold
from tests.queries.invented import Asking

Run = Callable[[str], ox.QuerySolutions]
BASE = "http://example.org/id/"


def test_names_fold_case_diacritics_script_and_article() -> None:
    assert fold("The  Vučić’s") == fold("vucics") == "vucics"
    assert fold("Мила Дорн") == "mila dorn"


@pytest.mark.parametrize(
    "name", ["Mila Dorn", "MILA DORN", "míla-dorn", "Dorn", "Мила Дорн", f"{BASE}actor/mila-dorn"]
)
def test_an_actor_is_found_by_name_alias_and_iri(ask: Asking, name: str) -> None:
    assert {row["actor"] for row in ask("naming", actor=name)} == {"Mila Dorn"}


@pytest.mark.parametrize("name", ["Nobody Known", f"{BASE}actor/nobody", "https://example.org/x"])
def test_a_name_that_nothing_has_gives_the_empty_answer(ask: Asking, name: str) -> None:
    assert ask("naming", actor=name) == []
    assert ask("meetings", actor=name) == []


@pytest.mark.parametrize(
    "status", ["held", "HELD", "https://w3id.org/communique/concept/held", "concept:held"]
)
def test_a_concept_is_found_by_label_last_part_and_iri(ask: Asking, status: str) -> None:
    assert len(ask("meetings", status=status)) == 2


@pytest.mark.parametrize(
    ("query", "name", "value", "expected"),
    [
        ("meetings", "since", "2030-02-30", "a day of the calendar"),
        ("meetings", "until", "last week", "a day of the calendar"),
        ("offices", "on", "2030-05", "a day of the calendar"),
        ("meetings", "status", "finished", "one of cancelled, declined, denied"),
        ("meetings", "actor", "http://example.org/a b", "an IRI"),
        ("meetings", "actor", "http://example.org/a}", "an IRI"),
        ("corroborated", "least", "two", "a whole number from 1"),
        ("corroborated", "least", "0", "a whole number from 1"),
        ("dyads", "by", "week", "one of month, year"),
        ("actors", "type", "Planet", "a class of the ontology"),
        ("evidence", "predicate", "likes", "a property's IRI"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(
    run: Run, query: str, name: str, value: str, expected: str
) -> None:
    with pytest.raises(BadParameter) as raised:
        prepare(query, {name: value}, run)
    assert (raised.value.name, raised.value.value) == (name, value)
    assert expected in str(raised.value)


def test_an_unknown_parameter_is_named_with_those_known(run: Run) -> None:
    with pytest.raises(UnknownParameter, match=r"did you mean 'speaker'.*about, act, form"):
        prepare("statements", {"speakers": "x"}, run)


def test_a_needed_parameter_is_asked_for(run: Run) -> None:
    with pytest.raises(MissingParameter, match="article needs one"):
        prepare("article", {"article": " "}, run)


@pytest.mark.parametrize(
    "value",
    [
        '" } UNION { ?statement ?p ?o',
        "x') }) . ?s ?p ?o #",
        'river"@en',
        "line\nbreak } UNION { ?a ?b ?c }",
        'back\\slash\\"',
        "<http://example.org/x>> } #",
        "$_speaker",
        "#= speaker",
    ],
)
def test_values_stay_values(ask: Asking, value: str) -> None:
    assert ask("statements", text=value) == []
    assert ask("meetings", topic=value) == []
    assert ask("evidence", object=value) == []
    assert ask("meetings", place=value.replace("<http", "http").partition("://")[0]) == []


def test_names_are_folded_once_for_a_state_of_the_store(run: Run) -> None:
    asked: list[str] = []

    def counting(sparql: str) -> ox.QuerySolutions:
        asked.append(sparql)
        return run(sparql)

    prepare("naming", {"actor": "MILA dorn"}, counting, "one state")
    first = len(asked)
    prepare("naming", {"actor": "OTTO raske"}, counting, "one state")
    assert len(asked) == first + 1
    prepare("naming", {"actor": "OTTO raske"}, counting, "another state")
    assert len(asked) == first + 3
