"""A store goes into one file while others use it, and comes back the same."""

import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
import pytest

from service.errors import StoreBusy, UsageError, WrongFormat
from service.store.archive import back_up, restore
from service.store.archive.manifest import DATA, MANIFEST
from service.store.directory import StoreDirectory
from service.store.swap import READY, RESTORING, finish

A, B = (
    ox.Quad(ox.NamedNode(f"http://e/{n}"), ox.NamedNode("http://e/p"), ox.BlankNode("b"))
    for n in "ab"
)


def store(path: Path, *quads: ox.Quad) -> StoreDirectory:
    made = StoreDirectory.create(path)
    with made.writing(vocabulary=False) as writer:
        writer.graph.extend(quads)
    return made


def held(directory: StoreDirectory) -> set[str]:
    with directory.reading() as graph:
        return {str(q.subject) for q in graph.quads_for_pattern(None, A.predicate, None)}


def test_what_was_published_comes_back_the_same(tmp_path: Path) -> None:
    directory = store(tmp_path / "s", A)
    (directory.path / "journal.sqlite").write_bytes(b"")
    made = back_up(directory, tmp_path / "b.zip")
    other = store(tmp_path / "t", B)
    told: list[int] = []
    assert restore(other, tmp_path / "b.zip", told.append) == made
    assert held(other) == {"<http://e/a>"}
    assert sum(told) == made.quads
    assert (other.path / "journal.sqlite").exists()
    with directory.reading() as first, other.reading() as second:
        assert len(first) == len(second) == made.quads


def test_the_restored_store_is_written_on(tmp_path: Path) -> None:
    directory = store(tmp_path / "s", A)
    back_up(directory, tmp_path / "b.zip")
    before = directory.version
    restore(directory, tmp_path / "b.zip")
    assert directory.version == before + 1
    with directory.writing() as writer:
        writer.graph.add(B)
    assert held(directory) == {"<http://e/a>", "<http://e/b>"}
    assert not (directory.path / RESTORING).exists()


def test_readers_keep_what_they_read(tmp_path: Path) -> None:
    directory = store(tmp_path / "s", A)
    back_up(directory, tmp_path / "b.zip")
    with directory.writing() as writer:
        writer.graph.add(B)
    with directory.reading() as graph:
        restore(directory, tmp_path / "b.zip")
        assert graph.quads_for_pattern(B.subject, None, None)
        assert (B.subject, B.predicate) in {(q.subject, q.predicate) for q in graph}
    assert held(directory) == {"<http://e/a>"}


def test_a_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    directory = store(tmp_path / "s", A)
    target = tmp_path / "b.zip"
    target.write_text("precious")
    with pytest.raises(UsageError, match="--force"):
        back_up(directory, target)
    assert target.read_text() == "precious"
    back_up(directory, target, force=True)
    assert zipfile.is_zipfile(target)
    assert [f.name for f in tmp_path.iterdir() if f.name.endswith(".part")] == []


def changed(source: Path, target: Path, change: Callable[[str, bytes], bytes]) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def manifest(**other: object) -> Callable[[str, bytes], bytes]:
    return lambda name, data: (
        json.dumps(json.loads(data) | other).encode() if name == MANIFEST else data
    )


def data(change: Callable[[bytes], bytes]) -> Callable[[str, bytes], bytes]:
    return lambda name, body: change(body) if name == DATA else body


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        (manifest(store=99), WrongFormat, "format"),
        (manifest(backup=99), WrongFormat, "format"),
        (manifest(quads=7), UsageError, "7 quads"),
        (manifest(parts={}), UsageError, "names"),
        (manifest(extra=1), UsageError, "no backup"),
        (data(lambda body: body.replace(b"http://e/a", b"http://e/x")), UsageError, "changed"),
        (data(lambda body: body + b"\n"), UsageError, "long"),
        (data(lambda body: b"<" + body[1:-1] + b"<"), UsageError, "damaged"),
    ],
)
def test_a_changed_backup_is_refused_and_nothing_changes(
    tmp_path: Path,
    change: Callable[[str, bytes], bytes],
    error: type[Exception],
    message: str,
) -> None:
    directory = store(tmp_path / "s", A)
    back_up(directory, tmp_path / "b.zip")
    with directory.writing() as writer:
        writer.graph.add(B)
    number = directory.version
    with pytest.raises(error, match=message) as caught:
        restore(directory, changed(tmp_path / "b.zip", tmp_path / "c.zip", change))
    assert caught.tb, "a traceback keeps what its frames hold"
    assert not _open_files(directory.path / RESTORING), "RocksDB may go on writing there"
    assert held(directory) == {"<http://e/a>", "<http://e/b>"}
    assert directory.version == number
    assert not (directory.path / RESTORING).exists()


def _open_files(folder: Path) -> list[str]:
    """This process's open files in a folder, also when they are deleted (Linux)."""
    names = []
    for each in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # the listing's own
            names.append(str(each.readlink()))
    return [name for name in names if name.startswith(f"{folder}/")]


@pytest.mark.parametrize("part", [0.0, 0.5, 0.99])
def test_a_cut_backup_is_refused(tmp_path: Path, part: float) -> None:
    directory = store(tmp_path / "s", A)
    back_up(directory, tmp_path / "b.zip")
    whole = (tmp_path / "b.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(UsageError):
        restore(directory, tmp_path / "cut.zip")
    assert held(directory) == {"<http://e/a>"}


def test_a_restore_waits_for_the_writer(tmp_path: Path) -> None:
    directory = store(tmp_path / "s", A)
    back_up(directory, tmp_path / "b.zip")
    with directory.writing("a load"), pytest.raises(StoreBusy, match="a load"):
        restore(StoreDirectory(directory.path, lock_timeout=0.1), tmp_path / "b.zip")


@pytest.mark.parametrize("done", [0, 1, 2, 3])
def test_a_swap_that_was_killed_is_finished_by_the_next_writer(tmp_path: Path, done: int) -> None:
    """Each step of `finish` is done or not: data away, data in, journal in."""
    directory = store(tmp_path / "s", A)
    other = store(tmp_path / "t", B)
    folder = directory.path / RESTORING
    folder.mkdir()
    (other.path / "data").rename(folder / "data")
    (folder / "journal.sqlite").write_bytes(b"new")
    number = directory.version + 1
    (other.path / "snapshots" / f"{other.version:08d}").rename(
        directory.path / "snapshots" / f"{number:08d}"
    )
    (folder / READY).write_text(str(number))
    steps = [
        (directory.path / "data", folder / "data.before"),
        (folder / "data", directory.path / "data"),
        (folder / "journal.sqlite", directory.path / "journal.sqlite"),
    ]
    for old, new in steps[:done]:
        old.rename(new)
    with directory.writing("next") as writer:
        assert B in set(writer.graph)
    assert held(directory) == {"<http://e/b>"}
    assert (directory.path / "journal.sqlite").read_bytes() == b"new"
    assert not folder.exists()


def test_without_a_finished_copy_nothing_is_swapped(tmp_path: Path) -> None:
    directory = store(tmp_path / "s", A)
    (directory.path / RESTORING / "data").mkdir(parents=True)
    finish(directory.path)
    assert held(directory) == {"<http://e/a>"}


_COMMAND = "import sys; from service.cli.main import main; main()"


def test_killed_at_any_moment_the_store_holds_the_old_or_the_new(tmp_path: Path) -> None:
    directory = store(tmp_path / "s", A)
    back_up(directory, tmp_path / "old.zip")
    many = [
        ox.Quad(ox.NamedNode(f"http://e/{n}"), A.predicate, ox.Literal(n)) for n in range(20_000)
    ]
    back_up(store(tmp_path / "t", *many), tmp_path / "new.zip")
    arguments = ["restore", str(tmp_path / "new.zip"), "--store", str(directory.path)]
    for wait in (0.0, 0.01, 0.05, 0.1, 0.2):
        process = subprocess.Popen([sys.executable, "-c", _COMMAND, *arguments])
        while process.poll() is None and not (directory.path / RESTORING).exists():
            time.sleep(0.001)
        time.sleep(wait)
        process.kill()
        process.wait()
        with directory.writing("after"):
            pass
        assert len(held(directory)) in {1, 20_000}
        restore(directory, tmp_path / "old.zip")
        assert held(directory) == {"<http://e/a>"}
