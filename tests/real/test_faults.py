"""Faults around a real server, the short ones; `python -m benchmarks.faults` has the long ones."""

import http.client
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks.faults import clients, disk, hostile, kills, soak
from benchmarks.faults.site import Site, communique, fill, is_alive, serving, until
from service.store.archive import back_up
from service.store.directory import StoreDirectory

LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(?c < 12) }"  # half a second


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("faults") / "store", 10)


@pytest.fixture
def site(filled: Path) -> Iterator[Site]:
    with serving(filled, COMMUNIQUE_QUERY_TIMEOUT="2") as found:
        yield found


def test_a_worker_is_killed(filled: Path) -> None:
    with serving(filled, COMMUNIQUE_QUERY_TIMEOUT="20") as site:
        kills.worker(site)


def test_the_server_is_killed_under_load(filled: Path) -> None:
    kills.server(filled, clients=4)


def test_a_restore_is_killed_beside_a_server(tmp_path: Path) -> None:
    kills.restore(tmp_path, times=2)


def test_a_full_disk(tmp_path: Path) -> None:
    with disk.small(tmp_path / "small") as small:
        if small is None:
            pytest.skip("no file system may be mounted here")
        told = disk.full(small, tmp_path)
    assert all("No space left" in each for each in told.values()), told


def test_slow_clients_keep_nobody_waiting(filled: Path) -> None:
    with serving(filled, COMMUNIQUE_QUERY_TIMEOUT="20") as site:
        before = _descriptors(site)
        clients.slow(site, many=60, seconds=2)
        assert until(lambda: _descriptors(site) <= before + 20, 30), "connections stay open"


def _descriptors(site: Site) -> int:
    """The server's own: workers come and go, and each has its store's files open."""
    own = set(site.processes()) - set(site.workers())
    return sum(soak.entries(f"/proc/{pid}/fd") for pid in own)


def test_hostile_queries(site: Site) -> None:
    statuses = hostile.run(site, list(hostile.changed(hostile.seeds(None), 300)))
    assert statuses[200] > 0
    assert statuses[400] > 50


def test_a_million_odd_letters_keep_nobody_waiting(site: Site) -> None:
    with ThreadPoolExecutor(1) as pool:
        kind = {"Content_Type": "application/sparql-query"}
        sent = pool.submit(site.send, "/sparql", "POST", ("é" * 900_000).encode(), **kind)
        begun = time.monotonic()
        assert site.articles() == 10
        assert time.monotonic() - begun < 5
        assert sent.result(30).status == 400


def test_a_running_server_switches_to_a_restored_store(tmp_path: Path) -> None:
    store, backup = fill(tmp_path / "store", 4), tmp_path / "b.zip"
    back_up(StoreDirectory(fill(tmp_path / "other", 7)), backup)
    with serving(store) as site:
        assert site.articles() == 4
        tag = site.send("/queries/actors").headers["ETag"]
        assert communique("restore", backup, "--store", store).returncode == 0
        assert until(lambda: site.articles() == 7, 2)
        assert site.send("/queries/actors", If_None_Match=tag).status == 200
        assert site.update("INSERT DATA { <a:a> <a:b> 1 }").status == 204
        assert site.articles() == 7
        site.send("/actors")  # whoever reads pages lets go of the one before
        assert until(lambda: site.snapshots() <= 2, 15), "old snapshots stay"


def test_told_to_end_under_load_it_finishes_what_is_under_way(filled: Path) -> None:
    with serving(filled) as site, ThreadPoolExecutor(8) as pool:
        below = site.processes()
        stop = threading.Event()
        light = [pool.submit(_keep_asking, site, stop) for _ in range(4)]
        longer = pool.submit(site.ask, LONG)
        time.sleep(0.2)
        begun = time.monotonic()
        site.process.send_signal(signal.SIGTERM)
        reply = longer.result(10)
        assert site.process.wait(10) == 0
        assert time.monotonic() - begun < 10
        stop.set()
        assert reply.status == 200, reply.body
        broken = [each.result(30) for each in light]
        assert not any(broken), broken
        with pytest.raises(ConnectionRefusedError):
            site.send("/health")
        assert until(lambda: not any(map(is_alive, below)), 5)


def _keep_asking(site: Site, stop: threading.Event) -> list[str]:
    """What was cut off half-way; a connection that is refused is how new ones are turned away."""
    broken = []
    while not stop.is_set():
        try:
            assert site.articles() == 10
        except (ConnectionError, http.client.RemoteDisconnected):
            return broken
        except (http.client.HTTPException, AssertionError) as error:
            broken.append(repr(error))
    return broken
