"""`communique load`, `remove`, `stats` and `check`, as a user meets them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli.main import communique
from service.store.directory import StoreDirectory
from service.store.vocabulary import is_concept

WIRE = "Talks in Vaduz\n\n3 May 2031\n\nPresident Ana Kovač of Norway met Luis Ferrer in Vaduz.\n"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*arguments: str | Path, **more: str) -> Result:
        words = [str(a) for a in arguments]
        return CliRunner().invoke(communique, [*words, "--store", str(tmp_path / "s")], **more)

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "wire.txt"
    path.parent.mkdir()
    path.write_text(WIRE, encoding="utf-8")
    return path


def test_loading_twice_reads_once(run: Run, article: Path) -> None:
    first, second = run("load", article), run("load", article)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "loaded 1, unchanged 0, failed 0" in first.stderr
    assert "loaded 0, unchanged 1, failed 0" in second.stderr
    assert first.stdout == second.stdout == ""


def test_the_report_counts_warnings(run: Run, article: Path) -> None:
    assert "warnings" not in run("load", article).stderr
    (article.parent / "note.txt").write_text("The talks were to begin at noon.\n")
    result = run("load", article.parent)
    assert result.exit_code == 0
    assert "warnings: meeting-unread 1, undated 1\n" in result.stderr
    assert "communique query coverage" in result.stderr
    row = run("query", "coverage", "--format", "csv").stdout.splitlines()[1]
    assert row.startswith("note.txt,0,0,0,2,")
    assert run("check").exit_code == 0


def test_force_reads_again(run: Run, article: Path) -> None:
    run("load", article)
    assert "loaded 1, unchanged 0" in run("load", article, "--force").stderr


def test_knowing_the_date_later_reads_again(run: Run, article: Path) -> None:
    run("load", article)
    assert "loaded 1" in run("load", article, "--published", "2031-05-04").stderr


def test_the_rest_of_a_batch_is_loaded(run: Run, article: Path) -> None:
    folder = article.parent
    (folder / "empty.txt").write_bytes(b"")
    (folder / "latin.txt").write_bytes("Vučić".encode("iso-8859-2"))
    (folder / "picture.txt").write_bytes(b"\x89PNG\x00\x01")
    (folder / "line.txt").write_bytes(b"x" * 50_000_000)
    result = run("load", folder)
    assert result.exit_code == 1
    assert "loaded 1, unchanged 0, failed 4" in result.stderr
    told = {line.split(":")[0].rsplit("/", 1)[-1] for line in result.stderr.splitlines()}
    assert {"empty.txt", "latin.txt", "picture.txt", "line.txt"} <= told
    assert "UTF-8" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_an_unreadable_file_is_named(run: Run, article: Path) -> None:
    article.chmod(0)
    result = run("load", article)
    assert result.exit_code == 2
    assert "wire.txt" in result.stderr


def test_a_folder_without_articles_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    result = run("load", tmp_path / "bare")
    assert result.exit_code == 2
    assert "bare" in result.stderr


def test_a_path_that_is_not_there(run: Run, tmp_path: Path) -> None:
    result = run("load", tmp_path / "none.txt")
    assert result.exit_code == 2
    assert "none.txt" in result.stderr


def test_another_text_of_the_same_name_is_refused(run: Run, article: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "wire.txt"
    other.parent.mkdir()
    other.write_text(WIRE.replace("Vaduz", "Oslo"), encoding="utf-8")
    run("load", article)
    refused = run("load", other)
    assert refused.exit_code == 2
    assert str(article) in refused.stderr
    assert str(other) in refused.stderr
    assert run("load", other, "--collection", "second").exit_code == 0


def test_standard_input_is_an_article(run: Run) -> None:
    result = run("load", "-", input=WIRE)
    assert result.exit_code == 0
    assert "loaded 1" in result.stderr


def test_nothing_found_is_said_and_no_failure(run: Run, tmp_path: Path) -> None:
    dull = tmp_path / "dull.txt"
    dull.write_text("It rained all day and the river rose a little.\n", encoding="utf-8")
    result = run("load", dull)
    assert result.exit_code == 0
    assert "nothing found in" in result.stderr
    assert "dull.txt" in result.stderr


def test_a_folder_that_is_no_store_stays_as_it_is(article: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        communique, ["load", str(article), "--store", str(article.parent)], standalone_mode=False
    )
    assert "not empty" in str(result.exception)
    assert [p.name for p in article.parent.iterdir()] == ["wire.txt"]
    missing = CliRunner().invoke(communique, ["stats", "--store", str(tmp_path)])
    assert "no Communiqué store" in str(missing.exception)


def test_remove_takes_out_all_or_nothing(run: Run, article: Path, tmp_path: Path) -> None:
    run("load", article)
    refused = run("remove", "wire.txt", "other.txt")
    assert refused.exit_code == 2
    assert "other.txt" in refused.stderr
    assert run("remove", "wire.txt").exit_code == 0
    with StoreDirectory(tmp_path / "s").reading() as store:
        assert all(is_concept(quad.subject) for quad in store)


def test_a_loaded_store_passes_its_check(run: Run, article: Path) -> None:
    run("load", article)
    result = run("check")
    assert result.exit_code == 0, result.stdout
    assert "0 faults" in result.stderr


def test_check_finds_what_does_not_follow_from_the_claims(
    run: Run, article: Path, tmp_path: Path
) -> None:
    run("load", article)
    with StoreDirectory(tmp_path / "s").writing() as writer:
        writer.graph.update("INSERT DATA { <http://e.org/a> <http://e.org/b> <http://e.org/c> }")
    result = run("check")
    assert result.exit_code == 1
    assert "claimed by nobody" in result.stdout


def test_stats_count(run: Run, article: Path) -> None:
    run("load", article)
    counts = dict(line.rsplit(maxsplit=1) for line in run("stats").stdout.splitlines())
    assert counts["articles"] == "1"
    assert counts["persons"] == "2"


def test_an_unknown_command_lists_the_known_ones() -> None:
    result = CliRunner().invoke(communique, ["lod"])
    assert result.exit_code == 2
    assert "load, extract, query" in result.stderr
