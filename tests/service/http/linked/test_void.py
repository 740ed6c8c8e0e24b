"""VoID and DCAT: true counts, addresses that answer, names that depend on the base alone."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF, VOID

from ontology.terms import CMQ
from service.app import create_app
from service.articles import remove_articles
from service.http.linked import statistics
from service.settings import Settings
from service.store.workers.errors import QueryTimeout
from tests.service.http.conftest import Making, fill
from tests.service.http.story import BASE

DATASET = URIRef("http://example.org/.well-known/void#dataset")
FORMS = ("ttl", "rdf", "jsonld", "nt")


def read(client: FlaskClient, suffix: str = "nt", **headers: str) -> Graph:
    response = client.get(f"/.well-known/void?format={suffix}", headers=headers)
    assert response.status_code == 200
    parsed = ox.parse(response.data, format=ox.RdfFormat.from_extension(suffix))
    return Graph().parse(data="".join(f"{q.triple} .\n" for q in parsed), format="nt")


def asked(client: FlaskClient, count: str) -> int:
    answer = client.get(
        "/sparql", query_string={"query": f"SELECT (COUNT({count}) AS ?n) {{ ?s ?p ?o }}"}
    )
    return int(answer.get_json(force=True)["results"]["bindings"][0]["n"]["value"])


def test_counts_are_what_sparql_counts(client: FlaskClient) -> None:
    graph = read(client)

    def number(predicate: URIRef) -> int:
        return int(str(graph.value(DATASET, predicate)))

    assert number(VOID.triples) == asked(client, "*")
    assert number(VOID.properties) == asked(client, "DISTINCT ?p")
    people = list(graph.subjects(VOID["class"], CMQ.Person))
    assert [graph.value(p, VOID.entities) for p in people] == [Literal(3)]
    assert number(VOID.classes) == len(list(graph.objects(DATASET, VOID.classPartition)))
    parts = graph.objects(DATASET, VOID.propertyPartition)
    assert sum(int(str(graph.value(p, VOID.triples))) for p in parts) == number(VOID.triples)
    assert 0 < number(VOID.entities) < number(VOID.triples)


def test_it_is_a_dataset_with_licence_vocabulary_endpoint_and_dumps(client: FlaskClient) -> None:
    graph = read(client)
    assert {VOID.Dataset, DCAT.Dataset} <= set(graph.objects(DATASET, RDF.type))
    cc0 = URIRef("https://creativecommons.org/publicdomain/zero/1.0/")
    assert graph.value(DATASET, DCTERMS.license) == cc0
    assert URIRef("https://w3id.org/communique/ns") in set(graph.objects(DATASET, VOID.vocabulary))
    assert graph.value(DATASET, VOID.uriSpace) == Literal(BASE)
    endpoint = graph.value(DATASET, VOID.sparqlEndpoint)
    services = set(graph.subjects(RDF.type, DCAT.DataService))
    assert {graph.value(s, DCAT.endpointURL) for s in services} == {endpoint}
    example = str(graph.value(DATASET, VOID.exampleResource))
    assert client.get(f"/id/{example.removeprefix(BASE)}").status_code == 303
    dumps = set(graph.objects(DATASET, VOID.dataDump))
    assert dumps == set(graph.objects(None, DCAT.downloadURL))
    for address in (endpoint, *dumps):
        response = client.get(str(address))
        assert response.status_code == 200
        assert response.data


@pytest.mark.parametrize("suffix", FORMS)
def test_every_form_says_the_same(client: FlaskClient, suffix: str) -> None:
    assert len(read(client, suffix)) == len(read(client))
    first, second = (client.get(f"/.well-known/void?format={suffix}&{n}").data for n in "ab")
    assert first == second


def test_links_to_other_sites_are_counted(make: Making) -> None:
    graph = read(make().test_client())
    for links in graph.subjects(RDF.type, VOID.Linkset):
        target = graph.value(links, VOID.objectsTarget)
        assert str(graph.value(target, VOID.uriSpace)).startswith("http")
        assert int(str(graph.value(links, VOID.triples))) > 0


def test_names_come_from_the_base_and_addresses_from_who_asks(client: FlaskClient) -> None:
    faked = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}
    for host, root in (
        ("example.org", "http://example.org/"),
        ("127.0.0.1:8123", "http://127.0.0.1:8123/"),
    ):
        graph = read(client, Host=host, **faked)
        assert (DATASET, VOID.uriSpace, Literal(BASE)) in graph
        assert graph.value(DATASET, VOID.sparqlEndpoint) == URIRef(f"{root}sparql")


def test_behind_a_proxy_the_bases_own_address_is_given(make: Making) -> None:
    client = make(base="https://data.example/news/id/").test_client()
    graph = read(client, Host="data.example")
    own = URIRef("https://data.example/news/.well-known/void#dataset")
    assert graph.value(own, VOID.sparqlEndpoint) == URIRef("https://data.example/news/sparql")


def test_a_base_of_another_shape_names_its_site(make: Making) -> None:
    graph = read(make(base="https://data.example/things#").test_client())
    assert URIRef("https://data.example/.well-known/void#dataset") in set(graph.subjects())


def test_it_follows_the_store_and_needs_no_licence(tmp_path: Path) -> None:
    directory = fill(tmp_path / "s")
    settings = Settings(store=str(tmp_path / "s"), base=BASE, license="")
    client = create_app(settings).test_client()
    before = read(client)
    assert list(before.objects(None, DCTERMS.license)) == []
    remove_articles(directory, BASE, ["wire/harbor.txt", "courier.txt", "hostile.txt"])
    after = read(client)
    assert after.value(DATASET, VOID.exampleResource) is None
    counts = [int(str(one.value(DATASET, VOID.triples))) for one in (before, after)]
    assert counts[0] > counts[1]


def test_browsers_get_turtle_and_nothing_else_is_406(client: FlaskClient) -> None:
    address = "/.well-known/void"
    assert client.get(address, headers={"Accept": "text/html"}).mimetype == "text/turtle"
    assert client.get(address, headers={"Accept": "image/png"}).status_code == 406
    assert client.get(f"{address}?format=csv").status_code == 400


def test_what_cant_be_counted_in_time_is_left_out_and_not_tried_again(
    make: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for: list[str] = []

    def never(sparql: str) -> None:
        asked_for.append(sparql)
        raise QueryTimeout("too slow")

    monkeypatch.setattr(statistics, "rows", never)
    client = make(license="").test_client()
    graph = read(client, "ttl")
    assert graph.value(DATASET, VOID.triples) is None
    assert graph.value(DATASET, VOID.classPartition) is None
    assert graph.value(DATASET, VOID.sparqlEndpoint)
    times = len(asked_for)
    read(client, "rdf")
    assert len(asked_for) == times == 4
