"""`communique correct`: each kind, the list, undo, and what is refused."""

import gc
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli.main import communique
from service.store.directory import StoreDirectory
from tests.service.http.conftest import fill
from tests.service.http.story import BASE

ARTICLE = "claim/wire-harbor-txt-71108aa4fa"
CASES = (
    ("reject", f"{ARTICLE}/statement-s1", None),
    ("speaker", f"{ARTICLE}/statement-s1", "Otto Raske"),
    ("date", f"{ARTICLE}/meeting-m-held", "2031-05-09"),
    ("place", f"{BASE}{ARTICLE}/meeting-m-held", "Lower Ellin"),
    ("merge", "actor/jana-pell", "Mila Dorn"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("correct") / "s"
    fill(path)
    return path


def run(store: Path, *words: str) -> Result:
    gc.collect()  # frames of an earlier refusal hold the store that one process opens but once
    arguments = ["correct", *words, "--store", str(store)]
    return CliRunner().invoke(communique, arguments, env={"COMMUNIQUE_BASE": BASE})


def dump(store: Path) -> list[str]:
    with StoreDirectory(store).reading() as graph:
        return sorted(str(quad) for quad in graph)


@pytest.mark.parametrize(("kind", "thing", "value"), CASES, ids=[case[0] for case in CASES])
def test_each_kind_is_made_listed_and_undone(
    store: Path, kind: str, thing: str, value: str | None
) -> None:
    before = dump(store)
    words = [kind, thing, *([value] if value else []), "--why", "so it reads", "--by", "Ada"]
    made = run(store, *words)
    assert made.exit_code == 0, made.output
    name = made.stdout.strip()
    assert f"undo: communique correct undo {name}" in made.stderr
    listed = run(store, "list").stdout.splitlines()
    [line] = listed
    assert line.startswith(f"{name}\t20")
    assert f"\tAda\t{kind} {thing.removeprefix(BASE).split('/statement')[0][:6]}" in line
    assert line.endswith(f"{value or ''}\tso it reads")
    assert dump(store) != before
    gone = run(store, "undo", name)
    assert (gone.exit_code, gone.stdout) == (0, ""), gone.exception
    assert dump(store) == before


def test_what_finds_nothing_any_more_is_told_by_list_and_check(tmp_path: Path) -> None:
    fill(tmp_path / "s")
    name = run(tmp_path / "s", "reject", f"{ARTICLE}/role-dorn-1", "--why", "x").stdout.strip()
    told = CliRunner().invoke(communique, ["check", "--store", str(tmp_path / "s")])
    assert "finds nothing" not in told.stderr
    gone = ["remove", "wire/harbor.txt", "--store", str(tmp_path / "s")]
    assert CliRunner().invoke(communique, gone, env={"COMMUNIQUE_BASE": BASE}).exit_code == 0
    assert run(tmp_path / "s", "list").stdout.endswith("\tx\tfinds nothing any more\n")
    told = CliRunner().invoke(communique, ["check", "--store", str(tmp_path / "s")])
    assert f"correction {name} finds nothing to correct any more" in told.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("reject", "claim/x/y", "--why", "x"), "no claim that stands"),
        (("merge", "actor/mila-dorn", "Veldania", "--why", "x"), "of different kinds"),
        (("date", f"{ARTICLE}/meeting-m-held", "soon", "--why", "x"), "soon"),
        (("undo", "nothing"), "no correction nothing"),
    ],
)
def test_what_cant_be_done_is_refused_and_changes_nothing(
    store: Path, words: tuple[str, ...], message: str
) -> None:
    before = dump(store)
    result = run(store, *words)
    assert message in str(result.exception)
    assert dump(store) == before


def test_a_reason_is_asked_for(store: Path) -> None:
    result = run(store, "reject", f"{ARTICLE}/statement-s1")
    assert result.exit_code == 2
    assert "--why" in result.stderr
