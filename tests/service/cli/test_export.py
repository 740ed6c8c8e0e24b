"""`communique export`: files, folders and pipes, whole or not at all."""

import gzip
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from queries.errors import BadParameter
from service.cli import export
from service.cli.main import communique
from service.errors import UsageError
from service.exports.dictionary import tables
from service.exports.formats import FORMATS
from tests.service.http.conftest import fill
from tests.service.http.story import BASE

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "s"
    fill(path)
    return path


@pytest.fixture
def run(store: Path) -> Run:
    def call(*arguments: str | Path) -> Result:
        words = ["export", *map(str, arguments), "--store", str(store)]
        return CliRunner(env={"COMMUNIQUE_BASE": BASE}).invoke(communique, words)

    return call


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_form_goes_to_standard_output(run: Run) -> None:
    done = run("nquads")
    assert done.exit_code == 0, done.stderr
    assert len(set(ox.parse(done.stdout_bytes, format=ox.RdfFormat.N_QUADS))) > 1000
    assert done.stderr == ""


def test_a_file_replaces_another_in_one_step(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "met.gexf"
    target.write_text("old", encoding="utf-8")
    assert run("gexf", "-o", target).exit_code == 0
    assert target.read_bytes() == run("gexf").stdout_bytes
    assert left(tmp_path) == {"met.gexf"}


def test_several_files_make_a_folder_or_a_zip(run: Run, tmp_path: Path) -> None:
    assert run("csv", "-o", tmp_path / "tables").exit_code == 0
    names = {f"{name}.csv" for name in tables()} | {"dictionary.csv", "csv-metadata.json"}
    assert left(tmp_path / "tables") == names
    assert run("csv", "-o", tmp_path / "tables.zip").exit_code == 0
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        for name in names:
            assert archive.read(name) == (tmp_path / "tables" / name).read_bytes()
    assert (tmp_path / "tables.zip").read_bytes() == run("csv").stdout_bytes


def test_a_folder_is_replaced_only_by_its_like(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for _ in range(2):
        assert run("csv", "--kind", "meetings", "-o", tmp_path / "empty").exit_code == 0
    (tmp_path / "empty" / "notes.txt").write_text("mine", encoding="utf-8")
    refused = run("csv", "-o", tmp_path / "empty")
    assert isinstance(refused.exception, UsageError)
    assert "holds other files (notes.txt)" in str(refused.exception)
    assert (tmp_path / "empty" / "notes.txt").read_text(encoding="utf-8") == "mine"
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert "is a file" in str(run("csv", "-o", tmp_path / "file").exception)
    assert left(tmp_path) == {"empty", "file"}


def test_what_breaks_off_leaves_the_old_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Iterator[bytes]:
        yield b"new"
        raise OSError(28, "No space left on device")

    target = tmp_path / "graph.ttl"
    target.write_text("old", encoding="utf-8")
    monkeypatch.setattr(type(FORMATS["turtle"]), "chunks", broken)
    assert isinstance(run("turtle", "-o", target).exception, OSError)
    assert target.read_text(encoding="utf-8") == "old"
    assert left(tmp_path) == {"graph.ttl"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nquad"], "no format 'nquad'; did you mean 'nquads'? known: csv, cytoscape,"),
        (["csv", "--table", "people"], "no table 'people'; there are: actors,"),
        (["turtle", "--network", "full"], "turtle has no network to choose"),
        (["turtle", "--kind", "people"], "no kind 'people'"),
        (["turtle", "-o", "nowhere/at/all.ttl"], "there is no folder"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert isinstance(done.exception, UsageError)
    assert told in str(done.exception)


def test_a_day_that_is_none_is_refused(run: Run) -> None:
    done = run("turtle", "--since", "soon")
    assert isinstance(done.exception, UsageError)
    assert "'soon' is not a day" in str(done.exception)
    assert not isinstance(done.exception, BadParameter)


def test_filters_narrow_and_nobody_is_told(run: Run) -> None:
    whole = run("csv", "--table", "actors").stdout.splitlines()
    some = run("csv", "--table", "actors", "--actor", "Jana Pell", "--actor", "Lakes Union")
    assert len(whole) == 8
    assert [line.split(",")[1] for line in some.stdout.splitlines()[1:]] == [
        "Jana Pell",
        "Lakes Union",
        "SENTINEL",
    ]
    nobody = run("ntriples", "--actor", "Jon Doe")
    assert (nobody.exit_code, nobody.stdout) == (0, "")
    assert "nobody is called Jon Doe" in nobody.stderr


def test_text_is_kept_back_as_set(store: Path) -> None:
    environment = {"COMMUNIQUE_BASE": BASE, "COMMUNIQUE_PUBLISH_TEXT": "none"}
    words = ["export", "nquads", "--store", str(store)]
    done = CliRunner(env=environment).invoke(communique, words)
    assert "Nobody may close" not in done.stdout


def test_a_reader_that_has_enough_ends_it_quietly(store: Path) -> None:
    command = [sys.executable, "-m", "service.cli", "export", "nquads", "--store", str(store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read(100)
        running.stdout.close()
        told = running.stderr.read()
        assert running.wait(timeout=60) == 0
    assert told == b""


def test_a_zip_is_not_thrown_at_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "_is_terminal", lambda: True)
    refused = run("csv")
    assert isinstance(refused.exception, UsageError)
    assert "give -o FOLDER or -o FILE.zip" in str(refused.exception)
    assert run("csv", "--table", "meetings").stdout.startswith("meeting,name,")


def test_progress_is_shown_on_a_terminal(store: Path, tmp_path: Path) -> None:
    words = ["export", "nquads", "-o", str(tmp_path / "x.nq"), "--store", str(store)]
    done = CliRunner(env={"FORCE_COLOR": "1"}).invoke(communique, words)
    assert done.exit_code == 0
    assert "exporting" in done.stderr
    assert done.stdout == ""


def test_help_names_every_form() -> None:
    told = export.export.help or ""
    assert all(name in told for name in FORMATS)


def test_a_path_that_ends_so_is_packed_the_same_each_time(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "all.nq.gz"
    assert run("nquads", "-o", target).exit_code == 0
    first = target.read_bytes()
    assert gzip.decompress(first) == run("nquads").stdout_bytes
    assert run("nquads", "-o", target).exit_code == 0
    assert target.read_bytes() == first
    refused = run("csv", "-o", tmp_path / "tables.gz")
    assert isinstance(refused.exception, UsageError) or refused.exit_code
    assert left(tmp_path) == {"all.nq.gz"}
