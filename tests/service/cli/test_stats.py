"""`communique stats` counts what there is and what it takes."""

from pathlib import Path

from click.testing import CliRunner

from ontology import __version__
from service.cli.main import communique
from service.store.directory import FORMAT, StoreDirectory


def told(store: Path) -> dict[str, str]:
    done = CliRunner().invoke(communique, ["stats", "--store", str(store)])
    assert done.exit_code == 0, done.output
    rows = (line.rpartition(" ") for line in done.output.splitlines())
    return {name.strip(): value.replace(",", "") for name, _, value in rows}


def test_it_tells_state_size_and_version(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    with directory.writing("test"):
        pass
    found = told(directory.path)
    with directory.reading() as graph:
        assert found["quads"] == str(len(graph))
    assert found["snapshot"] == str(directory.version) == "2"
    assert found["store format"] == str(FORMAT)
    assert found["communique"] == __version__


def test_files_that_snapshots_share_count_once(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    files = {f.stat().st_ino: f.stat().st_size for f in directory.path.rglob("*") if f.is_file()}
    everything = sum(f.stat().st_size for f in directory.path.rglob("*") if f.is_file())
    size = int(told(directory.path)["bytes on disk"])
    assert size == sum(files.values())
    assert size < everything
