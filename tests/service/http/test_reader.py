"""One open snapshot for all requests, the newest; old ones close with their last request."""

import gc
import threading
from pathlib import Path

import pyoxigraph as ox

from service.http.reader import Reader, Snapshot
from service.store.directory import StoreDirectory

NODE = ox.NamedNode("http://e.org/n")


def add(directory: StoreDirectory, words: str) -> None:
    with directory.writing() as writer:
        writer.graph.add(ox.Quad(NODE, NODE, ox.Literal(words)))


def told(now: Snapshot) -> int:
    return len(list(now.store.quads_for_pattern(NODE, NODE, None, None)))


def snapshots(directory: StoreDirectory) -> list[str]:
    return sorted(p.name for p in (directory.path / "snapshots").iterdir() if p.is_dir())


def test_the_same_store_serves_until_a_newer_one_is_published(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    reader = Reader(directory)
    with reader.reading() as one, reader.reading() as two:
        assert one.store is two.store
    with reader.reading() as later:
        assert later.store is one.store
    add(directory, "a")
    with reader.reading() as new:
        assert new.version != later.version
        assert told(new) == 1


def test_a_request_keeps_its_snapshot_while_newer_ones_come(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    reader = Reader(directory)
    with reader.reading() as old:
        add(directory, "a")
        with reader.reading() as new:
            assert (told(old), told(new)) == (0, 1)
        assert snapshots(directory) == ["00000001", "00000002"]
    add(directory, "b")
    with reader.reading():
        pass
    reader.close()
    add(directory, "c")
    assert snapshots(directory) == ["00000004"]


def test_many_threads_read_while_one_writes(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    reader, failures = Reader(directory), []
    # Tracebacks of earlier tests hold results in cycles: only this thread may drop them.
    gc.collect()

    def read() -> None:
        for _ in range(40):
            with reader.reading() as now:
                counted = len(list(now.store.quads_for_pattern(None, None, None, None)))
                if counted != len(now.store):
                    failures.append(now.version)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(5):
        add(directory, str(number))
    for thread in threads:
        thread.join()
    assert failures == []
    with reader.reading() as now:
        assert told(now) == 5
