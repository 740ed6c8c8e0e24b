"""Other people's SPARQL clients and stores ask our endpoint: the same rows by each of them."""

import json
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, SPARQLWrapper

from ontology.terms import CMQ
from tests.real.conftest import Node, environment, free_port, wait_for_answer

QUERY = (
    f"SELECT ?name (COUNT(?s) AS ?n) WHERE {{ ?s <{CMQ.speaker}> ?who . "
    "?who <http://www.w3.org/2000/01/rdf-schema#label> ?name } GROUP BY ?name ORDER BY ?name"
)
Rows = list[tuple[str, int]]
# Runs in a process of its own: a pyoxigraph store that asks our endpoint by SERVICE.
FEDERATED = """
import sys, pyoxigraph as ox
store = ox.Store()
store.update('INSERT DATA { <e:here> <e:knows> "here" }')
for row in store.query(sys.stdin.read()):
    print(row["name"].value, row["n"].value, row["here"].value, sep="\\t")
"""


@pytest.fixture(scope="module")
def endpoint(site: str) -> str:
    return f"{site}/sparql"


def by_url(endpoint: str, query: str, **more: str) -> str:
    return f"{endpoint}?{urllib.parse.urlencode({'query': query, **more})}"


@pytest.fixture(scope="module")
def rows(endpoint: str) -> Rows:
    """What the endpoint says, read by hand."""
    with urllib.request.urlopen(by_url(endpoint, QUERY, format="json"), timeout=60) as response:
        found = json.load(response)["results"]["bindings"]
    told = [(row["name"]["value"], int(row["n"]["value"])) for row in found]
    assert len(told) > 10
    return told


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper(endpoint: str, rows: Rows, method: str) -> None:
    client = SPARQLWrapper(endpoint, returnFormat=JSON)
    client.setMethod(method)
    client.setQuery(QUERY)
    found = client.queryAndConvert()["results"]["bindings"]
    assert [(row["name"]["value"], int(row["n"]["value"])) for row in found] == rows


def test_sparqlwrapper_in_other_forms(endpoint: str, rows: Rows) -> None:
    client = SPARQLWrapper(endpoint, returnFormat=CSV)
    client.setQuery(QUERY)
    assert len(client.queryAndConvert().decode().splitlines()) == len(rows) + 1
    client = SPARQLWrapper(endpoint, returnFormat=TURTLE)
    client.setQuery(f"CONSTRUCT {{ ?s a <{CMQ.Meeting}> }} WHERE {{ ?s a <{CMQ.Meeting}> }}")
    assert len(Graph().parse(data=client.queryAndConvert(), format="turtle")) > 10


def test_rdflibs_store_asks_as_if_the_graph_were_here(endpoint: str, rows: Rows) -> None:
    graph = Graph(SPARQLStore(endpoint))
    assert [(str(row.name), int(row.n)) for row in graph.query(QUERY)] == rows
    speakers = set(graph.objects(None, CMQ.speaker))
    assert speakers
    one = min(speakers)
    assert isinstance(one, URIRef)
    assert graph.value(one, URIRef("http://www.w3.org/2000/01/rdf-schema#label"))
    assert (None, CMQ.speaker, one) in graph


@pytest.mark.parametrize(("form", "separator"), [("csv", ","), ("tsv", "\t")])
def test_pandas_reads_an_address(endpoint: str, rows: Rows, form: str, separator: str) -> None:
    frame = pd.read_csv(by_url(endpoint, QUERY, format=form), sep=separator)
    frame.columns = [name.lstrip("?") for name in frame.columns]
    assert list(zip(frame["name"], frame["n"], strict=True)) == rows


def test_pandas_reads_a_ready_made_question(site: str) -> None:
    frame = pd.read_csv(f"{site}/queries/meetings?status=held&format=csv")
    assert list(frame.columns)[:3] == ["meeting", "date", "status"]
    assert set(frame["status"]) == {"held"}


def test_comunica_and_fetch_sparql_endpoint(endpoint: str, rows: Rows, node: Node) -> None:
    for script in ("follow.js", "ask.js"):
        found = json.loads(node(script, QUERY, endpoint))
        assert sorted((row["name"], int(row["n"])) for row in found) == sorted(rows)


def federated(endpoint: str) -> str:
    return (
        f"SELECT ?name ?n ?here WHERE {{ <e:here> <e:knows> ?here "
        f"SERVICE <{endpoint}> {{ {QUERY} }} }} ORDER BY ?name"
    )


def test_another_pyoxigraph_asks_by_service(endpoint: str, rows: Rows) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FEDERATED],
        input=federated(endpoint),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [f"{name}\t{n}\there" for name, n in rows]


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Somebody else's server: `oxigraph serve`, from PyPI."""
    port, data = free_port(), tmp_path_factory.mktemp("oxigraph")
    command = ["serve", "--location", str(data), "--bind", f"127.0.0.1:{port}"]
    binary = Path(sys.executable).with_name("oxigraph")
    server = subprocess.Popen(
        [str(binary), *command],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_for_answer(f"http://127.0.0.1:{port}/", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.communicate(timeout=30)


def test_another_server_asks_by_service(endpoint: str, oxigraph: str, rows: Rows) -> None:
    update = b'INSERT DATA { <e:here> <e:knows> "here" }'
    kind = {"Content-Type": "application/sparql-update"}
    request = urllib.request.Request(f"{oxigraph}/update", update, kind)
    urllib.request.urlopen(request, timeout=30).close()
    frame = pd.read_csv(
        by_url(f"{oxigraph}/query", federated(endpoint), format="csv"),
        storage_options={"Accept": "text/csv"},
    )
    assert list(zip(frame["name"], frame["n"], strict=True)) == rows
    assert set(frame["here"]) == {"here"}


def test_a_client_is_told_what_is_wrong_with_its_query(endpoint: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        pd.read_csv(by_url(endpoint, "SELECT * WHERE { broken", format="csv"))
    assert refused.value.code == 400
    assert refused.value.headers.get_content_type() == "application/problem+json"
    refused.value.close()
