"""The server as other programs meet it: real processes, real HTTP clients."""

import http.client
import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.namespace import RDF
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from ontology.terms import CMQ
from tests.real.conftest import EXAMPLES, STOPPING, communique, environment, serving

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?article a cmq:Article }"
ARTICLES = len([p for p in EXAMPLES.iterdir() if p.suffix in {".txt", ".md"}])


def get(address: str, **headers: str) -> tuple[int, str, bytes]:
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, response.headers.get_content_type(), response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers.get_content_type(), error.read()


def count(site: str) -> int:
    query = urllib.parse.urlencode({"query": COUNT, "format": "json"})
    _, _, body = get(f"{site}/sparql?{query}")
    return int(json.loads(body)["results"]["bindings"][0]["n"]["value"])


def test_health_and_the_number_of_articles(site: str) -> None:
    status, media, body = get(f"{site}/health")
    assert (status, media, json.loads(body)["status"]) == (200, "application/json", "ok")
    assert count(site) == ARTICLES


def test_rdflib_reads_the_endpoint_as_a_graph(site: str) -> None:
    graph = Graph(SPARQLStore(f"{site}/sparql", method="POST_FORM"))
    assert len(list(graph.subjects(RDF.type, CMQ.Article))) == ARTICLES


def test_pyoxigraph_reads_it_as_a_service(site: str) -> None:
    query = f"SELECT ?a {{ SERVICE <{site}/sparql> {{ ?a a <{CMQ.Article}> }} }}"
    found = ox.Store().query(query)
    assert isinstance(found, ox.QuerySolutions)
    assert len(list(found)) == ARTICLES


def test_a_redirect_leads_to_data_about_the_thing(site: str) -> None:
    _, _, body = get(f"{site}/queries/actors?format=json")
    actor = json.loads(body)["results"]["bindings"][0]["actor"]["value"]
    name = urllib.parse.urlsplit(actor).path
    status, media, turtle = get(f"{site}{name}", Accept="text/turtle")
    assert (status, media) == (200, "text/turtle")
    subjects = {q.subject.value for q in ox.parse(turtle, format=ox.RdfFormat.TURTLE)}
    assert actor in subjects


def test_problems_over_the_wire(site: str) -> None:
    for path, expected in (("/nowhere", 404), ("/sparql?query=x", 400), ("/queries/x", 404)):
        status, media, body = get(f"{site}{path}")
        assert (status, media) == (expected, "application/problem+json")
        assert json.loads(body)["status"] == expected


def test_many_clients_at_once_get_the_same_answer(site: str) -> None:
    paths = ["/", "/meetings", "/queries/statements", "/queries/contradictions?format=csv"]
    alone = {path: get(f"{site}{path}")[2] for path in paths}
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda path: (path, get(f"{site}{path}")[2]), paths * 12))
    assert all(body == alone[path] for path, body in found)


def test_statements_are_equal_to_the_article_at_their_offsets(site: str) -> None:
    _, _, body = get(f"{site}/queries/statements?format=json")
    rows = json.loads(body)["results"]["bindings"]
    own = [row for row in rows if not row["article"]["value"].startswith("https://")]
    assert len(own) > 20
    for row in own:
        text = (EXAMPLES / row["article"]["value"]).read_text(encoding="utf-8")
        start, end = int(row["start"]["value"]), int(row["end"]["value"])
        assert text[start:end] == row["text"]["value"]


def test_what_is_loaded_while_serving_is_served(tmp_path: Path) -> None:
    store, note = tmp_path / "s", tmp_path / "note.txt"
    note.write_text("President Ana Kovač of Norway met Luis Ferrer in Vaduz on 3 May 2031.\n")
    with serving(store) as (site, _):
        assert count(site) == 0
        load = communique("load", note, "--store", store)
        subprocess.run(load, check=True, capture_output=True, env=environment(), timeout=120)
        assert count(site) == 1
        again = communique("query", "coverage", "--store", store, "--format", "csv")
        asked = subprocess.run(
            again, check=True, capture_output=True, text=True, env=environment(), timeout=60
        )
        assert "note.txt" in asked.stdout


def test_two_servers_share_a_store(loaded: Path, site: str) -> None:
    with serving(loaded) as (other, _):
        assert count(other) == count(site) == ARTICLES


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_it_tells_where_it_listens_and_ends_when_told(tmp_path: Path, sign: signal.Signals) -> None:
    with serving(tmp_path / "s") as (site, server):
        begun = time.monotonic()
        server.send_signal(sign)
        stdout, stderr = server.communicate(timeout=STOPPING)
        assert time.monotonic() - begun < STOPPING
        assert f"{site}/" in stderr
        assert "Ctrl-C" in stderr
        assert stdout == ""
        assert server.returncode == 0


HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_it_ends_in_time_even_in_the_middle_of_an_endless_query(loaded: Path) -> None:
    with serving(loaded) as (site, server), ThreadPoolExecutor(1) as pool:
        query = urllib.parse.urlencode({"query": HEAVY})
        asked = pool.submit(get, f"{site}/sparql?{query}")
        time.sleep(1)
        assert not asked.done()
        assert count(site) == ARTICLES
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=STOPPING)
        with pytest.raises((OSError, http.client.HTTPException)):
            asked.result(timeout=STOPPING)
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(f"{site}/health", timeout=5)


def test_a_signal_to_the_whole_group_ends_it_too(tmp_path: Path) -> None:
    with serving(tmp_path / "s", start_new_session=True) as (_, server):
        os.killpg(server.pid, signal.SIGTERM)
        _, stderr = server.communicate(timeout=STOPPING)
        assert "Traceback" not in stderr


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = communique("serve", "--store", tmp_path / "s", "--port", port)
        done = subprocess.run(
            command, capture_output=True, text=True, env=environment(), timeout=60, check=False
        )
    assert done.returncode == 2
    assert f"port {port}" in done.stderr
    assert "give another --port" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    done = subprocess.run(
        communique("serve", "--store", tmp_path),
        capture_output=True,
        text=True,
        env=environment(),
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "not a Communiqué store" in done.stderr
