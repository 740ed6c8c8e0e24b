"""Processes that are killed: a worker, the server, a restore, each at work."""

import contextlib
import http.client
import os
import random
import signal
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.faults.site import COUNT, ENDLESS, Site, command, fill, is_alive, serving, until
from service.store.archive import back_up
from service.store.directory import StoreDirectory


def worker(site: Site) -> str:
    """Its query is 503, others are answered, and another worker is there."""
    with ThreadPoolExecutor(1) as pool:
        lost = pool.submit(site.ask, ENDLESS)
        time.sleep(0.15)
        before = set(site.workers())
        victim = next(pid for pid in before if _is_busy(pid))
        began = time.monotonic()
        os.kill(victim, signal.SIGKILL)
        reply = lost.result(30)
        assert reply.status == 503, reply.body
        assert reply.headers["Retry-After"]
    assert site.articles() > 0
    assert until(lambda: len(set(site.workers()) - {victim}) >= len(before), 10)
    return f"503 with Retry-After; whole again after {time.monotonic() - began:.2f} s"


def _is_busy(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "R"
    except OSError:
        return False


def server(store: Path, clients: int = 8) -> str:
    """All its processes end; the next one serves the same from the same store."""
    stop = threading.Event()
    with serving(store) as site, ThreadPoolExecutor(clients) as pool:
        held = site.articles()

        def ask() -> None:
            while not stop.is_set():
                with contextlib.suppress(OSError, http.client.HTTPException):
                    site.ask(COUNT + f" # {random.random()}")

        asking = [pool.submit(ask) for _ in range(clients)]
        time.sleep(1)
        below = site.processes()
        began = time.monotonic()
        site.process.kill()
        ended = until(lambda: not any(map(is_alive, below[1:])), 10)
        spent = time.monotonic() - began
        stop.set()
        for each in asking:
            each.result(60)
        assert ended, "processes stay"
    with serving(store) as site:
        assert site.articles() == held
        assert site.snapshots() <= 2
    return f"{len(below)} processes gone after {spent:.2f} s; the next serves the same"


def restore(folder: Path, times: int = 5) -> str:
    """Beside a server: killed at any moment, it serves the old or the new, and can be restored."""
    store, backup = fill(folder / "old", 20), folder / "new.zip"
    back_up(StoreDirectory(fill(folder / "new", 40)), backup, force=True)
    found = []
    with serving(store) as site:
        for number in range(times):
            process = subprocess.Popen(
                command("restore", backup, "--store", store),
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.3 + 0.4 * number)
            process.kill()
            process.wait()
            found.append(site.articles())
            assert found[-1] in {20, 40}, found
        done = subprocess.run(command("restore", backup, "--store", store), check=False)
        assert done.returncode == 0
        assert until(lambda: site.articles() == 40, 5), "it doesn't switch"
        assert site.update("INSERT DATA { <a:a> <a:b> 1 }").status == 204
    return f"articles served after each kill: {found}; then restored and written to"
