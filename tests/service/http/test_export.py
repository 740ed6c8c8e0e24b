"""`/export/FORMAT`: every form over HTTP, its filters and refusals, and what a client that goes
away leaves behind."""

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient

from service.exports.formats import FORMATS
from service.http import export
from service.http.reader import Reader
from service.http.state import EXPORTS, state_of
from service.store.workers.errors import QueryTimeout
from tests.service.http.conftest import Making
from tests.service.http.story import BASE, COURIER


def rows(response: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.get_data(as_text=True), newline="")))


@pytest.mark.parametrize("form", list(FORMATS.values()), ids=list(FORMATS))
def test_every_form_is_sent_as_a_file(client: FlaskClient, form: object) -> None:
    response = client.get(f"/export/{form.name}")
    assert response.status_code == 200, response.text[:300]
    many = form.files is not None
    assert response.mimetype == ("application/zip" if many else form.media)
    suffix = "zip" if many else form.suffix
    disposition = f'attachment; filename="communique.{suffix}"'
    assert response.headers["Content-Disposition"] == disposition
    assert response.data
    assert response.headers["ETag"]
    if many:
        with zipfile.ZipFile(io.BytesIO(response.data)) as archive:
            assert archive.testzip() is None


def test_what_there_is_can_be_asked(client: FlaskClient) -> None:
    told = client.get("/export").get_json()
    assert [form["name"] for form in told["formats"]] == list(FORMATS)
    assert told["parameters"] == ["actor", "since", "until", "kind", "table", "network"]
    for form in told["formats"][:2]:
        assert client.get(form["address"]).status_code == 200
        assert form["holds"]


def test_an_unknown_form_names_the_known(client: FlaskClient) -> None:
    response = client.get("/export/gefx", headers={"Accept": "application/json"})
    assert response.status_code == 404
    assert response.content_type == "application/problem+json"
    assert "did you mean 'gexf'?" in response.get_json(force=True)["detail"]
    assert all(name in response.get_json(force=True)["detail"] for name in FORMATS)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("turtle?colour=red", "no parameter 'colour'; there are: actor, since"),
        ("turtle?since=2031-01-01&since=2031-01-02", "since is given more than once"),
        ("turtle?since=spring", "parameter since: 'spring' is not a day"),
        ("turtle?kind=person", "no kind 'person'"),
        ("turtle?table=actors", "turtle has no tables: csv and parquet have"),
        ("csv?table=people", "no table 'people'; there are: actors, articles"),
        ("csv?network=full", "csv has no network to choose"),
        ("gexf?network=half", "no network 'half'; there are: met, full"),
    ],
)
def test_what_makes_no_sense_is_refused(client: FlaskClient, query: str, told: str) -> None:
    response = client.get(f"/export/{query}", headers={"Accept": "application/json"})
    assert response.status_code == 400
    assert told in response.get_json(force=True)["detail"]


def test_one_table_comes_alone(client: FlaskClient) -> None:
    response = client.get("/export/csv?table=meetings")
    assert response.content_type == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"].endswith('"meetings.csv"')
    assert [row["place"] for row in rows(response)] == ["Port Ellin"]


def test_filters_by_actor_time_and_kind(client: FlaskClient) -> None:
    everyone = rows(client.get("/export/csv?table=actors"))
    assert len(everyone) == 7
    asked = "/export/csv?table=actors&actor=otto+raske&since=2031-05-01&kind=meetings&kind=actors"
    assert {row["name"] for row in rows(client.get(asked))} == {"Mila Dorn", "Otto Raske"}
    assert rows(client.get("/export/csv?table=meetings&until=2031-04-30")) == []
    nobody = client.get("/export/nquads?actor=Nobody")
    assert (nobody.status_code, nobody.data) == (200, b"")


def test_another_network_is_chosen(client: FlaskClient) -> None:
    met = json.loads(client.get("/export/cytoscape").data)["elements"]
    response = client.get("/export/cytoscape?network=full")
    assert response.headers["Content-Disposition"].endswith('"communique-full.cyjs"')
    assert len(met["nodes"]) < len(json.loads(response.data)["elements"]["nodes"])


def test_a_copy_that_is_still_good_is_not_made_again(client: FlaskClient) -> None:
    tag = client.get("/export/turtle").headers["ETag"]
    again = client.get("/export/turtle", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    ("shown", "has_text", "has_words"),
    [("full", True, True), ("quotes", False, True), ("none", False, False)],
)
def test_text_is_kept_back_as_set(
    make: Making, shown: str, *, has_text: bool, has_words: bool
) -> None:
    client = make(publish_text=shown).test_client()
    whole, words = COURIER.encode(), b"Nobody may close the river,"
    for form in ("nquads", "turtle", "jsonld"):
        data = client.get(f"/export/{form}").data
        assert (whole in data, words in data) == (has_text, has_words)
    texts = {row["text"] for row in rows(client.get("/export/csv?table=statements"))}
    assert (texts != {""}) is has_words


def readers(reader: Reader) -> int:
    return reader._current.readers if reader._current else 0


def test_a_long_export_is_streamed_and_a_client_that_goes_frees_it(
    make: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "_AHEAD", 1)
    app = make()
    reader, pool = state_of(app).reader, state_of(app).pool
    whole = make().test_client().get("/export/nquads").data
    for form in ("nquads", "trig", "csv", "gexf"):
        response = app.test_client().get(f"/export/{form}", buffered=False)
        assert response.content_length is None
        assert readers(reader) == 1
        assert next(iter(response.response))
        response.close()
        assert readers(reader) == 0
        assert not pool.lanes.busy
    streamed = app.test_client().get("/export/nquads")
    assert streamed.data == whole
    streamed.close()
    assert readers(reader) == 0


def test_a_refusal_frees_the_snapshot_too(make: Making) -> None:
    app = make()
    assert app.test_client().get("/export/csv?since=x").status_code == 400
    assert readers(state_of(app).reader) == 0


def test_what_is_sent_is_of_one_state(client: FlaskClient) -> None:
    quads = set(ox.parse(client.get("/export/nquads").data, format=ox.RdfFormat.N_QUADS))
    trig = set(ox.parse(client.get("/export/trig").data, format=ox.RdfFormat.TRIG))
    assert quads == trig
    assert ox.NamedNode(f"{BASE}actor/mila-dorn") in {quad.subject for quad in quads}


def test_an_export_has_its_own_time_and_a_broken_one_never_looks_whole(make: Making) -> None:
    app = make(export_timeout=0.0)
    late = app.test_client().get("/export/csv")
    assert late.status_code == 504
    assert readers(state_of(app).reader) == 0
    closed: list[bool] = []

    def chunks() -> Iterator[bytes]:
        try:
            yield from (b"a", b"b")
        finally:
            closed.append(True)

    assert list(export._in_time(chunks(), 60.0)) == [b"a", b"b"]
    with pytest.raises(QueryTimeout, match="longer than 0 seconds"):
        list(export._in_time(chunks(), 0.0))
    assert closed == [True, True]


def test_what_is_text_travels_packed(client: FlaskClient) -> None:
    accept = {"Accept-Encoding": "gzip"}
    for form in ("nquads", "gexf", "graphml", "ftm", "cytoscape"):
        packed = client.get(f"/export/{form}", headers=accept)
        assert packed.headers["Content-Encoding"] == "gzip", form
        assert gzip.decompress(packed.data) == client.get(f"/export/{form}").data
    for form in ("csv", "neo4j"):
        assert "Content-Encoding" not in client.get(f"/export/{form}", headers=accept).headers


def test_only_so_many_are_half_sent_at_once(make: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "_AHEAD", 1)
    app = make()
    sent = [app.test_client().get("/export/csv", buffered=False) for _ in range(EXPORTS)]
    assert {response.status_code for response in sent} == {200}
    refused = app.test_client().get("/export/gexf")
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "1")
    assert readers(state_of(app).reader) == EXPORTS
    sent.pop().close()
    assert app.test_client().get("/export/gexf").status_code == 200
    assert app.test_client().get("/export/csv?since=x").status_code == 400
    assert app.test_client().get("/export/gexf").status_code == 200
    for response in sent:
        response.close()
    assert readers(state_of(app).reader) == 0
