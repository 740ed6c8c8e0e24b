"""The folder of a store: who may write, what readers see, what stays on disk."""

import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from service.errors import NoStore, StoreBusy, WrongFormat
from service.store.directory import StoreDirectory
from service.store.terms import VOCABULARY
from service.store.vocabulary import is_concept

QUAD = ox.Quad(ox.NamedNode("http://e.org/a"), ox.NamedNode("http://e.org/b"), ox.Literal("c"))

HELD = ox.NamedNode("https://w3id.org/communique/concept/held")
LABEL = ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")


def snapshots(path: Path) -> list[str]:
    return sorted(p.name for p in (path / "snapshots").iterdir() if p.is_dir())


def test_a_new_store_holds_the_concepts_alone(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "new")
    with directory.reading() as store:
        assert all(is_concept(quad.subject) for quad in store)
        assert ox.Quad(HELD, LABEL, ox.Literal("held", language="en")) in store


def test_concepts_of_another_version_are_replaced(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    with directory.reading() as store:
        fresh = set(store)
    with directory.writing() as writer:
        for quad in writer.graph.quads_for_pattern(None, VOCABULARY, None, None):
            writer.graph.remove(quad)
        writer.graph.add(ox.Quad(HELD, LABEL, ox.Literal("was held", language="en")))
    with directory.writing():
        pass
    with directory.reading() as store:
        assert set(store) == fresh


def test_readers_see_what_was_published_and_nothing_later(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    with directory.reading() as before:
        with directory.writing() as writer:
            writer.graph.add(QUAD)
        assert QUAD not in before
        assert snapshots(tmp_path / "s") == ["00000001", "00000002"]
        with directory.reading() as after:
            assert set(after) - set(before) == {QUAD}
    assert directory.version == 2


def test_a_snapshot_goes_when_nobody_reads_it(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    for _ in range(3):
        with directory.writing() as writer:
            writer.graph.add(QUAD)
    assert snapshots(tmp_path / "s") == ["00000004"]


def test_a_busy_store_names_its_holder(tmp_path: Path) -> None:
    StoreDirectory.create(tmp_path / "s")
    holding = (
        "import sys, pathlib; from service.store.directory import StoreDirectory\n"
        "with StoreDirectory(pathlib.Path(sys.argv[1])).writing('a long load'):\n"
        "    print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", holding, str(tmp_path / "s")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        waiting = StoreDirectory(tmp_path / "s", lock_timeout=0.2)
        message = rf"process {holder.pid} \(a long load\)"
        with pytest.raises(StoreBusy, match=message), waiting.writing():
            pass
        holder.communicate()
    with waiting.writing() as writer:
        assert QUAD not in writer.graph


def test_a_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoStore, match="communique load"):
        StoreDirectory(tmp_path / "none")


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(NoStore, match="not empty"):
        StoreDirectory.create(tmp_path)
    with pytest.raises(NoStore, match="no Communiqué store"):
        StoreDirectory(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("marker", ['{"communique-store": 99}', "[]", "not json"])
def test_another_format_is_refused(tmp_path: Path, marker: str) -> None:
    StoreDirectory.create(tmp_path / "s")
    (tmp_path / "s" / "format.json").write_text(marker)
    with pytest.raises(WrongFormat, match="this version reads 1"):
        StoreDirectory(tmp_path / "s")


def test_a_hurried_writer_publishes_seldom_and_at_its_end(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    for number in range(3):
        with directory.writing(every=60.0) as writer:
            writer.graph.add(ox.Quad(HELD, HELD, ox.Literal(number)))
    assert directory.version == 1
    directory.publish_pending()
    directory.publish_pending()
    assert directory.version == 2
    with directory.reading() as store:
        assert len(list(store.quads_for_pattern(HELD, HELD, None, None))) == 3


def test_what_a_killed_writer_left_is_published_with_the_next(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    with directory.writing(every=60.0) as writer:
        writer.graph.add(QUAD)
    with StoreDirectory(tmp_path / "s").writing():
        pass
    with directory.reading() as store:
        assert QUAD in store
    before = directory.version
    directory.publish_pending()
    assert directory.version == before


def test_the_current_snapshot_is_known_by_a_name_of_its_own(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    first = directory.current()
    assert first is directory.current()
    assert (first.number, Path(first.folder).name) == (1, "00000001")
    with directory.writing():
        pass
    assert directory.current().number == 2
    shutil.rmtree(tmp_path / "s")
    with pytest.raises(NoStore, match="has gone"):
        directory.current()


def test_clearing_away_leaves_what_is_current_or_being_made(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    folder = tmp_path / "s" / "snapshots"
    for name in ("00000000", "00000005"):
        (folder / name).mkdir()
    (folder / "00000000.lock").touch()
    directory.sweep()
    assert snapshots(tmp_path / "s") == ["00000001", "00000005"]
    assert not (folder / "00000000.lock").exists()
