"""SPARQL 1.1 Protocol (34 tests) and Graph Store Protocol (13), request by request."""

import json

import pyoxigraph as ox
import pytest
from rdflib import URIRef

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


@pytest.mark.parametrize("test", list(entries("service-description")), ids=lambda t: t.name)
def test_service_description(test: Test, server: Endpoint) -> None:
    answer = server.send("GET", "/sparql", headers={"Accept": "text/turtle"})
    assert (answer.status, answer.media) == (200, "text/turtle")
    found = {
        (q.subject, q.predicate.value.removeprefix(SD), q.object)
        for q in turtle(answer.body.decode())
    }
    endpoint = ox.NamedNode(f"http://127.0.0.1:{server.port}/sparql")
    (service,) = [s for s, p, o in found if (p, o) == ("endpoint", endpoint)]
    if test.node == URIRef(test.node) and test.name.endswith("conforms-to-schema"):
        own = {p for s, p, _ in found if s == service}
        assert own >= {"supportedLanguage", "defaultDataset", "resultFormat", "inputFormat"}
        (default,) = [o for s, p, o in found if (s, p) == (service, "defaultDataset")]
        kinds = {o.value for s, p, o in found if s == default and p.endswith("#type")}
        assert kinds == {SD + "Dataset"}
