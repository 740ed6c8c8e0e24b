"""/graphs: graphs by parameter and by address, the whole dataset, files of a form."""

import io
from collections.abc import Iterator
from urllib.parse import urlsplit

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient

from tests.service.http.writing import AUTH, SPO, G, asks, problem, serving

TURTLE = "text/turtle"
WAYS = [f"/graphs?graph={G}", "/graphs/some/where"]


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with serving(tmp_path_factory.mktemp("graphs") / "s") as client:
        yield client


@pytest.fixture
def empty(writable: FlaskClient) -> FlaskClient:
    assert writable.post("/update", data={"update": "DROP ALL"}, headers=AUTH).status_code == 204
    return writable


def send(client: FlaskClient, method: str, address: str, data: object, media: str = TURTLE) -> int:
    response = client.open(
        address, method=method, data=data, content_type=media, headers={**AUTH, "Accept": "*/*"}
    )
    return int(response.status_code)


def triples(client: FlaskClient, address: str) -> set[str]:
    response = client.get(address, headers={"Accept": "application/n-triples"})
    assert (response.status_code, response.mimetype) == (200, "application/n-triples")
    return set(response.text.splitlines())


@pytest.mark.parametrize("address", WAYS)
def test_a_graph_comes_changes_and_goes(empty: FlaskClient, address: str) -> None:
    problem(empty.get(address), 404)
    assert send(empty, "PUT", address, SPO.format('"1"')) == 201
    assert triples(empty, address) == {SPO.format('"1"')}
    assert send(empty, "PUT", address, SPO.format('"2"')) == 204
    assert triples(empty, address) == {SPO.format('"2"')}
    assert send(empty, "POST", address, SPO.format('"3"')) == 204
    assert triples(empty, address) == {SPO.format('"2"'), SPO.format('"3"')}
    assert empty.head(address).status_code == 200
    assert empty.delete(address, headers=AUTH).status_code == 204
    assert empty.head(address).status_code == 404
    assert "there is no graph" in problem(empty.delete(address, headers=AUTH), 404)


def test_an_address_names_its_graph(empty: FlaskClient) -> None:
    send(empty, "PUT", "/graphs/some/where", SPO.format(1))
    assert triples(empty, "/graphs?graph=http://localhost/graphs/some/where")
    assert asks(empty, f"GRAPH <http://localhost/graphs/some/where> {{ {SPO.format(1)} }}")


def test_posting_to_a_new_graph_makes_it(empty: FlaskClient) -> None:
    assert send(empty, "POST", f"/graphs?graph={G}", SPO.format(1)) == 201


@pytest.mark.parametrize("method", ["PUT", "POST"])
def test_a_graph_may_be_empty(empty: FlaskClient, method: str) -> None:
    assert send(empty, method, f"/graphs?graph={G}", "") == 201
    assert empty.get(f"/graphs?graph={G}").status_code == 200


def test_the_default_graph(empty: FlaskClient) -> None:
    assert triples(empty, "/graphs?default") == set()
    assert send(empty, "PUT", "/graphs?default", SPO.format('"1"')) == 204
    assert send(empty, "POST", "/graphs?default", SPO.format('"2"')) == 204
    assert asks(empty, f"{SPO.format(repr('1'))} {SPO.format(repr('2'))}")
    assert empty.delete("/graphs?default", headers=AUTH).status_code == 204
    assert triples(empty, "/graphs?default") == set()


def test_relative_iris_begin_at_the_graph(empty: FlaskClient) -> None:
    send(empty, "PUT", "/graphs?graph=http://e.org/a/b", "<c> <#d> <> .")
    expected = "<http://e.org/a/c> <http://e.org/a/b#d> <http://e.org/a/b> ."
    assert triples(empty, "/graphs?graph=http://e.org/a/b") == {expected}


def test_the_same_blank_node_in_two_documents_is_two(empty: FlaskClient) -> None:
    for _ in range(2):
        assert send(empty, "POST", f"/graphs?graph={G}", "_:b <a:p> 1 .") < 300
    assert len(triples(empty, f"/graphs?graph={G}")) == 2


REMOTE = '{"@context": "http://127.0.0.1:1/"}'
NQ = f'<a:a> <a:b> "default" .\n<a:a> <a:b> "named" <{G}> .\n'


@pytest.mark.parametrize("media", ["application/n-quads", "application/trig"])
def test_the_whole_dataset_goes_in_and_out(empty: FlaskClient, media: str) -> None:
    form = ox.RdfFormat.from_media_type(media)
    body = ox.serialize(ox.parse(NQ, format=ox.RdfFormat.N_QUADS), format=form)
    assert send(empty, "POST", "/graphs", body, media) == 204
    response = empty.get("/graphs", headers={"Accept": media})
    assert response.mimetype == media
    found = set(ox.parse(response.data, format=form))
    assert found == set(ox.parse(NQ, format=ox.RdfFormat.N_QUADS))


def test_the_dataset_has_no_form_without_graphs(empty: FlaskClient) -> None:
    detail = problem(empty.get("/graphs", headers={"Accept": TURTLE}), 406)
    assert detail == "there is: application/n-quads, application/trig"
    assert empty.get("/graphs").mimetype == "application/n-quads"


def test_triples_alone_make_a_graph_that_has_an_address(empty: FlaskClient) -> None:
    response = empty.post("/graphs", data=SPO.format(1), content_type=TURTLE, headers=AUTH)
    assert response.status_code == 201
    place = response.headers["Location"]
    assert place.startswith("http://localhost/graphs/")
    assert triples(empty, f"/graphs?graph={place}") == triples(empty, urlsplit(place).path)


def files(*given: tuple[str, str, str]) -> dict[str, list[tuple[io.BytesIO, str, str]]]:
    return {"file": [(io.BytesIO(text.encode()), name, media) for text, name, media in given]}


def test_files_of_a_form_are_added_together(empty: FlaskClient) -> None:
    sent = files(
        (SPO.format('"1"'), "a.ttl", "text/turtle; charset=utf-8"),
        (SPO.format('"2"'), "b.nt", "application/octet-stream"),
    )
    assert send(empty, "POST", f"/graphs?graph={G}", sent, "multipart/form-data") == 201
    assert triples(empty, f"/graphs?graph={G}") == {SPO.format('"1"'), SPO.format('"2"')}
    broken = files((SPO.format('"3"'), "a.ttl", TURTLE), ("<a", "b.ttl", TURTLE))
    assert send(empty, "POST", f"/graphs?graph={G}", broken, "multipart/form-data") == 400
    assert len(triples(empty, f"/graphs?graph={G}")) == 2


@pytest.mark.parametrize(
    ("method", "address", "data", "media", "status"),
    [
        ("PUT", "/graphs", SPO, TURTLE, 400),
        ("DELETE", "/graphs", "", TURTLE, 400),
        ("PUT", f"/graphs?default&graph={G}", SPO, TURTLE, 400),
        ("PUT", f"/graphs/x?graph={G}", SPO, TURTLE, 400),
        ("PUT", "/graphs?graph=no%20iri", SPO, TURTLE, 400),
        ("PUT", "/graphs?graph=", SPO, TURTLE, 400),
        ("PUT", f"/graphs?graph={G}", "<a> <b>", TURTLE, 400),
        ("PUT", f"/graphs?graph={G}", "\xff", TURTLE, 400),
        ("PUT", f"/graphs?graph={G}", NQ, "application/n-quads", 400),
        ("PUT", f"/graphs?graph={G}", REMOTE, "application/ld+json", 400),
        ("PUT", f"/graphs?graph={G}", SPO, "text/plain", 415),
        ("PUT", f"/graphs?graph={G}", SPO, "", 415),
        ("PUT", f"/graphs?graph={G}", SPO, "text/turtle; charset=latin1", 415),
        ("PUT", f"/graphs?graph={G}", {"file": "no file"}, "multipart/form-data", 400),
        ("PUT", f"/graphs?graph={G}", {}, "multipart/form-data; boundary=x", 400),
        ("PATCH", f"/graphs?graph={G}", SPO, TURTLE, 405),
        ("GET", "/graphs?graph=a:b&graph=a:c", "", TURTLE, 400),
    ],
)  # fmt: skip
def test_refusals(
    empty: FlaskClient, method: str, address: str, data: object, media: str, status: int
) -> None:
    sent = data.format(1) if data == SPO else data
    assert send(empty, method, address, sent, media) == status
    assert not asks(empty, f"GRAPH <{G}> {{ ?s ?p ?o }}")


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_writing_needs_the_token(empty: FlaskClient, method: str) -> None:
    response = empty.open("/graphs?default", method=method, data="", content_type=TURTLE)
    problem(response, 401)


def test_an_unchanged_graph_is_not_sent_again(empty: FlaskClient) -> None:
    send(empty, "PUT", "/graphs?default", SPO.format(1))
    tag = empty.get("/graphs?default").headers["ETag"]
    again = empty.get("/graphs?default", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    send(empty, "PUT", "/graphs?default", SPO.format(2))
    assert empty.get("/graphs?default", headers={"If-None-Match": tag}).status_code == 200


def test_a_body_beyond_the_limit_is_refused(tmp_path: object) -> None:
    with serving(tmp_path / "s", body_limit=100) as client:
        assert send(client, "PUT", f"/graphs?graph={G}", SPO.format('"' + "x" * 200 + '"')) == 413
