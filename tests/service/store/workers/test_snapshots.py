"""Workers follow the store: new snapshots serve at once, old ones go, killed workers hold none."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from service.store.directory import StoreDirectory
from service.store.workers.errors import Lost, NoForm
from service.store.workers.pool import Pool
from service.store.workers.work import Query
from tests.service.store.workers.conftest import ENDLESS, Making, fill, until

NODE = ox.NamedNode("http://e.org/new")
COUNT = "SELECT (COUNT(*) AS ?n) { <http://e.org/new> ?p ?o }"
ROOT = Path(__file__).parents[4]


def add(directory: StoreDirectory, words: str) -> None:
    with directory.writing() as writer:
        writer.graph.add(ox.Quad(NODE, NODE, ox.Literal(words)))


def count(pool: Pool) -> int:
    [row] = pool.select(COUNT)
    return int(row["n"].value)


def snapshots(directory: StoreDirectory) -> list[str]:
    return sorted(p.name for p in (directory.path / "snapshots").iterdir() if p.is_dir())


def test_what_is_published_is_answered_from_at_once(make: Making, tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    pool = make(directory)
    assert count(pool) == 0
    for number in range(1, 4):
        add(directory, str(number))
        assert pool.wait_for(directory.version, 1)
        assert count(pool) == number
    assert not pool.wait_for(directory.version + 1, 0.05)


def test_idle_workers_open_it_before_they_are_asked(make: Making, tmp_path: Path) -> None:
    directory = fill(tmp_path / "s")
    pool = make(directory)
    count(pool)
    add(directory, "a")
    assert until(lambda: {w.snapshot for w in pool.lanes.idle} == {directory.current().name})
    directory.sweep()
    assert snapshots(directory) == [f"{directory.version:08d}"]


def test_a_snapshot_stays_while_a_query_reads_it_and_goes_with_a_killed_worker(
    make: Making, tmp_path: Path
) -> None:
    directory = fill(tmp_path / "s")
    pool = make(directory, timeout=20, budget=30)
    count(pool)

    def ask() -> None:
        with pytest.raises(Lost):
            pool.answer(Query(ENDLESS))

    thread = threading.Thread(target=ask)
    thread.start()
    assert until(lambda: bool(pool.lanes.busy))
    add(directory, "a")
    assert "00000002" in snapshots(directory)
    os.kill(pool.lanes.busy[0].process.pid, signal.SIGKILL)
    thread.join()
    assert until(lambda: {w.snapshot for w in pool.lanes.idle} == {directory.current().name})
    directory.sweep()
    assert snapshots(directory) == ["00000003"]
    locks = [p.name for p in (directory.path / "snapshots").glob("*.lock")]
    assert locks == ["00000003.lock"]


def test_many_ask_while_one_writes(make: Making, tmp_path: Path) -> None:
    directory = fill(tmp_path / "s")
    pool = make(directory)
    counted: list[list[int]] = [[] for _ in range(4)]
    stop = threading.Event()

    def ask(into: list[int]) -> None:
        while not stop.is_set():
            into.append(count(pool))

    threads = [threading.Thread(target=ask, args=(each,)) for each in counted]
    for thread in threads:
        thread.start()
    for number in range(8):
        add(directory, str(number))
    stop.set()
    for thread in threads:
        thread.join()
    assert all(each == sorted(each) for each in counted)
    assert count(pool) == 8


def test_another_store_at_the_same_path_is_seen(make: Making, tmp_path: Path) -> None:
    directory = fill(tmp_path / "s")
    pool = make(directory)
    [row] = pool.select("SELECT (COUNT(*) AS ?n) { ?s <http://e.org/number> ?o }")
    assert row["n"] == ox.Literal(3000)
    (tmp_path / "s").rename(tmp_path / "old")
    other = StoreDirectory.create(tmp_path / "s")
    add(other, "a")
    assert count(pool) == 1


def test_workers_end_with_their_server_however_it_ends(tmp_path: Path) -> None:
    directory = fill(tmp_path / "s")
    serving = (
        "import sys, threading, pathlib\n"
        "from service.store.directory import StoreDirectory\n"
        "from service.store.workers.pool import Pool\n"
        "from service.store.workers.work import Query\n"
        "pool = Pool(StoreDirectory(pathlib.Path(sys.argv[1])))\n"
        "pool.answer(Query('ASK {}'))\n"
        f"threading.Thread(target=pool.answer, args=(Query({ENDLESS!r}),)).start()\n"
        "import time; time.sleep(0.5)\n"
        "print(*(w.process.pid for w in pool.lanes.everyone()), flush=True)\n"
        "time.sleep(60)\n"
    )
    command = [sys.executable, "-c", serving, str(directory.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as server:
        assert server.stdout is not None
        workers = [int(pid) for pid in server.stdout.readline().split()]
        assert len(workers) >= 2
        server.kill()
    assert until(lambda: not any(map(is_running, workers)))


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_worker_imports_little_and_starts_quickly() -> None:
    program = "import sys, service.store.workers.worker; print(*sys.modules)"
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert time.monotonic() - begun < 5
    ours = {name for name in done.stdout.split() if name.startswith(("service", "ontology"))}
    assert ours == {
        "service",
        "service.store",
        "service.store.workers",
        *(f"service.store.workers.{name}" for name in ("answering", "messages", "output")),
        *(f"service.store.workers.{name}" for name in ("network", "work", "worker")),
    }
    assert not {"flask", "rdflib", "portalocker", "cachetools"} & set(done.stdout.split())


def test_a_snapshot_that_has_gone_is_said(make: Making, tmp_path: Path) -> None:
    directory = fill(tmp_path / "s")
    pool, old = make(directory), directory.current()
    add(directory, "a")
    with pytest.raises(Lost, match="no longer there"):
        pool.answer(Query("ASK {}"), at=old)
    with pytest.raises(NoForm):
        pool.answer(Query("ASK {}", results=None))
