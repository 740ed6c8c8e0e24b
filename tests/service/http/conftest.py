"""One store of three invented articles for all tests of HTTP; read only, so it lives as long
as the session. Tests that write make their own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.app import create_app
from service.articles import replace_articles
from service.settings import Settings
from service.store.directory import StoreDirectory
from tests.service.http.story import BASE, courier, harbor, hostile

HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
Making = Callable[..., Flask]


def fill(path: Path) -> StoreDirectory:
    directory = StoreDirectory.create(path)
    told = (harbor(), courier(), hostile())
    with directory.writing() as writer:
        replace_articles(writer.graph, BASE, told, {facts.key: "mark" for facts in told})
    return directory


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("http") / "store"
    fill(path)
    return path


@pytest.fixture(scope="session")
def make(filled: Path) -> Making:
    """An application over the filled store with further settings."""

    def made(**more: object) -> Flask:
        app = create_app(Settings(**{"store": str(filled), "base": BASE, **more}))
        app.testing = True
        return app

    return made


@pytest.fixture(scope="session")
def client(make: Making) -> FlaskClient:
    return make().test_client()


@pytest.fixture
def page(client: FlaskClient) -> Callable[..., str]:
    """The text of a page, as a browser asks for it."""

    def get(address: str, status: int = 200) -> str:
        response = client.get(address, headers=HTML)
        assert response.status_code == status, response.text[:400]
        assert response.mimetype == "text/html"
        return response.text

    return get
