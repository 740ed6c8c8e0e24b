"""What whoever runs the service sees: readiness, figures, a line of log a request."""

import io
import json
import logging

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from service.errors import UsageError
from service.http.operation.requests import LOGGER, set_up
from service.http.state import state_of
from service.settings import Settings, settings
from tests.service.http.conftest import Making

SECRET = "a-token-that-nobody-may-see"


def figures(client: FlaskClient) -> dict[tuple[str, str], float]:
    """Every sample by its name and its labels' values."""
    text = client.get("/metrics").text
    return {
        (sample.name, ",".join(str(v) for _, v in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_ready_when_a_worker_answers(client: FlaskClient) -> None:
    answer = client.get("/ready")
    assert answer.status_code == 200
    assert answer.get_json()["status"] == "ready"
    assert answer.headers["Cache-Control"] == "no-store"
    assert client.get("/ready", headers={"If-None-Match": "*"}).status_code == 200


def test_not_ready_when_no_worker_can_be_had(make: Making) -> None:
    app = make()
    pool = state_of(app).pool
    pool.start()
    pool.close()
    answer = app.test_client().get("/ready")
    assert answer.status_code == 503
    assert answer.get_json(force=True)["title"] == "Service Unavailable"


def test_requests_are_counted_by_where_they_went(make: Making) -> None:
    client = make().test_client()
    for address in ("/health", "/health", "/queries/nothing"):
        client.get(address)
    found = figures(client)
    assert found["communique_requests_total", "health.health,GET,200"] == 2
    assert found["communique_requests_total", "questions.question,GET,404"] == 1
    assert found["communique_request_seconds_count", "health.health"] == 2
    assert found["communique_store_version", ""] >= 1
    assert sum(v for (name, _), v in found.items() if name == "communique_workers") >= 0


def test_a_query_that_fails_is_counted_by_its_reason(make: Making) -> None:
    client = make().test_client()
    assert client.get("/sparql?query=nonsense").status_code == 400
    assert figures(client)["communique_query_failures_total", "Malformed"] == 1


def test_remembered_answers_take_room(make: Making) -> None:
    client = make().test_client()
    before = figures(client)["communique_cache_bytes", ""]
    client.get("/sparql?query=SELECT+*+{?a+?b+?c}+LIMIT+3")
    assert figures(client)["communique_cache_bytes", ""] > before


@pytest.mark.parametrize("given", ["abc-123", "x" * 64])
def test_a_sane_id_is_taken_over(client: FlaskClient, given: str) -> None:
    answer = client.get("/nothing", headers={"X-Request-ID": given})
    assert answer.headers["X-Request-ID"] == given
    assert answer.get_json(force=True)["request_id"] == given


@pytest.mark.parametrize("given", ["", "x" * 65, "a b", "a;b", "<script>"])
def test_another_one_is_replaced(client: FlaskClient, given: str) -> None:
    first, second = (client.get("/health", headers={"X-Request-ID": given}) for _ in range(2))
    assert first.headers["X-Request-ID"] != given
    assert first.headers["X-Request-ID"] != second.headers["X-Request-ID"]


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    written = io.StringIO()
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", root.level)
    set_up("json", written)
    return written


def test_the_log_says_how_it_went_and_nothing_secret(make: Making, lines: io.StringIO) -> None:
    client = make(log="all", token=SECRET).test_client()
    asked = "SELECT * { ?private ?words ?here } LIMIT 1"
    client.get("/sparql", query_string={"query": asked}, headers={"X-Request-ID": "one"})
    client.get("/sparql", query_string={"query": asked}, headers={"X-Request-ID": "two"})
    client.post("/update", data="DROP ALL", headers={"Authorization": f"Bearer {SECRET}x"})
    text = lines.getvalue()
    first, second, third = (json.loads(line) for line in text.splitlines())
    assert (first["method"], first["path"], first["status"]) == ("GET", "/sparql", 200)
    assert first["request_id"] == "one"
    assert first["milliseconds"] >= 0
    assert first["sparql"] == second["sparql"] != third["sparql"]
    assert third["status"] >= 400
    assert "private" not in text
    assert SECRET not in text
    assert "DROP" not in text


def test_a_path_can_forge_no_line(make: Making, lines: io.StringIO) -> None:
    set_up("text", lines)
    make(log="all").test_client().get("/x%0A2026-01-01%20ERROR%20all%20is%20lost")
    assert len(lines.getvalue().splitlines()) == 1


@pytest.mark.parametrize(("wanted", "count"), [("off", 0), ("errors", 0), ("all", 1)])
def test_what_is_logged_is_a_setting(
    make: Making, lines: io.StringIO, wanted: str, count: int
) -> None:
    make(log=wanted).test_client().get("/nothing")
    assert len(lines.getvalue().splitlines()) == count
    assert LOGGER.name == "communique.requests"


def test_other_choices_are_refused() -> None:
    with pytest.raises(UsageError, match="COMMUNIQUE_LOG is 'loud': give off, errors, all"):
        settings({"COMMUNIQUE_LOG": "loud"})
    assert settings({}).log == Settings().log
