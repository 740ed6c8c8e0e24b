"""SPARQL 1.1 Protocol (34 tests) and Graph Store Protocol (13), request by request."""

import json

import pyoxigraph as ox
import pytest

from tests.w3c.comparison import same
from tests.w3c.connections import Exchange, exchanges
from tests.w3c.endpoint import Answer, Endpoint
from tests.w3c.manifests import Test, dataset, entries

PROTOCOL = list(entries("protocol"))
GRAPH_STORE = [
    test
    for way in ("direct", "indirect")
    for test in entries("graph-store-protocol", manifest=f"manifest-{way}.ttl")
]
_MEDIA = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    },
    "RDF": {"text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"},
}


def test_there_are_as_many_as_the_suites_have() -> None:
    assert (len(PROTOCOL), len(GRAPH_STORE)) == (34, 13)


@pytest.mark.parametrize("test", PROTOCOL, ids=lambda t: t.name)
def test_protocol(test: Test, server: Endpoint) -> None:
    server.hold(dataset(test, test.node))
    for exchange in exchanges(test):
        is_update = "update" in test.name and exchange.headers.get("content-type") != (
            "application/sparql-query"
        )
        place = "/update" if is_update else "/sparql"
        path = exchange.path.replace("/sparql/", place, 1)
        answer = server.send(exchange.method, path, exchange.body, exchange.headers)
        server.forget()
        check(answer, exchange)
        if not exchange.fits(200):
            assert answer.media == "application/problem+json"


@pytest.mark.parametrize("test", GRAPH_STORE, ids=lambda t: t.name)
def test_graph_store(test: Test, server: Endpoint) -> None:
    server.hold(frozenset())
    place = ""
    for exchange in exchanges(test):
        path = exchange.path.replace("/gsp", "/graphs", 1).replace("$LOCATION$", place)
        answer = server.send(exchange.method, path, exchange.body, exchange.headers)
        server.forget()
        check(answer, exchange)
        if exchange.location:
            place = answer.headers["location"]


def check(answer: Answer, expected: Exchange) -> None:
    assert expected.fits(answer.status), answer.body
    if expected.boolean is not None:
        assert json.loads(answer.body)["boolean"] is expected.boolean
    if expected.format:
        assert answer.media in _MEDIA[expected.format]
    if expected.returned:
        media, text = expected.returned
        assert answer.headers["content-type"] == media
        assert same(turtle(answer.body.decode()), turtle(text))


def turtle(text: str) -> list[ox.Quad]:
    return list(ox.parse(text, format=ox.RdfFormat.TURTLE, base_iri="http://www.example/"))


SD = "http://www.w3.org/ns/sparql-service-description#"
DESCRIPTION = {t.name.partition("/")[2]: t for t in entries("service-description")}


@pytest.fixture(scope="module")
def described(server: Endpoint) -> set[tuple[object, str, object]]:
    answer = server.send("GET", "/sparql", headers={"Accept": "text/turtle"})
    assert (answer.status, answer.media) == (200, "text/turtle")
    quads = turtle(answer.body.decode())
    return {(q.subject, q.predicate.value.removeprefix(SD), q.object) for q in quads}


def test_the_description_is_rdf_and_names_its_endpoint(
    described: set[tuple[object, str, object]], server: Endpoint
) -> None:
    """returns-rdf and has-endpoint-triple."""
    endpoint = ox.NamedNode(f"http://127.0.0.1:{server.port}/sparql")
    assert len([s for s, p, o in described if (p, o) == ("endpoint", endpoint)]) == 1


# The vocabulary's properties that the description uses: of what class subject and object are.
SCHEMA = {
    "endpoint": ("Service", None),
    "feature": ("Service", "sd:"),
    "supportedLanguage": ("Service", "sd:"),
    "resultFormat": ("Service", "http://www.w3.org/ns/formats/"),
    "inputFormat": ("Service", "http://www.w3.org/ns/formats/"),
    "defaultEntailmentRegime": ("Service", "http://www.w3.org/ns/entailment/"),
    "defaultDataset": ("Service", "Dataset"),
    "defaultGraph": ("Dataset", "Graph"),
}


def test_the_description_conforms_to_its_schema(
    described: set[tuple[object, str, object]],
) -> None:
    """conforms-to-schema."""
    kinds = {(s, o.value.removeprefix(SD)) for s, p, o in described if p.endswith("#type")}
    assert {p for _, p, _ in described if not p.endswith("#type")} == SCHEMA.keys()
    for subject, predicate, value in described:
        if predicate in SCHEMA:
            domain, range_ = SCHEMA[predicate]
            assert (subject, domain) in kinds
            if range_ and range_[0].isupper():
                assert (value, range_) in kinds
            elif range_:
                assert value.value.startswith(range_.replace("sd:", SD))


def test_these_are_the_tests_of_the_suite() -> None:
    assert DESCRIPTION.keys() == {"returns-rdf", "has-endpoint-triple", "conforms-to-schema"}
