"""Answers of others stand where SERVICE and LOAD stood; tokens decide where that is."""

import pyoxigraph as ox
import pytest

from service.errors import UsageError
from service.federation import FetchFailed, Rows, inline_loads, inline_services

ONE = Rows(("x", "y"), ((ox.NamedNode("a:1"), ox.Literal('say "hi"')), (None, ox.BlankNode("b"))))


def services(query: str, rows: Rows = ONE) -> tuple[str, list[tuple[str, str]]]:
    asked: list[tuple[str, str]] = []

    def ask(endpoint: str, select: str) -> Rows:
        asked.append((endpoint, select))
        return rows

    return inline_services(query, {"e": "http://e.org/"}, ask), asked


def test_a_service_becomes_its_solutions() -> None:
    text, asked = services(
        "PREFIX f: <http://f.org/> SELECT * { ?x ?p ?y . # SERVICE <c> {\n"
        "SERVICE <http://o.org/s> { ?x f:q ?y . FILTER(?y != '}') } ?x f:SERVICE 'SERVICE' }"
    )
    assert asked == [
        (
            "http://o.org/s",
            (
                "PREFIX e: <http://e.org/>\nPREFIX f: <http://f.org/>  "
                "SELECT * WHERE { ?x f:q ?y . FILTER(?y != '}') }"
            ),
        )
    ]
    assert '{ VALUES (?x ?y) { (<a:1> "say \\"hi\\"") (UNDEF <urn:communique:node:' in text
    assert text.endswith(") } } ?x f:SERVICE 'SERVICE' }")
    ox.Store().query(text)


def test_it_joins_as_a_service_does() -> None:
    store = ox.Store()
    store.update("INSERT DATA { <a:1> <a:p> 1 . <a:2> <a:p> 2 }")
    rows = Rows(("x", "n"), ((ox.NamedNode("a:1"), ox.Literal("one")),))
    text, _ = services(
        "SELECT ?x ?n { ?x <a:p> ?v OPTIONAL { SERVICE <http://o.org/s> { ?x <a:n> ?n } } }", rows
    )
    found = store.query(text)
    assert isinstance(found, ox.QuerySolutions)
    assert sorted(str(row["n"]) for row in found) == ['"one"', "None"]


def failing(*_: str) -> Rows:
    raise FetchFailed("it is asleep")


def test_silent_services_that_fail_bind_nothing() -> None:
    query = "SELECT * { SERVICE SILENT <http://o.org/s> { ?x ?p ?y } }"
    assert inline_services(query, {}, failing) == "SELECT * { { VALUES () { () } } }"
    with pytest.raises(FetchFailed, match="asleep"):
        inline_services(query.replace("SILENT", ""), {}, failing)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT * { SERVICE ?where { ?x ?p ?y } }", "in full"),
        ("SELECT * { SERVICE SILENT e:x { ?x ?p ?y } }", "in full"),
        ("SELECT * { SERVICE <http://o.org/s> { SERVICE <http://p.org/> { } } }", "within"),
        ("SELECT * { SERVICE <http://o.org/s> { ?x ?p ?y ", "needs a group"),
        ("SELECT * { SERVICE <http://o.org/s> ?x }", "needs a group"),
        ("SELECT * { SERVICE", "in full"),
    ],
)
def test_what_cant_be_asked_is_refused(query: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        services(query)


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ("LOAD <http://o.org/d>", "INSERT DATA { <a:s> <a:p> <a:o> .\n }"),
        (
            "CLEAR ALL; load silent <http://o.org/d> into graph <a:g> ; DROP ALL",
            "CLEAR ALL; INSERT DATA { GRAPH <a:g> { <a:s> <a:p> <a:o> .\n } } ; DROP ALL",
        ),
        ("INSERT DATA { <a:LOAD> <a:b> 'LOAD <x>' }", "INSERT DATA { <a:LOAD> <a:b> 'LOAD <x>' }"),
    ],
)
def test_a_load_becomes_its_document(update: str, expected: str) -> None:
    triple = ox.Triple(ox.NamedNode("a:s"), ox.NamedNode("a:p"), ox.NamedNode("a:o"))
    text = inline_loads(update, lambda _: [triple])
    assert text == expected
    ox.Store().update(text)
