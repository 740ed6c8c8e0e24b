"""Mixed load for minutes or an hour: does anything grow that shouldn't?"""

import contextlib
import http.client
import os
import random
import signal
import socket
import statistics
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import quote

from benchmarks.faults.site import ENDLESS, FLOOD, Site
from benchmarks.sparql.processor import memory

_EVERY = 5.0  # seconds between samples
_SLACK = {"processes": 3, "threads": 40, "files": 40, "snapshots": 3}  # more at the end: a leak
_GROWTH = 1.25  # times that memory may be at the end


@dataclass(frozen=True)
class Sample:
    """What the server has at a moment."""

    processes: int
    threads: int
    files: int
    snapshots: int
    memory: int


def sample(site: Site) -> Sample:
    """Look."""
    pids = site.processes()
    return Sample(
        len(pids),
        sum(entries(f"/proc/{pid}/task") for pid in pids),
        sum(entries(f"/proc/{pid}/fd") for pid in pids),
        site.snapshots(),
        memory(site.process.pid),
    )


def entries(folder: str) -> int:
    """How many files a folder has; none where it has gone."""
    try:
        return len(os.listdir(folder))  # noqa: PTH208 it may have gone
    except OSError:
        return 0


def run(site: Site, minutes: float) -> str:
    """Everything at once; raises AssertionError where something grows."""
    stop, seen = threading.Event(), Counter[str]()
    doing = [_read, _read, _read, _page, _canned, _heavy, _leave, _write, _write, _break]
    threads = [
        threading.Thread(target=_again, args=(each, site, stop, seen, number))
        for number, each in enumerate(doing)
    ]
    for thread in threads:
        thread.start()
    samples, until = [], time.monotonic() + minutes * 60
    while time.monotonic() < until:
        time.sleep(_EVERY)
        samples.append(sample(site))
    stop.set()
    for thread in threads:
        thread.join(90)
        assert not thread.is_alive(), "a client hangs"
    assert site.process.poll() is None
    return _judged(samples, seen)


def _judged(samples: list[Sample], seen: Counter[str]) -> str:
    third = max(1, len(samples) // 3)
    told = []
    for name in (f.name for f in fields(Sample)):
        first, last = (
            statistics.median(getattr(s, name) for s in part)
            for part in (samples[:third], samples[-third:])
        )
        grown = last > first * _GROWTH if name == "memory" else last > first + _SLACK[name]
        assert not grown, (name, first, last)
        scale = 2**20 if name == "memory" else 1
        told.append(f"{name} {first / scale:.0f} → {last / scale:.0f}")
    unheard = [name for name in seen if name.startswith("5") and name not in {"503", "504"}]
    assert not unheard, seen
    return "; ".join(told) + f"; answers {dict(sorted(seen.items()))}"


def _again(
    do: Callable[[Site, random.Random], str],
    site: Site,
    stop: threading.Event,
    seen: Counter[str],
    number: int,
) -> None:
    chance = random.Random(number)
    while not stop.is_set():
        try:
            seen[do(site, chance)] += 1
        except (OSError, http.client.HTTPException):
            seen["broken"] += 1


def _read(site: Site, chance: random.Random) -> str:
    number = chance.randrange(10**6)
    return str(site.ask(f"SELECT ?p {{ ?s ?p {number} }} LIMIT 10").status)


def _page(site: Site, chance: random.Random) -> str:
    pages = ("/", "/meetings", "/actors", "/statements", "/missions", "/metrics")
    return str(site.send(chance.choice(pages), Accept="text/html").status)


def _canned(site: Site, chance: random.Random) -> str:
    name = chance.choice(("meetings", "missions", "offices", "naming?actor=Ada%20Moran"))
    return str(site.send(f"/queries/{name}").status)


def _heavy(site: Site, chance: random.Random) -> str:
    return str(site.ask(ENDLESS + f" # {chance.random()}").status)


def _leave(site: Site, chance: random.Random) -> str:
    """Go away amid a query or an answer."""
    with socket.create_connection(("127.0.0.1", site.port)) as connection:
        query = chance.choice((ENDLESS, FLOOD)) + f" # {chance.random()}"
        connection.sendall(
            f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
        )
        time.sleep(chance.random())
    return "left"


def _write(site: Site, chance: random.Random) -> str:
    time.sleep(0.1)
    return str(site.update(f"INSERT DATA {{ <a:s> <a:p> {chance.randrange(1000)} }}").status)


def _break(site: Site, chance: random.Random) -> str:
    time.sleep(5)
    with contextlib.suppress(OSError, IndexError):
        os.kill(chance.choice(site.workers()), signal.SIGKILL)
    return "killed"


def snapshots(store: Path) -> int:
    """Left on disk."""
    return sum(each.is_dir() for each in (store / "snapshots").iterdir())
