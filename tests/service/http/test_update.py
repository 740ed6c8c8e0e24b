"""/update: who may, how it is sent, what is refused; what was written can be read at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.settings import Settings
from tests.service.http.writing import AUTH, SPO, TOKEN, asks, problem, serving

DIRECT = "application/sparql-update"
INSERT = f"INSERT DATA {{ {SPO.format(1)} }}"


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with serving(tmp_path_factory.mktemp("update") / "s") as client:
        yield client


def send(client: FlaskClient, text: str, **more: object) -> object:
    return client.post("/update", **{"data": text, "content_type": DIRECT, "headers": AUTH, **more})


@pytest.mark.parametrize(
    "how",
    [
        lambda c, text: c.post("/update", data={"update": text}, headers=AUTH),
        send,
        lambda c, text: send(c, text, content_type=f"{DIRECT}; charset=UTF-8"),
        lambda c, text: send(c, text, headers={"Authorization": f"bearer  {TOKEN} "}),
    ],
)
def test_an_update_can_be_read_when_it_is_answered(writable: FlaskClient, how: object) -> None:
    assert how(writable, "DROP ALL").status_code == 204
    assert not asks(writable, "?s ?p ?o")
    assert how(writable, INSERT).status_code == 204
    assert asks(writable, SPO.format(1))


def test_our_prefixes_and_the_address_as_base_need_no_saying(writable: FlaskClient) -> None:
    assert send(writable, "INSERT DATA { <here> rdfs:label 'x' }").status_code == 204
    assert asks(writable, "<http://localhost/here> rdfs:label 'x'")


@pytest.mark.parametrize("how", ["form", "direct"])
def test_the_protocols_dataset_is_what_where_reads(writable: FlaskClient, how: str) -> None:
    send(writable, f"DROP ALL; INSERT DATA {{ GRAPH <http://e.org/g> {{ {SPO.format(1)} }} }}")
    copy = "INSERT { ?s <http://e.org/q> ?o } WHERE { ?s ?p ?o }"
    graph = {"using-graph-uri": "http://e.org/g"}
    if how == "form":
        response = writable.post("/update", data={"update": copy, **graph}, headers=AUTH)
    else:
        response = send(writable, copy, query_string=graph)
    assert response.status_code == 204
    assert asks(writable, "<http://e.org/s> <http://e.org/q> 1")


@pytest.mark.parametrize(
    ("how", "status"),
    [
        (lambda c: send(c, "DROP"), 400),
        (lambda c: send(c, "CREATE GRAPH <http://e.org/x>; CREATE GRAPH <http://e.org/x>"), 409),
        (lambda c: send(c, b"\xff\xfe"), 400),
        (lambda c: send(c, INSERT, content_type="text/plain"), 415),
        (lambda c: send(c, INSERT, content_type=None), 415),
        (lambda c: send(c, INSERT, content_type=f"{DIRECT}; charset=utf-16"), 415),
        (lambda c: send(c, INSERT, headers={**AUTH, "Content-Encoding": "gzip"}), 415),
        (lambda c: send(c, {"update": [INSERT, INSERT]}, content_type=None), 400),
        (lambda c: send(c, {"query": "ASK {}"}, content_type=None), 400),
        (lambda c: send(c, "CLEAR ALL", query_string={"using-graph-uri": "no iri"}), 400),
        (
            lambda c: send(
                c, "WITH <a:a> DELETE WHERE {}", query_string={"using-named-graph-uri": "a:b"}
            ),
            400,
        ),
        (lambda c: send(c, "INSERT DATA { <a:a> <a:b> 'x", query_string={}), 400),
        (lambda c: c.get("/update?update=CLEAR+ALL", headers=AUTH), 405),
        (lambda c: c.put("/update", data=INSERT, headers=AUTH), 405),
    ],
)
def test_refusals_are_problems(writable: FlaskClient, how: object, status: int) -> None:
    problem(how(writable), status)


@pytest.mark.parametrize(
    "text",
    [
        "LOAD <http://127.0.0.1:1/x>",
        "load silent <file:///etc/passwd> into graph <a:a>",
        "CLEAR ALL; LOAD <http://127.0.0.1:1/x>",
        "INSERT {} WHERE { SERVICE SILENT ?s { ?a ?b ?c } }",
        "\\u004COAD <http://127.0.0.1:1/x>",
    ],
)
def test_nothing_is_fetched(writable: FlaskClient, text: str) -> None:
    assert "fetches nothing" in problem(send(writable, text), 403)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:load> <a:b> 'LOAD <x>' } # LOAD <y>",
        "PREFIX load: <a:> INSERT { load:LOAD load:b ?load } WHERE { VALUES ?load { 1 } }",
    ],
)
def test_what_only_looks_like_load_is_let_through(writable: FlaskClient, text: str) -> None:
    assert send(writable, text).status_code == 204


@pytest.mark.parametrize(
    ("header", "status", "challenge"),
    [
        ({}, 401, 'Bearer realm="writing to Communique"'),
        ({"Authorization": "Basic eDp5"}, 401, 'Bearer realm="writing to Communique"'),
        ({"Authorization": f"Bearer {TOKEN}x"}, 401, "error=invalid_token"),
        ({"Authorization": "Bearer "}, 401, "error=invalid_token"),
        ({"Authorization": "Bearer tökén"}, 401, "error=invalid_token"),
    ],
)
def test_nobody_else_writes(
    writable: FlaskClient, header: dict[str, str], status: int, challenge: str
) -> None:
    send(writable, INSERT)
    response = send(writable, "DROP ALL", headers=header)
    problem(response, status)
    assert challenge in response.headers["WWW-Authenticate"]
    assert asks(writable, SPO.format(1))


def test_without_a_token_the_problem_says_how_to_get_one(tmp_path: Path) -> None:
    with serving(tmp_path / "s", token="") as client:
        assert "COMMUNIQUE_TOKEN" in problem(send(client, "DROP ALL"), 403)
        assert "COMMUNIQUE_TOKEN" in problem(client.delete("/graphs?default", headers=AUTH), 403)


def test_a_runaway_is_a_504(tmp_path: Path) -> None:
    with serving(tmp_path / "s", query_timeout=1.0) as client:
        numbers = " ".join(f"<a:{n}> <a:n> {n} ." for n in range(500))
        assert send(client, f"INSERT DATA {{ {numbers} }}").status_code == 204
        product = " ".join(f"?s{v} <a:n> ?{v} ." for v in "abcd")
        endless = f"DELETE {{ ?sa ?p ?o }} WHERE {{ {product} FILTER(?a + ?b + ?c > ?d + 9999) }}"
        assert "nothing was changed" in problem(send(client, endless), 504)
        assert asks(client, "<a:7> <a:n> 7")


def test_the_token_is_shown_nowhere() -> None:
    assert TOKEN not in repr(Settings(token=TOKEN))
