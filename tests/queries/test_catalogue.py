"""The questions' files: header, parameters and columns held against each other."""

import pyoxigraph as ox
import pytest

from queries.binding import bind
from queries.catalogue import catalogue, get, internal, read
from queries.errors import BadQueryFile, UnknownParameter, UnknownQuery

FILE = """#+ title: Things
#+ summary: Things of a kind.
#+ tags: [test]
#+ params:
#+   - {name: kind, type: text, example: a, help: the kind}
#+   - {name: size, type: integer, example: "1", help: the size}
#+ columns:
#+   - {name: thing, type: iri, always: true, help: the thing}
SELECT ?thing WHERE {
  #= kind size
  ?thing a $_kind .  #? kind
  #? size
  ?thing <http://example.org/size> $_size .
  #?
  ?thing ?p ?o .
}
"""


def test_the_catalogue_holds_the_contracts_questions() -> None:
    assert list(catalogue()) == [
        "actors",
        "article",
        "contradictions",
        "corroborated",
        "coverage",
        "dyads",
        "evidence",
        "instruments",
        "meetings",
        "mission-figures",
        "missions",
        "naming",
        "offices",
        "planned-not-held",
        "positions",
        "sources",
        "statements",
        "timeline",
        "who-met-whom",
    ]


def test_a_header_is_read_into_parameters_and_columns() -> None:
    query = read("things.rq", FILE)
    assert (query.name, query.header.title, query.header.tags) == ("things", "Things", ("test",))
    assert [p.name for p in query.params] == ["kind", "size"]
    assert [(c.name, c.always) for c in query.columns] == [("thing", True)]


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("$_kind", "$_sort", 11, "$_sort is used but not declared"),
        ("#= kind size", "#= kind", 13, "$_size is used but no line #= binds it"),
        ("?thing a $_kind", "?thing a ?x", 5, "kind is declared under params but $_kind unused"),
        ("#? size", "#? weight", 12, "weight is bound or asked for but not declared"),
        ("name: thing", "name: other", 9, "columns are other, but SELECT gives thing"),
        ("type: integer", "type: number", 6, "Invalid enum value 'number'"),
        ("#+ title: Things\n", "", 1, "missing required field `title`"),
        ("help: the kind}", "help: the kind", 6, "expected ',' or '}'"),
        ("type: text, example", "typ: text, example", 5, "unknown field `typ`"),
        ("?p ?o .", "?p .", 15, "error"),
        ("SELECT ?thing WHERE", "ASK WHERE", 9, "is no SELECT query"),
    ],
)
def test_what_is_wrong_with_a_file_is_named_with_its_line(
    old: str, new: str, line: int, problem: str
) -> None:
    with pytest.raises(BadQueryFile) as raised:
        read("things.rq", FILE.replace(old, new))
    assert problem in str(raised.value)
    assert str(raised.value).startswith("things.rq:")
    assert abs(raised.value.line - line) <= 1


def test_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(UnknownQuery, match="no query 'meeting'; did you mean 'meetings'"):
        get("meeting")


def test_lines_of_open_parameters_are_left_out() -> None:
    query = read("things.rq", FILE)
    assert bind(query, {}) == "SELECT ?thing WHERE {\n  ?thing ?p ?o .\n}\n"
    bound = bind(query, {"size": [ox.Literal(1), ox.Literal(2)]})
    assert '  VALUES ($_size) { ("1"^^<http://www.w3.org/2001/XMLSchema#integer>)' in bound
    assert "?thing <http://example.org/size> $_size ." in bound
    assert "$_kind" not in bound


def test_only_declared_parameters_are_bound() -> None:
    with pytest.raises(UnknownParameter, match="things has no parameter 'colour'"):
        bind(read("things.rq", FILE), {"colour": []})


@pytest.mark.parametrize("name", [*catalogue()])
def test_every_selection_of_parameters_is_valid_sparql(name: str) -> None:
    query, store = catalogue()[name], ox.Store()
    names = [parameter.name for parameter in query.params]
    for given in ([], names, *([one] for one in names)):
        values = {one: [ox.Literal("x")] for one in given}
        answer = store.query(bind(query, values))
        assert isinstance(answer, ox.QuerySolutions)
        assert [v.value for v in answer.variables] == [c.name for c in query.columns]


def test_the_packages_own_queries_are_no_part_of_the_catalogue() -> None:
    assert internal("_names").name == "_names"
    assert "_names" not in catalogue()
