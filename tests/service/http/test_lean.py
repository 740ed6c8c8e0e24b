"""The short way through `/sparql` answers what the long way would, with the same headers."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder

from service.http.asking import GONE
from service.http.lean import Lean
from service.http.state import state_of
from tests.service.http.conftest import HTML, Making
from tests.service.http.story import BASE

NAMES = "SELECT ?name { ?p a cmq:Person ; rdfs:label ?name } ORDER BY ?name"
JSON = {"Accept": "application/sparql-results+json"}
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
Sorted = list[tuple[str, str]]


@pytest.fixture
def long(make: Making) -> FlaskClient:
    """An application that logs each request, and so takes the long way."""
    return make(log="all").test_client()


def headers(client: FlaskClient, query: str, **sent: str) -> Sorted:
    response = client.get("/sparql", query_string={"query": query}, headers=sent)
    changing = {"x-request-id", "date"}
    assert response.status_code == 200
    return sorted((n.lower(), v) for n, v in response.headers if n.lower() not in changing)


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        (NAMES, "application/sparql-results+json"),
        (NAMES, "text/csv"),
        (NAMES, "*/*"),
        (NAMES, ""),
        ("ASK {}", "application/sparql-results+xml"),
        (f"CONSTRUCT WHERE {{ <{BASE}actor/mila-dorn> a ?o }}", "text/turtle"),
    ],
)
def test_both_ways_give_the_same_headers_and_body(
    client: FlaskClient, long: FlaskClient, query: str, accept: str
) -> None:
    assert headers(client, query, Accept=accept) == headers(long, query, Accept=accept)
    asked = {"query_string": {"query": query}, "headers": {"Accept": accept}}
    assert client.get("/sparql", **asked).data == long.get("/sparql", **asked).data


def test_the_tag_of_the_short_way_is_good_on_the_long_one(client: FlaskClient) -> None:
    asked = {"query_string": {"query": NAMES}}
    tag = client.get("/sparql", headers=JSON, **asked).headers["ETag"]
    again = client.get("/sparql", headers={**JSON, "If-None-Match": tag}, **asked)
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    ("query", "sent", "status"),
    [
        ("SELECT {", JSON, 400),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> {} }", JSON, 403),
        ("ASK {} #" + "(" * 80, JSON, 200),
        ("ASK " + "{" * 80 + "}" * 80, JSON, 400),
        ("CONSTRUCT WHERE { ?s ?p ?o }", JSON, 406),
        (NAMES, {"Accept": "image/png"}, 406),
        (NAMES, HTML, 200),
    ],
)
def test_what_is_not_plain_takes_the_long_way(
    client: FlaskClient, query: str, sent: dict[str, str], status: int
) -> None:
    response = client.get("/sparql", query_string={"query": query}, headers=sent)
    assert response.status_code == status


def test_a_query_that_fails_is_asked_once(make: Making) -> None:
    app = make(query_timeout=0.6)
    asked: list[object] = []
    pool = state_of(app).pool
    answer = pool.answer

    def counted(*arguments: object) -> object:
        asked.append(arguments)
        return answer(*arguments)  # type: ignore[arg-type]

    pool.answer = counted  # type: ignore[method-assign, assignment]
    response = app.test_client().get("/sparql", query_string={"query": ENDLESS}, headers=JSON)
    assert response.status_code in {503, 504}
    assert response.mimetype == "application/problem+json"
    assert len(asked) == 1


def test_long_answers_are_compressed_for_those_who_take_them(client: FlaskClient) -> None:
    asked = {"query_string": {"query": "SELECT * { ?s ?p ?o } LIMIT 200"}}
    plain = client.get("/sparql", headers=JSON, **asked)
    small = client.get("/sparql", headers={**JSON, "Accept-Encoding": "gzip"}, **asked)
    assert small.headers["Content-Encoding"] == "gzip"
    assert len(small.data) < len(plain.data) / 2


def lean(make: Making) -> Lean:
    app = make().wsgi_app
    assert isinstance(app, Lean)
    return app


def environ(query: str) -> dict[str, object]:
    return EnvironBuilder("/sparql", query_string=urlencode({"query": query})).get_environ()


def test_only_what_is_remembered_is_answered_without_waiting(make: Making) -> None:
    app = lean(make)
    assert app.remembered(environ(NAMES)) is None
    b"".join(app(environ(NAMES), lambda *_: None))
    reply = app.remembered(environ(NAMES))
    assert reply is not None
    assert b"Mila Dorn" in reply.body
    assert app.remembered(environ(NAMES + " ")) is None


def test_another_address_of_the_service_is_another_base(make: Making) -> None:
    app, asked = lean(make), environ("SELECT (<x> AS ?x) {}")
    assert b'"http://localhost/x"' in b"".join(app(asked, lambda *_: None))
    asked = {**environ("SELECT (<x> AS ?x) {}"), "HTTP_HOST": "other.example"}
    assert b'"http://other.example/x"' in b"".join(app(asked, lambda *_: None))


def test_many_threads_at_once(make: Making) -> None:
    app = lean(make)

    def ask(number: int) -> tuple[str, bytes]:
        tags: list[str] = []

        def start(status: str, headers: Sorted) -> None:
            tags.extend([status, dict(headers)["X-Request-ID"]])

        body = b"".join(app(environ(f"SELECT ({number % 20} AS ?n) {{}}"), start))
        assert tags[0] == "200 OK"
        return tags[1], body

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(ask, range(200)))
    assert len({tag for tag, _ in found}) == 200
    assert all(f'"{n % 20}"'.encode() in body for n, (_, body) in enumerate(found))


def test_a_client_that_has_gone_is_heard_of(make: Making) -> None:
    gone = threading.Event()
    gone.set()
    app, begun = lean(make), []
    b"".join(app({**environ(ENDLESS), GONE: gone}, lambda status, *_: begun.append(status)))
    assert begun[0].startswith(("499", "503"))


def test_metrics_count_both_ways(make: Making) -> None:
    client = make().test_client()
    ask: Callable[..., object] = client.get
    ask("/sparql", query_string={"query": "ASK {}"}, headers=JSON)
    ask("/sparql", query_string={"query": "ASK {}", "format": "xml"})
    line = 'communique_requests_total{endpoint="sparql.sparql",method="GET",status="200"} 2.0'
    assert line in client.get("/metrics").text
