"""A store of the actors of `tests/data/actors.tsv`, as one invented article names them all."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from loaders.article import Metadata
from loaders.facts import (
    Actor,
    ActorType,
    Anatomy,
    Date,
    Derivation,
    Evidence,
    Facts,
    Mention,
    Mission,
    Role,
    Span,
)
from loaders.naming import slug
from service.app import create_app
from service.articles import replace_articles
from service.settings import Settings
from service.store.directory import StoreDirectory

BASE = "http://example.org/id/"
DATA = Path(__file__).parents[3] / "data"
KINDS = {
    "person": ActorType.PERSON,
    "state": ActorType.STATE,
    "body": ActorType.ORGANIZATION,
}
Asking = Callable[..., list[dict[str, Any]]]


def rows(name: str, width: int) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield [*cells, *([""] * (width - len(cells)))]


def named() -> Facts:
    """Every name stands once in the text, an office behind it."""
    found = list(rows("actors.tsv", 5))
    text = "".join(f"{name}, {office}.\n" for name, _, _, office, _ in found)
    actors, missions, start = [], [], 0
    for name, kind, others, office, of in found:
        spans = (Span(start, start + len(name)),)
        evidence, mention = Evidence(spans, "test.rule"), Mention(spans[0])
        aliases = tuple(one for one in others.split("|") if one)
        if kind == "mission":
            missions.append(Mission(slug(name), name, (mention,), evidence, aliases=aliases))
        else:
            roles = (Role(office, slug(of), evidence),) if office else ()
            made = Actor(slug(name), name, KINDS[kind], (mention,), evidence, roles, aliases)
            actors.append(made)
        start += len(name) + len(office) + 4
    published = Date("2031-05-02", None, Derivation.METADATA, "")
    return Facts(
        "names.txt",
        "Names",
        "digest",
        text,
        Metadata(published="2031-05-02"),
        Anatomy(published=published),
        actors=tuple(actors),
        missions=tuple(missions),
    )


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A client of an application over that store."""
    path = tmp_path_factory.mktemp("reconcile") / "store"
    with StoreDirectory.create(path).writing() as writer:
        replace_articles(writer.graph, BASE, (named(),), {"names.txt": "mark"})
    app = create_app(Settings(store=str(path), base=BASE))
    app.testing = True
    return app.test_client()


@pytest.fixture(scope="module")
def ask(names: FlaskClient) -> Asking:
    """The candidates for one question."""

    def asked(**question: object) -> list[dict[str, Any]]:
        batch = {"queries": json.dumps({"q0": question})}
        answered = names.post("/reconcile", data=batch)
        assert answered.status_code == 200, answered.text
        found: list[dict[str, Any]] = answered.get_json()["q0"]["result"]
        return found

    return asked
