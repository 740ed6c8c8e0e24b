"""Link headers: what leads where, of which kind, under which licence."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.http import parse_options_header

from loaders.article import Article
from loaders.naming import token
from service.app import create_app
from service.articles import remove_articles
from service.http.linked.forms import MEDIA
from service.journal import Journal
from service.settings import Settings
from tests.service.http.conftest import HTML, Making, fill
from tests.service.http.story import BASE, courier, harbor

NAME = "actor/mila-dorn"
NS = "https://w3id.org/communique/ns#"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"


def links(client: FlaskClient, address: str, method: str = "GET") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in client.open(address, method=method, headers=HTML).headers.getlist("Link"):
        target, options = parse_options_header(line)
        found.setdefault(options["rel"], []).append(target.strip("<>"))
    return found


def test_a_page_leads_to_the_thing_and_its_data(client: FlaskClient) -> None:
    found = links(client, f"/page/{NAME}")
    assert found["cite-as"] == found["describes"] == [f"{BASE}{NAME}"]
    assert found["alternate"] == [f"/data/{NAME}.{suffix}" for suffix in MEDIA]
    assert found["describedby"] == [f"/data/{NAME}.ttl"]
    assert found["license"] == [CC0]
    assert found["type"] == [f"{NS}Actor", f"{NS}Person"]


def test_data_leads_to_the_page_and_the_other_forms(client: FlaskClient) -> None:
    found = links(client, f"/data/{NAME}.ttl")
    others = [f"/data/{NAME}.{suffix}" for suffix in MEDIA if suffix != "ttl"]
    assert found["alternate"] == [f"/page/{NAME}", *others]
    assert found["cite-as"] == [f"{BASE}{NAME}"]
    assert found["describedby"] == ["/.well-known/void"]


def test_where_a_thing_is_asked_for_the_links_are_its_own(client: FlaskClient) -> None:
    found = links(client, f"/id/{NAME}")
    assert "cite-as" not in found
    assert len(found["alternate"]) == 1 + len(MEDIA)
    lines = client.get(f"/id/{NAME}").headers.getlist("Link")
    assert f'<{NS}Person>; rel="type"' in lines
    page = client.get(f"/page/{NAME}", headers=HTML).headers.getlist("Link")
    assert f'<{NS}Person>; rel="type"; anchor="{BASE}{NAME}"' in page


@pytest.mark.parametrize("address", [f"/page/{NAME}", f"/data/{NAME}.ttl", f"/id/{NAME}"])
def test_links_lead_somewhere_and_head_tells_the_same(client: FlaskClient, address: str) -> None:
    found = links(client, address)
    assert links(client, address, "HEAD") == found
    assert client.head(address, headers=HTML).data == b""
    for target in (*found["alternate"], *found.get("describedby", ())):
        assert client.get(target).status_code == 200


def test_the_licence_is_a_setting_and_articles_have_their_own(make: Making) -> None:
    client = make(license="https://example.org/terms").test_client()
    assert links(client, f"/page/{NAME}")["license"] == ["https://example.org/terms"]
    assert "license" not in links(client, "/page/article/courier.txt")
    assert "license" not in links(make(license="").test_client(), f"/page/{NAME}")


def test_names_do_not_depend_on_the_host_or_a_proxys_word(client: FlaskClient) -> None:
    faked = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher"}
    asked = client.get(f"/data/{NAME}.ttl", headers={"Host": "other.example:81", **faked})
    assert asked.data == client.get(f"/data/{NAME}.ttl").data
    assert "evil" not in str(asked.headers)
    assert "gopher" not in str(asked.headers)
    assert asked.headers.getlist("Link") == client.get(f"/data/{NAME}.ttl").headers.getlist("Link")


def test_what_went_with_its_article_is_gone_and_what_never_was_is_not_found(
    tmp_path: Path,
) -> None:
    directory = fill(tmp_path / "s")
    with Journal(directory.path) as journal:
        told = (harbor(), courier())
        journal.note([Article(one.key, one.key, one.text, origin="here") for one in told])
    client = create_app(Settings(store=str(directory.path), base=BASE)).test_client()
    name = f"article/{token('wire/harbor.txt')}"
    assert client.get(f"/id/{name}").status_code == 303
    assert client.get("/data/mention/courier.txt/9998-9999.ttl").status_code == 404
    assert remove_articles(directory, BASE, ["courier.txt", "wire/harbor.txt"]) == []
    gone = (
        "article/courier.txt",
        name,
        "claim/courier.txt/meeting-m-denied",
        f"{name}/1-2".replace("article/", "mention/"),
    )
    for one in gone:
        for address in (f"/id/{one}", f"/id/{one}.ttl", f"/data/{one}.nt", f"/page/{one}"):
            assert client.get(address).status_code == 410, address
            assert client.head(address).status_code == 410, address
    for one in ("article/hostile", "article/never.txt", "actor/jana-pell", "article/x-0123456789"):
        assert client.get(f"/id/{one}").status_code == 404, one
    assert "its article has been removed" in client.get(f"/page/{name}", headers=HTML).text
