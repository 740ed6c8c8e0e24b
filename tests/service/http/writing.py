"""A service with a token over an empty store of the test's own."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings
from service.store.directory import StoreDirectory

TOKEN = "a-token-of-the-tests"
AUTH = {"Authorization": f"Bearer {TOKEN}"}
G = "http://e.org/g"
SPO = "<http://e.org/s> <http://e.org/p> {} ."


@contextlib.contextmanager
def serving(path: Path, **more: object) -> Iterator[FlaskClient]:
    StoreDirectory.create(path)
    app = create_app(Settings(**{"store": str(path), "token": TOKEN, **more}))
    app.testing = True
    yield app.test_client()
    app.extensions["communique.writer"].close()
    app.extensions["communique"].pool.close()


def asks(client: FlaskClient, pattern: str) -> bool:
    answer = client.get("/sparql", query_string={"query": f"ASK {{ {pattern} }}"})
    assert answer.status_code == 200, answer.text
    return bool(answer.get_json(force=True)["boolean"])


def problem(response: object, status: int) -> str:
    assert response.status_code == status, response.text
    assert response.content_type == "application/problem+json"
    return str(response.get_json(force=True)["detail"])
