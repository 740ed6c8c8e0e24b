"""Other servers: only those that are set, never private ones, no redirects, within limits."""

import dataclasses
import http.server
import json
import threading
import time
from collections.abc import Iterator

import pytest

from service.federation import FetchFailed
from service.http.federating import FETCHER
from service.http.fetching import Fetcher, is_public
from service.settings import Settings
from tests.service.http.writing import AUTH, asks, problem, serving

ROWS = {"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "uri", "value": "a:1"}}]}}


class Other(http.server.BaseHTTPRequestHandler):
    """Another server: an endpoint, a document, and some that misbehave."""

    def answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        bodies = {"/sparql": json.dumps(ROWS), "/data.ttl": "<> <a:p> <a:o> .", "/long": "x" * 999}
        status = {"/moved": 302, "/missing": 404}.get(self.path, 200)
        self.send_response(status)
        self.send_header("Location", "/data.ttl")
        self.send_header("Content-Type", "text/turtle" if self.path == "/data.ttl" else "text/x")
        self.end_headers()
        if self.path == "/slow":
            for _ in range(40):
                time.sleep(0.1)
                self.wfile.write(b"x" * 70_000)
        self.wfile.write(bodies.get(self.path, "").encode())

    do_GET = do_POST = answer  # noqa: N815 the names that http.server asks for

    def log_message(self, *_: object) -> None:
        """Silently."""


@pytest.fixture
def other() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Other)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"other.example:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def fetcher(other: str) -> Fetcher:
    """For which the other server's address counts as public."""
    return Fetcher(frozenset({other}), 1.0, 500, lambda *_: ["127.0.0.1"], bool)


def test_a_document_is_fetched(fetcher: Fetcher, other: str) -> None:
    found = fetcher.fetch(f"http://{other}/data.ttl", "text/turtle")
    assert (found.media, found.body) == ("text/turtle", b"<> <a:p> <a:o> .")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/moved", "it redirects"),
        ("/missing", "status 404"),
        ("/long", "longer than 500 bytes"),
        ("/slow", "longer than 500 bytes"),
    ],
)
def test_what_misbehaves_is_given_up(fetcher: Fetcher, other: str, path: str, reason: str) -> None:
    with pytest.raises(FetchFailed, match=reason):
        fetcher.fetch(f"http://{other}{path}", "*/*")


def test_what_dribbles_is_given_up(fetcher: Fetcher, other: str) -> None:
    patient = dataclasses.replace(fetcher, largest=10**9)
    with pytest.raises(FetchFailed, match=r"slower than 1 seconds"):
        patient.fetch(f"http://{other}/slow", "*/*")


@pytest.mark.parametrize(
    "url",
    [
        "http://elsewhere.example/",
        "http://{other}.elsewhere.example/",
        "http://user@{other}/",
        "https://other.example/",
        "file:///etc/passwd",
        "ftp://{other}/",
    ],
)
def test_only_hosts_that_are_set_are_asked(fetcher: Fetcher, other: str, url: str) -> None:
    with pytest.raises(FetchFailed) as refused:
        fetcher.fetch(url.format(other=other), "*/*")
    assert refused.value.status in {400, 403}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
    ],
)
def test_private_addresses_are_known(address: str, expected: bool) -> None:
    assert is_public(address) is expected


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    both = Fetcher(frozenset({"o.org"}), 1.0, 9, lambda *_: ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(FetchFailed, match="private"):
        both.fetch("https://o.org/", "*/*")


def test_service_and_load_through_the_service(
    fetcher: Fetcher, other: str, tmp_path: object
) -> None:
    with serving(tmp_path / "s", service_hosts=other) as client:
        here = f"SERVICE <http://{other}/sparql> {{ ?x ?p ?y }}"
        query = {"query": f"SELECT ?x {{ {here} }}"}
        assert "other.example" in problem(client.get("/sparql", query_string=query), 502)
        client.application.extensions[FETCHER] = fetcher
        found = client.get("/sparql", query_string=query).get_json(force=True)
        assert [row["x"]["value"] for row in found["results"]["bindings"]] == ["a:1"]
        load = f"LOAD <http://{other}/data.ttl> INTO GRAPH <a:g>"
        assert client.post("/update", data={"update": load}, headers=AUTH).status_code == 204
        assert asks(client, f"GRAPH <a:g> {{ <http://{other}/data.ttl> <a:p> <a:o> }}")
        silent = f"LOAD SILENT <http://{other}/moved>; LOAD SILENT <http://127.0.0.1/>"
        assert client.post("/update", data={"update": silent}, headers=AUTH).status_code == 204
        elsewhere = {"query": "ASK { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"}
        assert other in problem(client.get("/sparql", query_string=elsewhere), 403)


def test_nobody_is_asked_unless_set() -> None:
    assert Settings().service_hosts == ""
