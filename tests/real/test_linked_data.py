"""Linked data as other people's clients read it, by the data's own IRIs: rdflib, jsonld.js and
Comunica against a real server whose base is its own address; and a crawl of all that is named."""

import html
import json
import re
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, RDFS, VOID

from ontology.terms import CMQ
from service.app import create_app
from service.settings import Settings
from tests.real.conftest import EXAMPLES, Node, communique, environment, free_port, serving

FORMS = {"ttl": "turtle", "nt": "nt", "rdf": "xml"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store of the examples, and the address that its IRIs begin with."""
    path, root = tmp_path_factory.mktemp("linked") / "store", f"http://127.0.0.1:{free_port()}"
    load = communique("load", EXAMPLES, "--store", path)
    known = {**environment(), "COMMUNIQUE_BASE": f"{root}/id/"}
    subprocess.run(load, check=True, capture_output=True, env=known, timeout=300)
    return path, root


@pytest.fixture(scope="module")
def here(store: tuple[Path, str]) -> Iterator[str]:
    """The address of a server whose things are named by that address."""
    path, root = store
    port = int(root.rpartition(":")[2])
    with serving(path, port=port, COMMUNIQUE_BASE=f"{root}/id/") as (address, _):
        assert address == root
        yield address


@pytest.fixture(scope="module")
def meeting(here: str) -> str:
    """The IRI of a meeting of which much is told."""
    graph = Graph().parse(f"{here}/.well-known/void")
    assert (None, RDF.type, VOID.Dataset) in graph
    example = next(graph.objects(None, VOID.exampleResource))
    assert str(example).startswith(f"{here}/id/")
    return str(example)


def test_rdflib_reads_a_thing_by_its_iri(meeting: str) -> None:
    graph = Graph().parse(meeting)
    assert (URIRef(meeting), RDF.type, CMQ.Meeting) in graph
    for person in graph.objects(URIRef(meeting), CMQ.participant):
        assert graph.value(person, RDFS.label)
        assert (person, RDF.type, CMQ.Actor) in Graph().parse(str(person))


@pytest.mark.parametrize("suffix", FORMS)
def test_rdflib_reads_the_same_in_every_form(meeting: str, suffix: str) -> None:
    by_suffix = Graph().parse(f"{meeting}.{suffix}", format=FORMS[suffix])
    assert isomorphic(by_suffix, Graph().parse(meeting))


def test_rdflib_reads_the_ontology_and_follows_its_terms(here: str) -> None:
    graph = Graph().parse(f"{here}/ns", format="turtle")
    assert graph.value(CMQ.Meeting, RDFS.label)
    concept = Graph().parse(f"{here}/concept/held", format="turtle")
    assert isomorphic(concept, graph)


def test_jsonld_js_expands_to_what_turtle_and_trig_say(meeting: str, node: Node) -> None:
    found = set(ox.parse(node("expand.js", f"{meeting}.jsonld"), format=ox.RdfFormat.N_QUADS))
    with urllib.request.urlopen(f"{meeting}.trig", timeout=30) as response:
        assert found == set(ox.parse(response.read(), format=ox.RdfFormat.TRIG))
    default = "".join(f"{q.triple} .\n" for q in found if q.graph_name == ox.DefaultGraph())
    assert isomorphic(Graph().parse(data=default, format="nt"), Graph().parse(meeting))
    named = {q.graph_name.value for q in found if isinstance(q.graph_name, ox.NamedNode)}
    assert named
    assert all("/claim/" in name for name in named)


def test_comunica_finds_names_by_following_links(meeting: str, node: Node) -> None:
    """It asks the documents of the meeting and its participants, not the endpoint."""
    graph = Graph().parse(meeting)
    people = sorted(str(one) for one in graph.objects(URIRef(meeting), CMQ.participant))
    path = f"<{meeting}> <{CMQ.participant}> ?p . ?p <{RDFS.label}> ?name"
    query = f"SELECT DISTINCT ?p ?name {{ {path} }}"
    rows = json.loads(node("follow.js", query, meeting, *people))
    assert {row["p"] for row in rows} == set(people)
    assert all(row["name"] for row in rows)


def test_comunica_asks_the_endpoint(here: str, node: Node) -> None:
    query = f"SELECT (COUNT(*) AS ?n) {{ ?s a <{CMQ.Article}> }}"
    articles = [p for p in EXAMPLES.iterdir() if p.suffix in {".txt", ".md"}]
    [row] = json.loads(node("follow.js", query, f"{here}/sparql"))
    assert int(row["n"]) == len(articles)


def test_every_name_of_the_examples_has_a_page_and_data_that_lead_nowhere_else(
    store: tuple[Path, str],
) -> None:
    """In one process, for there are thousands; whatever a document or page names is there too."""
    path, root = store
    client = create_app(Settings(store=str(path), base=f"{root}/id/")).test_client()
    waiting, seen = {first(client)}, set[str]()
    kinds, linked = set[str](), set[str]()
    while waiting:
        iri = waiting.pop()
        seen.add(iri)
        name = iri.removeprefix(f"{root}/id/")
        kinds.add(name.partition("/")[0])
        page = client.get(f"/page/{name}", headers={"Accept": "text/html"})
        data = client.get(f"/data/{name}.nq")
        assert (page.status_code, data.status_code) == (200, 200), iri
        linked |= set(re.findall(r'href="/page/([^"#?]+)', page.text))
        quads = ox.parse(data.data, format=ox.RdfFormat.N_QUADS)
        named = {
            t.value for q in quads for t in (q.subject, q.object) if isinstance(t, ox.NamedNode)
        }
        waiting |= {one for one in named if one.startswith(f"{root}/id/")} - seen
    assert len(seen) > 1000
    assert {f"{root}/id/{unquote(html.unescape(name))}" for name in linked} <= seen
    wanted = {"mention", "claim", "run", "tenure", "figure", "statement", "meeting", "article"}
    assert wanted <= kinds


def first(client: FlaskClient) -> str:
    rows = client.get("/queries/meetings").get_json()["results"]["bindings"]
    return str(rows[0]["meeting"]["value"])
