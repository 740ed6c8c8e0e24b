"""`communique link`: tells, links, lists, takes out again."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli.main import communique
from service.errors import UsageError
from service.linking import BadTable
from service.store.directory import StoreDirectory
from service.store.linksets import linksets_of
from tests.service.http.conftest import fill
from tests.service.http.story import BASE

TABLE = "thing,link\nMila Dorn,Q42\nOtto Raske,https://e.org/raske\n"


@pytest.fixture
def store(tmp_path: Path) -> StoreDirectory:
    return fill(tmp_path / "store")


def run(store: StoreDirectory, *arguments: str | Path) -> Result:
    given = ["link", *map(str, arguments), "--store", str(store.path)]
    known = {k: None for k in os.environ if k.startswith("COMMUNIQUE_")}
    runner = CliRunner(env={**known, "COMMUNIQUE_BASE": BASE})
    result = runner.invoke(communique, given)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "My People.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def names(store: StoreDirectory) -> list[str]:
    with store.reading() as graph:
        return [one.name for one in linksets_of(graph)]


def test_link_list_and_remove(store: StoreDirectory, table: Path) -> None:
    with store.reading() as graph:
        before = set(graph)
    assert run(store, table, "--who", "Ada Reader").stderr == "linked 2 as my-people\n"
    cells = run(store).stdout.rstrip("\n").split("\t")
    assert cells[:4] == ["my-people", "2", "My People.csv", "Ada Reader"]
    assert "took out 2" in run(store, "--remove", "my-people").stderr
    with store.reading() as graph:
        assert set(graph) == before
    assert "there are no links" in run(store).stderr


def test_a_dry_run_changes_nothing(store: StoreDirectory, table: Path) -> None:
    version = store.version
    done = run(store, table, "--dry-run", "--name", "x")
    assert done.stdout.splitlines() == [
        "actor/mila-dorn\texact\thttp://www.wikidata.org/entity/Q42",
        "actor/otto-raske\texact\thttps://e.org/raske",
    ]
    assert "nothing was changed" in done.stderr
    assert store.version == version
    run(store, table, "--name", "x", "--who", "Ada")
    version = store.version
    assert "nothing was changed" in run(store, "--remove", "x", "--dry-run").stderr
    assert store.version == version


def test_a_broken_table_changes_nothing_unless_partial(store: StoreDirectory, table: Path) -> None:
    table.write_text(TABLE + "Nobody At All,Q1\n", encoding="utf-8")
    with pytest.raises(BadTable, match="row 4: nothing in the graph"):
        run(store, table)
    assert names(store) == []
    done = run(store, table, "--partial")
    assert done.exit_code == 1
    assert "linked 2" in done.stderr
    assert "row 4" in done.stderr
    assert names(store) == ["my-people"]


def test_links_of_things_that_went_are_told(store: StoreDirectory, table: Path) -> None:
    run(store, table)
    keys = ["remove"]
    with store.reading() as graph:
        found = graph.query(
            "SELECT ?k { ?a a <https://w3id.org/communique/ns#Article> ; "
            "<https://w3id.org/communique/ns#key> ?k }"
        )
        keys += [row["k"].value for row in found]  # type: ignore[union-attr]
    runner = CliRunner(env={"COMMUNIQUE_BASE": BASE})
    done = runner.invoke(communique, [*keys, "--store", str(store.path)])
    assert done.exit_code == 0, done.output
    assert run(store).stdout.endswith("2 of things that nobody tells of\n")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--remove", "none"), "no links called 'none'"),
        (("TABLE", "--remove", "x"), "not both"),
        (("TABLE", "--name", "…"), "is no name for links"),
    ],
)
def test_what_cannot_be_understood(
    store: StoreDirectory, table: Path, arguments: tuple[str, ...], why: str
) -> None:
    given = [table if one == "TABLE" else one for one in arguments]
    with pytest.raises(UsageError, match=why):
        run(store, *given)
