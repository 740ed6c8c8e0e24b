"""What every answer carries, and copies that are still good."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.articles import remove_articles
from service.http.headers import CSP
from service.settings import Settings
from service.store.directory import StoreDirectory
from tests.service.http.conftest import HTML, Making, fill
from tests.service.http.story import BASE

ADDRESSES = (
    "/",
    "/actors",
    "/page/actor/mila-dorn",
    "/data/actor/mila-dorn.ttl",
    "/queries",
    "/ns",
)


@pytest.mark.parametrize("address", [*ADDRESSES, "/nowhere", "/health", "/sparql"])
def test_every_answer_says_what_pages_may_do_and_who_may_read(
    client: FlaskClient, address: str
) -> None:
    origin = "http://localhost:3333"
    headers = client.get(address, headers={**HTML, "Origin": origin}).headers
    assert headers["Content-Security-Policy"] == CSP
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Access-Control-Allow-Origin"] == origin
    assert "Origin" in headers["Vary"]
    assert "unsafe" not in CSP


LOCAL = ("http://127.0.0.1:3333", "http://[::1]", "https://localhost")
STRANGE = ("https://elsewhere.example", "http://localhost.evil.example", "null", "http://[", "")


@pytest.fixture(scope="module")
def open_to_all(make: Making) -> list[FlaskClient]:
    return [make(**more).test_client() for more in ({"cors": "any"}, {"host": "0.0.0.0"})]


@pytest.mark.parametrize("origin", [*LOCAL, *STRANGE])
@pytest.mark.parametrize("address", ["/sparql?query=ASK%7B%7D", "/articles", "/nowhere"])
def test_on_loopback_pages_of_other_sites_read_nothing(
    client: FlaskClient, open_to_all: list[FlaskClient], origin: str, address: str
) -> None:
    sent = {"Origin": origin, "Accept": "application/json, text/html;q=0.5"}
    own = client.get(address, headers=sent).headers
    assert own.get("Access-Control-Allow-Origin") == (origin if origin in LOCAL else None)
    for other in open_to_all:
        shared = other.get(address, headers=sent).headers
        assert shared["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_unchanged_answer_is_not_sent_again(client: FlaskClient, address: str) -> None:
    first = client.get(address, headers=HTML)
    again = client.get(address, headers={**HTML, "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    other = {"Accept": "*/*", "If-None-Match": first.headers["ETag"]}
    assert client.get(address, headers=other).status_code != 304


def test_what_changes_with_the_store_is_sent_anew(tmp_path: Path) -> None:
    directory = fill(tmp_path / "s")
    client = create_app(Settings(store=str(tmp_path / "s"), base=BASE)).test_client()
    first = client.get("/articles", headers=HTML)
    assert remove_articles(directory, BASE, ["courier.txt"]) == []
    again = client.get("/articles", headers={**HTML, "If-None-Match": first.headers["ETag"]})
    assert again.status_code == 200
    assert "courier.txt" in first.text
    assert "courier.txt" not in again.text


def test_errors_and_health_are_not_kept(client: FlaskClient) -> None:
    for address in ("/nowhere", "/page/actor/nobody", "/health"):
        assert "ETag" not in client.get(address).headers


def test_health_tells_versions(client: FlaskClient) -> None:
    from ontology import __version__

    found = client.get("/health").get_json()
    assert found["status"] == "ok"
    assert found["version"] == __version__
    assert found["store"].startswith("2-")


def test_a_store_that_went_away_is_a_503(tmp_path: Path) -> None:
    StoreDirectory.create(tmp_path / "s")
    client = create_app(Settings(store=str(tmp_path / "s"))).test_client()
    (tmp_path / "s" / "current").unlink()
    response = client.get("/health")
    assert response.status_code == 503
    assert response.content_type == "application/problem+json"


def test_something_unforeseen_is_a_problem_without_its_inside(tmp_path: Path) -> None:
    StoreDirectory.create(tmp_path / "s")
    app = create_app(Settings(store=str(tmp_path / "s")))
    app.add_url_rule("/broken", "broken", lambda: 1 // 0)
    response = app.test_client().get("/broken")
    assert response.status_code == 500
    assert "division" not in response.text


@pytest.mark.parametrize("address", ["/update", "/graphs", "/graphs/x", "/sparql"])
def test_other_sites_may_send_the_token(make: Making, address: str) -> None:
    client = make(cors="any").test_client()
    asking = {
        "Origin": "https://elsewhere.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    answer = client.options(address, headers=asking)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    assert "Authorization" in answer.headers["Access-Control-Allow-Headers"]
    assert "Location" in answer.headers["Access-Control-Expose-Headers"]
