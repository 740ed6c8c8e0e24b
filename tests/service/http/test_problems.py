"""Each kind of error has its status, in the form that the client reads."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from queries.errors import BadQueryFile, MissingParameter, UnknownQuery
from service.app import create_app
from service.errors import CommuniqueError, KeyTaken, StoreBusy, UsageError, WrongFormat
from service.federation import FetchFailed
from service.settings import Settings
from service.store.directory import StoreDirectory
from service.store.workers.errors import Busy, Malformed
from service.store.writing.errors import Conflict
from tests.service.http.conftest import HTML

ERRORS = [
    (UsageError("what was meant?"), 400),
    (KeyTaken("somebody has it"), 409),
    (StoreBusy("process 7 is writing"), 503),
    (WrongFormat("format 99"), 503),
    (UnknownQuery("meeting", ["meetings"]), 404),
    (MissingParameter("actor", "naming"), 400),
    (BadQueryFile("x.rq", 3, "is no SELECT"), 500),
    (Malformed("error at 1:1"), 400),
    (Conflict("the graph exists"), 409),
    (FetchFailed("it redirects"), 502),
    (Busy("64 writes wait already"), 503),
]


@pytest.fixture
def failing(tmp_path: Path) -> FlaskClient:
    StoreDirectory.create(tmp_path / "s")
    app = create_app(Settings(store=str(tmp_path / "s")))

    def fail(number: int) -> str:
        raise ERRORS[number][0]

    app.add_url_rule("/fail/<int:number>", "fail", fail)
    return app.test_client()


@pytest.mark.parametrize("number", range(len(ERRORS)))
def test_a_program_gets_a_problem(failing: FlaskClient, number: int) -> None:
    error, status = ERRORS[number]
    response = failing.get(f"/fail/{number}")
    assert (response.status_code, response.content_type) == (status, "application/problem+json")
    assert response.get_json(force=True)["detail"] == str(error)
    assert response.get_json(force=True)["type"] == "about:blank"


def test_who_is_to_try_again_hears_when(failing: FlaskClient) -> None:
    number = next(n for n, (error, _) in enumerate(ERRORS) if isinstance(error, Busy))
    assert failing.get(f"/fail/{number}").headers["Retry-After"] == "1"


@pytest.mark.parametrize("number", range(len(ERRORS)))
def test_a_person_gets_a_page(failing: FlaskClient, number: int) -> None:
    _, status = ERRORS[number]
    response = failing.get(f"/fail/{number}", headers=HTML)
    assert (response.status_code, response.mimetype) == (status, "text/html")
    assert '<p class="notice">' in response.text


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/problem+json"),
        ("application/json", "application/problem+json"),
        ("text/turtle", "application/problem+json"),
        ("text/html", "text/html"),
        ("text/html;q=0.5, application/problem+json", "application/problem+json"),
    ],
)
def test_who_asks_decides(client: FlaskClient, accept: str, media: str) -> None:
    assert client.get("/nowhere", headers={"Accept": accept}).mimetype == media


def test_details_are_escaped_on_pages(client: FlaskClient) -> None:
    html = client.get("/page/<script>alert(1)</script>", headers=HTML)
    assert html.status_code == 404
    assert "<script>alert" not in html.text


def test_all_our_errors_are_translated() -> None:
    kinds = {type(error) for error, _ in ERRORS}
    for kind in CommuniqueError.__subclasses__():
        assert kind in kinds or any(issubclass(one, kind) for one in kinds), kind
