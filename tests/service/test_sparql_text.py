"""SERVICE is found where it is a keyword, and nowhere else; too deep queries are found."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.sparql_text import DEEPEST, LINKS, LONGEST, calls_service, excess, words


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


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("(", ")"), ("{", "}"), ("[?p ", "]"), ("STR(", ")"), ("FILTER EXISTS {", "}")],
)
def test_brackets_are_nested_so_deep_and_no_deeper(opening: str, closing: str) -> None:
    assert excess(opening * DEEPEST + closing * DEEPEST) is None
    deeper = DEEPEST + 1
    assert "nested" in (excess(opening * deeper + closing * deeper) or "")


@pytest.mark.parametrize(
    "link",
    [
        "{} UNION ",
        "!",
        "1+",
        "?x || ",
        "<a:b>/",
        "OPTIONAL {} ",
        "BIND(1 AS ?x) ",
        "<<?a ?b ",
        "; ",
    ],
)
def test_chains_have_so_many_links_and_no_more(link: str) -> None:
    assert excess("ASK { " + link * (LINKS // 2)) is None
    assert "joins more" in (excess("ASK { " + link * (LINKS + 1)) or "")


def test_escapes_hide_no_depth() -> None:
    assert "nested" in (excess("ASK { FILTER(" + "\\u0028" * 1000) or "")


def test_long_lists_are_no_depth() -> None:
    numbers = " ".join(f'"{n}.5"^^xsd:decimal {n}.5' for n in range(1000))
    assert excess(f"ASK {{ VALUES ?x {{ {numbers} }} }}") is None
    assert excess(f"ASK {{ FILTER(1 IN ({', '.join('1' * 5000)})) }}") is None
    assert excess("ASK { ?s ?p '" + "(" * 5000 + "' } # " + "{" * 5000) is None


def test_a_query_has_so_many_characters() -> None:
    assert excess("#" * LONGEST) is None
    assert "characters" in (excess("#" * (LONGEST + 1)) or "")


@pytest.mark.parametrize(
    "part", ["é", "٣", "a.", "é.", "a-", "'", '"""', "'''a", "'a\n", "<a", "\\", "a:", "@a-", "a:%"]
)
def test_a_million_characters_are_read_in_seconds_whatever_they_are(part: str) -> None:
    text = part * (LONGEST // len(part))
    begun = time.process_time()
    excess(text)
    calls_service(text)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("start", ["é", "²", "٣", "a" * 300 + ".", "é:é.", "ß-"])
def test_what_stands_before_it_hides_no_service(start: str) -> None:
    assert calls_service(f"SELECT * {{ {start} SERVICE <http://e.org/> {{ ?s ?p ?o }} }}")
    assert calls_service(f"{start}\nSERVICE <http://e.org/> {{ }}")
