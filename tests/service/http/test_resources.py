"""Linked data: every minted IRI leads to a page and to data, on any host."""

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient

from service.http.linked.forms import MEDIA
from service.http.reader import Reader
from tests.service.http.conftest import HTML, Making
from tests.service.http.story import BASE

MILA = f"{BASE}actor/mila-dorn"


@pytest.mark.parametrize(
    ("accept", "to"),
    [
        ("text/html,*/*;q=0.8", "/page/actor/mila-dorn"),
        ("text/turtle", "/data/actor/mila-dorn.ttl"),
        ("application/ld+json", "/data/actor/mila-dorn.jsonld"),
        ("application/n-triples", "/data/actor/mila-dorn.nt"),
        ("application/rdf+xml;q=0.9, text/turtle;q=0.1", "/data/actor/mila-dorn.rdf"),
        ("application/trig", "/data/actor/mila-dorn.trig"),
        ("*/*", "/data/actor/mila-dorn.ttl"),
    ],
)
def test_see_other(client: FlaskClient, accept: str, to: str) -> None:
    response = client.get("/id/actor/mila-dorn", headers={"Accept": accept})
    assert (response.status_code, response.headers["Location"]) == (303, to)
    assert "Accept" in response.headers["Vary"]


def test_a_suffix_fixes_the_form(client: FlaskClient) -> None:
    for suffix in MEDIA:
        response = client.get(f"/id/actor/mila-dorn.{suffix}", headers={"Accept": "text/html"})
        assert response.headers["Location"] == f"/data/actor/mila-dorn.{suffix}"
    page = client.get("/id/actor/mila-dorn.html", headers={"Accept": "text/turtle"})
    assert page.headers["Location"] == "/page/actor/mila-dorn"


def test_redirects_stay_on_the_host_that_was_asked(client: FlaskClient) -> None:
    response = client.get("/id/actor/mila-dorn", base_url="http://elsewhere.example:9/")
    assert response.headers["Location"].startswith("/data/")


def test_nothing_acceptable_is_406_and_no_such_thing_404(client: FlaskClient) -> None:
    assert client.get("/id/actor/mila-dorn", headers={"Accept": "image/png"}).status_code == 406
    for address in (
        "/id/actor/nobody",
        "/id/actor/nobody.ttl",
        "/id/a b<c",
        "/data/actor/mila-dorn",
    ):
        assert client.get(address).status_code == 404
    assert client.get("/data/actor/mila-dorn.exe").status_code == 404


@pytest.mark.parametrize("suffix", MEDIA)
def test_a_document_in_every_format(client: FlaskClient, suffix: str) -> None:
    response = client.get(f"/data/actor/mila-dorn.{suffix}")
    assert response.mimetype == MEDIA[suffix]
    assert f'<{MILA}>; rel="describes"' in response.headers.getlist("Link")
    form = ox.RdfFormat.from_extension(suffix)
    quads = set(ox.parse(response.data, format=form))
    said = {q.object.value for q in quads if q.subject == ox.NamedNode(MILA)}
    assert "Mila Dorn" in said
    pointing = {q.predicate.value.rsplit("#")[-1] for q in quads if q.object == ox.NamedNode(MILA)}
    assert {"participant", "speaker", "holder", "subject"} <= pointing


def test_a_document_tells_claims_evidence_and_neighbours_labels(client: FlaskClient) -> None:
    quads = set(ox.parse(client.get("/data/mission/sentinel.trig").data, format=ox.RdfFormat.TRIG))
    graphs = {q.graph_name.value for q in quads if isinstance(q.graph_name, ox.NamedNode)}
    assert any(graph.endswith("/mission-sentinel-lead") for graph in graphs)
    told = {(q.subject.value, q.predicate.value.rsplit("#")[-1], q.object.value) for q in quads}
    assert (f"{BASE}actor/lakes-union", "label", "Lakes Union") in told
    assert any(p == "anchorOf" and v == "led by the Lakes Union" for _, p, v in told)
    assert any(p == "confidence" for _, p, _ in told)
    assert not any("internal#" in q.predicate.value for q in quads)


def test_plain_formats_leave_out_what_is_only_claimed(client: FlaskClient) -> None:
    address = "/data/meeting/courier.txt/m-denied"
    assert "#status>" not in client.get(f"{address}.nt").text
    assert "#status>" in client.get(f"{address}.nq").text


def test_documents_are_the_same_each_time(client: FlaskClient) -> None:
    first, second = (client.get("/data/actor/mila-dorn.trig").data for _ in range(2))
    assert first == second


def test_every_minted_iri_has_a_page_and_data(make: Making) -> None:
    app = make()
    reader: Reader = app.extensions["communique"].reader
    with reader.reading() as now:
        terms = {t for q in now.store for t in (q.subject, q.object)}
    minted = sorted(
        t.value for t in terms if isinstance(t, ox.NamedNode) and t.value.startswith(BASE)
    )
    kinds = {iri.removeprefix(BASE).split("/")[0] for iri in minted}
    assert {"actor", "claim", "mention", "run", "tenure", "figure", "participation"} <= kinds
    client = app.test_client()
    for iri in minted:
        name = iri.removeprefix(BASE)
        assert client.get(f"/page/{name}", headers=HTML).status_code == 200, iri
        assert client.get(f"/data/{name}.nq").status_code == 200, iri
