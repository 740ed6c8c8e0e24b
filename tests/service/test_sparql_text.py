"""SERVICE is found wherever it is a keyword, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.sparql_text import calls_service, words


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://e.org/> { ?s ?p ?o } }",
        "select*{service<http://e.org/>{?s?p?o}}",
        "SELECT * { SERVICE SILENT ?where { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'a' . SeRvIcE ex:e { ?s ?p ?o } }",
        "SELECT * { # comment\nSERVICE ?x { } }",
        "SELECT * { ?s ?p '''it's # <''' SERVICE ?x { } }",
        'SELECT * { ?s ?p "\\"" SERVICE ?x { } # "\n }',
        "SELECT * { FILTER(?a < ?b) SERVICE <http://e.org/> { } FILTER(?c > ?d) }",
        "SELECT * { FILTER(?a<?b)SERVICE?x{ } FILTER(?c>?d) }",
        "SELECT * { \\u0053ERVICE <http://e.org/> { } }",
        "SELECT * { \\U00000053ERVICE <http://e.org/> { } }",
    ],
)
def test_a_call_is_found(query: str) -> None:
    assert calls_service(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o } # SERVICE <http://e.org/> { }",
        "SELECT * { ?s ?p 'SERVICE <x> {}' }",
        'SELECT * { ?s ?p """a " SERVICE \'\'\' b""" }',
        "SELECT * { ?s <http://e.org/SERVICE> ?o }",
        "PREFIX service: <http://e.org/> SELECT * { ?s service:service ?o }",
        "PREFIX : <http://e.org/> SELECT * { ?s :service ?o }",
        "SELECT ?service $service { ?service ?p ?o }",
        "SELECT * { _:service ?p 'x'@service }",
        "SELECT * { ?s ex:a%20service ?o ; ex:b\\'service ?o }",
        "SELECT (services(?x) AS ?y) { }",
    ],
)
def test_what_only_looks_like_a_call_is_let_through(query: str) -> None:
    assert not calls_service(query)


def test_words_are_the_bare_ones() -> None:
    query = "ASK { ?s a ex:T ; <b> 'c' } # d"
    assert list(words(query)) == ["ask", "a"]


PLAIN = st.text("abcéß0 {}()?$.;,*\n\t")


@given(PLAIN, PLAIN)
def test_no_text_around_hides_a_call_and_comments_and_strings_make_none(
    before: str, after: str
) -> None:
    assert calls_service(f"{before} SERVICE {after}")
    assert not calls_service(f"{before} # SERVICE {after}".replace("\n", " "))
    assert not calls_service(f'{before} """ SERVICE {after}"""')
