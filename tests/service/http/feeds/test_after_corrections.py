"""A feed follows a correction at once; entries that stay keep their identifiers."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest
from flask.testing import FlaskClient

from service.journal import Journal
from tests.service.http.correcting.conftest import HERE, SAID, TOKEN, correcting, wanted

PROGRAM = {"Authorization": f"Bearer {TOKEN}"}
RIVER = "Nobody may close the river"
LOADED = ("wire/harbor.txt", "/somewhere", "2031-05-02T10:00:00+00:00")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    path: Path = tmp_path_factory.mktemp("corrected-feeds") / "s"
    with correcting(path, token=TOKEN) as found:
        with Journal(path):
            pass
        with sqlite3.connect(path / "journal.sqlite") as log:
            log.execute("INSERT INTO loads VALUES (?, ?, ?)", LOADED)
        log.close()
        yield found


def entries(client: FlaskClient, actor: str) -> dict[str, str]:
    """What a feed's entries show, by their identifiers."""
    answer = client.get(f"/feed/actor/{actor}", base_url=HERE)
    assert answer.status_code == 200
    found = feedparser.parse(answer.data)
    assert not found.bozo
    return {entry.id: f"{entry.title} {entry.content[0].value}" for entry in found.entries}


@pytest.mark.parametrize("form", [{"kind": "reject", "value": ""}, {"kind": "speaker"}])
def test_a_correction_shows_at_once_and_undo_takes_it_back(
    client: FlaskClient, form: dict[str, str]
) -> None:
    before = {actor: entries(client, actor) for actor in ("mila-dorn", "otto-raske")}
    assert RIVER in before["mila-dorn"][SAID]
    made = client.post("/corrections", data=wanted(**form), headers=PROGRAM)
    assert made.status_code == 201, made.text
    after = {actor: entries(client, actor) for actor in before}
    assert after["mila-dorn"].get(SAID) != before["mila-dorn"][SAID]
    others = before["mila-dorn"].keys() - {SAID}
    assert others <= after["mila-dorn"].keys()
    name = made.location.rsplit("/", 1)[-1]
    assert client.post(f"/corrections/{name}/undo", headers=PROGRAM).status_code == 204
    assert {actor: entries(client, actor) for actor in before} == before
