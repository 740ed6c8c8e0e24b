"""The sitemap names every page that is worth a search engine's while, and pages that are there."""

from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from service.http.linked import sitemap
from tests.service.http.conftest import HTML, Making

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(client: FlaskClient, address: str, **headers: str) -> tuple[str, list[str]]:
    response = client.get(address, headers=headers)
    assert (response.status_code, response.mimetype) == (200, "application/xml")
    root = ET.fromstring(response.data)
    return root.tag.removeprefix(NAMESPACE), [e.text or "" for e in root.iter(f"{NAMESPACE}loc")]


def test_all_pages_in_one_where_they_are_few(client: FlaskClient) -> None:
    kind, found = locations(client, "/sitemap.xml")
    assert kind == "urlset"
    assert len(found) == len(set(found))
    assert "http://localhost/page/actor/mila-dorn" in found
    assert not [one for one in found if "/claim/" in one or "/mention/" in one]
    assert not [one for one in found if "m-denied" in one]
    for address in found:
        assert client.get(address, headers=HTML).status_code == 200, address


def test_an_index_and_parts_where_they_are_many(
    make: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = make().test_client()
    _, everything = locations(client, "/sitemap.xml")
    monkeypatch.setattr(sitemap, "SIZE", 3)
    kind, parts = locations(client, "/sitemap.xml?many")
    assert kind == "sitemapindex"
    assert "http://localhost/sitemap/actors-2.xml" in parts
    pages = [page for part in parts for page in locations(client, part)[1]]
    assert sorted(pages) == sorted(everything)
    assert all(len(locations(client, part)[1]) <= 6 for part in parts)


@pytest.mark.parametrize(
    "name",
    ["actors-0.xml", "actors-99.xml", "actors-1", "people-1.xml", "actors-x.xml", "actors-².xml"],
)
def test_other_parts_are_not_there(client: FlaskClient, name: str) -> None:
    assert client.get(f"/sitemap/{name}").status_code == 404


def test_pages_are_where_the_service_was_asked(client: FlaskClient) -> None:
    _, found = locations(client, "/sitemap.xml", Host="127.0.0.1:9")
    assert all(one.startswith("http://127.0.0.1:9/") for one in found)
    text = client.get("/robots.txt", headers={"Host": "a<b"}).text
    assert "<" not in text


def test_robots_are_told_what_computes(client: FlaskClient) -> None:
    response = client.get("/robots.txt")
    assert response.mimetype == "text/plain"
    lines = response.text.splitlines()
    assert lines[0] == "User-agent: *"
    computed = ("/sparql", "/queries", "/graphs", "/export")
    assert {f"Disallow: {address}" for address in computed} < set(lines)
    assert lines[-1] == "Sitemap: http://localhost/sitemap.xml"
