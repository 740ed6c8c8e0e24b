"""Links over HTTP: on the thing's page, in its data, in VoID, and as a thing of their own."""

from pathlib import Path

from flask.testing import FlaskClient

from service.app import create_app
from service.linking import imported
from service.settings import Settings
from service.store.linksets import Link, Linkset
from service.store.update import apply
from tests.service.http.conftest import HTML, fill
from tests.service.http.story import BASE

ITEM = "http://www.wikidata.org/entity/Q42"


def linked(path: Path) -> FlaskClient:
    directory = fill(path)
    links = (Link("actor/mila-dorn", "exact", ITEM),)
    one = Linkset("people", "people.csv", "ab" * 32, "Ada Reader", "2030-01-02T03:04:05Z", links)
    with directory.writing() as writer:
        apply(writer.graph, imported(writer.graph, BASE, one))
    return create_app(Settings(store=str(path), base=BASE)).test_client()


def test_links_are_where_people_and_programs_look(tmp_path: Path) -> None:
    client = linked(tmp_path / "store")
    for page in ("actor/mila-dorn", "linkset/people"):
        assert f'href="{ITEM}"' in client.get(f"/page/{page}", headers=HTML).text
    data = client.get("/data/linkset/people.trig").text
    assert "void#Linkset" in data or "void:Linkset" in data
    assert "reader/ada-reader" in data
    assert ITEM in client.get("/data/actor/mila-dorn.ttl").text
    assert "http://www.wikidata.org/" in client.get("/.well-known/void").text
    assert client.get("/page/reader/ada-reader", headers=HTML).status_code == 200
