"""What docs/security.md says: each threat that no other test tries."""

import hmac
import time
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.http import writes
from service.settings import Settings
from tests.service.http.conftest import HTML
from tests.service.http.writing import AUTH, TOKEN, asks, serving

DOCUMENT = Path(__file__).parents[3] / "docs" / "security.md"
TESTS = Path(__file__).parents[2]
ADDRESSES = ("/", "/actors", "/queries", "/sparql", "/queries/meetings", "/docs")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> object:
    with serving(tmp_path_factory.mktemp("security") / "s", query_timeout=5.0) as client:
        yield client


def test_the_tests_that_the_document_names_exist() -> None:
    rows = [line for line in DOCUMENT.read_text().splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 15
    folder = Path()
    for row in rows:
        for name in row.split("|")[3].replace("`", "").split(","):
            file, _, test = name.strip().partition("::")
            folder = Path(file).parent if "/" in file else folder
            text = (TESTS / folder / Path(file).name).read_text()
            assert not test or f"def {test}(" in text, name


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize(
    "media", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"]
)
def test_a_foreign_site_can_write_nothing(written: FlaskClient, method: str, media: str) -> None:
    """By what a form on another page may send without asking first, the browser's rights added."""
    sent = {"Content-Type": media, "Origin": "https://evil.example", "Cookie": f"token={TOKEN}"}
    for address in ("/update", f"/update?token={TOKEN}", "/graphs?default", "/graphs"):
        reply = written.open(
            address,
            method=method,
            data=b"update=INSERT DATA { <a:evil> <a:p> 1 }",
            headers={**sent, "Authorization": "Basic dXNlcjp0b2tlbg=="},
        )
        assert reply.status_code in {401, 405}, (address, reply.status_code)
        assert "Access-Control-Allow-Credentials" not in reply.headers
    assert not asks(written, "<a:evil> ?p ?o")


def test_the_token_is_compared_in_constant_time(
    written: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def watched(given: bytes, known: bytes) -> bool:
        compared.append((given, known))
        return False

    monkeypatch.setattr(hmac, "compare_digest", watched)
    assert writes.hmac is hmac
    assert written.post("/update", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 401
    assert compared == [(TOKEN.encode(), TOKEN.encode())]


@pytest.mark.parametrize("given", ["", "x", TOKEN[:-1], f"{TOKEN}x", "é", "\x7f", TOKEN.upper()])
def test_another_token_is_refused_and_not_repeated(written: FlaskClient, given: str) -> None:
    reply = written.post("/update", headers={"Authorization": f"Bearer {given}"})
    assert reply.status_code == 401
    assert TOKEN not in reply.text + str(reply.headers)


def test_the_token_is_on_no_page_and_in_no_representation(written: FlaskClient) -> None:
    assert TOKEN not in repr(Settings(token=TOKEN))
    for address in (*ADDRESSES, "/metrics", "/health", "/ready", "/openapi.json", "/nowhere"):
        for accept in ({}, HTML):
            assert TOKEN not in written.get(address, headers={**AUTH, **accept}).text


def test_another_host_changes_no_link(client: FlaskClient) -> None:
    for address in ADDRESSES:
        sent = {**HTML, "Host": "evil.example", "X-Forwarded-Host": "evil.example"}
        assert "evil.example" not in client.get(address, headers=sent).text, address


@pytest.mark.parametrize("start", ["/static/", "/data/", "/page/", "/graphs/", "/id/", "/queries/"])
@pytest.mark.parametrize(
    "path", ["../../setup.cfg", "..%2f..%2fsetup.cfg", "%2e%2e/%2e%2e/setup.cfg", "/etc/passwd"]
)
def test_no_path_leads_out(client: FlaskClient, start: str, path: str) -> None:
    reply = client.get(start + path, follow_redirects=True)
    assert reply.status_code in {400, 404}
    assert "install_requires" not in reply.text
    assert "root:" not in reply.text


def test_entities_that_multiply_are_bounded(written: FlaskClient) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    body = (
        f'<!DOCTYPE rdf:RDF [<!ENTITY e0 "ha">{entities}]>'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e.org/">'
        '<rdf:Description rdf:about="http://e.org/s"><e:p>&e9;</e:p></rdf:Description></rdf:RDF>'
    )
    begun = time.monotonic()
    headers = {**AUTH, "Content-Type": "application/rdf+xml"}
    reply = written.put("/graphs?graph=http://e.org/g", data=body, headers=headers)
    assert reply.status_code in {400, 413, 504}, reply.status_code
    assert time.monotonic() - begun < 20
    assert asks(written, "FILTER(1 = 1)")
