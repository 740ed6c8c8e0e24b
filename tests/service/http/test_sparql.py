"""The SPARQL protocol's query operation: three ways to ask, every form, every refusal."""

import csv
import io
import json

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from rdflib.namespace import RDF, RDFS
from rdflib.query import Result

from tests.service.http.conftest import HTML, Making
from tests.service.http.story import BASE

NAMES = "SELECT ?name { ?p a cmq:Person ; rdfs:label ?name } ORDER BY ?name"
ABOUT = f"CONSTRUCT WHERE {{ <{BASE}actor/mila-dorn> ?p ?o }}"
PEOPLE = ["Jana Pell", "Mila Dorn", "Otto Raske"]


@pytest.mark.parametrize(
    "how",
    [
        lambda c: c.get("/sparql", query_string={"query": NAMES}),
        lambda c: c.post("/sparql", data={"query": NAMES}),
        lambda c: c.post("/sparql", data=NAMES, content_type="application/sparql-query"),
        lambda c: c.post(
            "/sparql", data=NAMES, content_type="application/sparql-query; charset=utf-8"
        ),
    ],
)
def test_get_form_and_direct_post_give_the_same_answer(client: FlaskClient, how: object) -> None:
    response = how(client)
    assert response.status_code == 200
    assert response.content_type == "application/sparql-results+json"
    rows = json.loads(response.data)["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == PEOPLE


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("application/json", "application/json"),
        ("*/*", "application/sparql-results+json"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("application/x-unknown, text/csv;q=0.1", "text/csv"),
        ("application/sparql-results+json;q=0, text/csv;q=0.5", "text/csv"),
    ],
)
def test_select_takes_the_form_that_is_accepted(
    client: FlaskClient, accept: str, media: str
) -> None:
    response = client.get("/sparql", query_string={"query": NAMES}, headers={"Accept": accept})
    assert response.mimetype == media
    if media == "text/csv":
        assert [row[0] for row in csv.reader(io.StringIO(response.text))] == ["name", *PEOPLE]
    elif media == "text/tab-separated-values":
        assert response.text.split("\n")[1] == '"Jana Pell"'
    else:
        form = "xml" if media.endswith("xml") else "json"
        found = Result.parse(io.BytesIO(response.data), format=form)
        assert [str(row.name) for row in found] == PEOPLE


@pytest.mark.parametrize(
    ("media", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/trig", ox.RdfFormat.TRIG),
        ("application/n-quads", ox.RdfFormat.N_QUADS),
    ],
)
def test_construct_answers_in_every_rdf_format(
    client: FlaskClient, media: str, form: ox.RdfFormat
) -> None:
    response = client.get("/sparql", query_string={"query": ABOUT}, headers={"Accept": media})
    assert response.mimetype == media
    found = {str(quad.predicate) for quad in ox.parse(response.data, format=form)}
    assert {str(RDFS.label), str(RDF.type)} <= {iri.strip("<>") for iri in found}
    assert all(q.subject.value.endswith("/mila-dorn") for q in ox.parse(response.data, format=form))


@pytest.mark.parametrize(
    ("query", "answer"), [("ASK { ?m a cmq:Meeting }", True), ("ASK { ?m a cmq:Nothing }", False)]
)
def test_ask_is_a_boolean(client: FlaskClient, query: str, answer: bool) -> None:
    assert client.get("/sparql", query_string={"query": query}).get_json(force=True) == {
        "head": {},
        "boolean": answer,
    }


def test_format_wins_over_accept(client: FlaskClient) -> None:
    asked = {"query": NAMES, "format": "tsv"}
    response = client.get("/sparql", query_string=asked, headers={"Accept": "text/csv"})
    assert response.mimetype == "text/tab-separated-values"
    wrong = client.get("/sparql", query_string={**asked, "format": "pdf"})
    assert wrong.status_code == 400
    assert "csv, html, json" in wrong.get_json()["detail"]


def test_the_protocols_dataset_replaces_the_store(client: FlaskClient) -> None:
    claim = f"{BASE}claim/courier.txt/meeting-m-denied-status"
    query = "SELECT ?status { ?meeting cmq:status ?status }"
    inside = client.get("/sparql", query_string={"query": query, "default-graph-uri": claim})
    assert [r["status"]["value"] for r in inside.get_json(force=True)["results"]["bindings"]] == [
        "https://w3id.org/communique/concept/denied"
    ]
    named = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    only = client.get("/sparql", query_string={"query": named, "named-graph-uri": claim})
    assert only.get_json(force=True)["results"]["bindings"][0]["n"]["value"] == "1"
    bad = client.get("/sparql", query_string={"query": query, "default-graph-uri": "no iri"})
    assert bad.status_code == 400


def problem(response: object, status: int) -> str:
    assert response.status_code == status
    assert response.content_type == "application/problem+json"
    body = response.get_json(force=True)
    assert body["status"] == status
    assert body["title"]
    return body["detail"]


def test_a_query_that_cant_be_read_says_where(client: FlaskClient) -> None:
    asked = client.get("/sparql", query_string={"query": "SELECT * {\n ?s ?p }"})
    assert "error at 2:" in problem(asked, 400)


@pytest.mark.parametrize(
    ("how", "status"),
    [
        (lambda c: c.get("/sparql?query=ASK{}&query=ASK{}"), 400),
        (lambda c: c.post("/sparql", data={"other": "x"}), 400),
        (lambda c: c.post("/sparql", data=NAMES, content_type="text/plain"), 415),
        (
            lambda c: c.post("/sparql", data="DROP ALL", content_type="application/sparql-update"),
            415,
        ),
        (lambda c: c.post("/sparql", data=b"\xff", content_type="application/sparql-query"), 400),
        (
            lambda c: c.post(
                "/sparql", data="ASK {}", content_type="application/sparql-query; charset=latin1"
            ),
            415,
        ),
        (lambda c: c.put("/sparql", data=NAMES), 405),
        (lambda c: c.delete("/sparql"), 405),
        (lambda c: c.get("/sparql?query=ASK{}", headers={"Accept": "image/png"}), 406),
        (lambda c: c.get("/sparql?query=DROP%20ALL"), 400),
        (lambda c: c.post("/sparql", data={"query": "ASK " + "{" * 100_000}), 400),
        (lambda c: c.post("/sparql", data={"query": "#" * 1_000_001}), 400),
        (lambda c: c.post("/sparql", data={"query": "x" * 17_000_000}), 413),
    ],
)
def test_refusals_are_problems(client: FlaskClient, how: object, status: int) -> None:
    assert problem(how(client), status)


def test_a_wrong_method_says_which_are_right(client: FlaskClient) -> None:
    allowed = client.put("/sparql").headers["Allow"]
    assert {"GET", "HEAD", "OPTIONS", "POST"} == {m.strip() for m in allowed.split(",")}


def test_other_endpoints_are_not_asked(client: FlaskClient) -> None:
    query = "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"
    assert "SERVICE" in problem(client.get("/sparql", query_string={"query": query}), 403)


def test_from_fetches_nothing(client: FlaskClient) -> None:
    query = "SELECT (COUNT(*) AS ?n) FROM <http://127.0.0.1:1/data> { ?s ?p ?o }"
    found = client.get("/sparql", query_string={"query": query}).get_json(force=True)
    assert found["results"]["bindings"][0]["n"]["value"] == "0"


@pytest.mark.parametrize("media", ["text/turtle", "application/ld+json", "application/rdf+xml"])
def test_without_a_query_the_service_describes_itself(client: FlaskClient, media: str) -> None:
    response = client.get("/sparql", headers={"Accept": media})
    described = "http://www.w3.org/ns/sparql-service-description#"
    quads = list(ox.parse(response.data, format=ox.RdfFormat.from_media_type(media)))
    endpoint = [q.object.value for q in quads if q.predicate.value == described + "endpoint"]
    assert endpoint == ["http://localhost/sparql"]
    forms = {
        q.object.value.rsplit("/")[-1] for q in quads if q.predicate.value.endswith("resultFormat")
    }
    assert {"SPARQL_Results_JSON", "SPARQL_Results_CSV", "Turtle", "JSON-LD"} <= forms


def test_people_get_a_form_and_a_table(client: FlaskClient) -> None:
    form = client.get("/sparql", headers=HTML).text
    assert '<textarea id="query"' in form
    assert "Latest meetings" in form
    answer = client.get("/sparql", query_string={"query": NAMES}, headers=HTML).text
    assert "<td>Otto Raske</td>" in answer
    assert "3 rows" in answer


def test_every_example_runs(client: FlaskClient) -> None:
    from service.http.examples import EXAMPLES

    for example in EXAMPLES:
        response = client.get("/sparql", query_string={"query": example.query})
        assert response.status_code == 200, example.title
        assert len(response.data) > 40


def test_head_and_options(client: FlaskClient) -> None:
    head = client.head("/sparql", query_string={"query": NAMES})
    assert (head.status_code, head.data) == (200, b"")
    options = client.options("/sparql", headers={"Origin": "http://localhost:81"})
    assert options.status_code == 200
    assert options.headers["Access-Control-Allow-Origin"] == "http://localhost:81"
    assert "POST" in options.headers["Access-Control-Allow-Methods"]
    assert "Accept" in options.headers["Access-Control-Allow-Headers"]


def test_two_applications_share_nothing(make: Making) -> None:
    one, other = make(base="http://one.example/"), make()
    assert one.extensions is not other.extensions
    assert one.test_client().get("/page/actor/mila-dorn").status_code == 404
    assert other.test_client().get("/page/actor/mila-dorn").status_code == 200
