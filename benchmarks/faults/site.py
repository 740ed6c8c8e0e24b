"""A store of invented articles and a real server of it."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from benchmarks.queries import quads
from benchmarks.sparql.processor import descendants
from benchmarks.sparql.servers import free_port
from service.store.directory import StoreDirectory

TOKEN = "a-token-for-faults"
AUTH = {"Authorization": f"Bearer {TOKEN}"}
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
FLOOD = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?a a cmq:Article }"
_STARTING = 60


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass
class Site:
    """A server that runs, and its store."""

    port: int
    process: "subprocess.Popen[str]"
    store: Path

    def send(
        self,
        path: str,
        method: str = "GET",
        body: bytes | None = None,
        timeout: float = 60,
        **headers: str,
    ) -> Reply:
        """One request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, named)
            response = connection.getresponse()
            return Reply(response.status, response.headers, response.read())
        finally:
            connection.close()

    def ask(self, query: str, **headers: str) -> Reply:
        """A query by GET."""
        return self.send(f"/sparql?query={quote(query)}", **headers)

    def update(self, text: str) -> Reply:
        """An update with the token."""
        kind = {"Content_Type": "application/sparql-update"}
        return self.send("/update", "POST", text.encode(), **AUTH, **kind)

    def articles(self) -> int:
        """How many articles it tells of."""
        rows = self.ask(COUNT, Accept="text/csv").body.split()
        return int(rows[1])

    def processes(self) -> list[int]:
        """All of the server's."""
        return list(descendants(self.process.pid))

    def workers(self) -> list[int]:
        """Those that answer queries."""
        return [pid for pid in self.processes() if "workers.worker" in _command(pid)]

    def snapshots(self) -> int:
        """Folders of snapshots on disk."""
        return sum(each.is_dir() for each in (self.store / "snapshots").iterdir())


def fill(store: Path, articles: int) -> Path:
    """A store of so many articles; called again it holds those alone."""
    with StoreDirectory.create(store).writing("benchmark") as writer:
        writer.graph.clear()
        writer.graph.bulk_extend(quads(articles))
    return store


@contextmanager
def serving(store: Path, **settings: str) -> Iterator[Site]:
    """`communique serve` with a token; all of its processes are gone at the end."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "service.cli", "serve", "--store", str(store), "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "COMMUNIQUE_TOKEN": TOKEN, **settings},
        start_new_session=True,
    )
    site = Site(port, process, store)
    try:
        assert until(lambda: _is_ready(site), _STARTING), "the server doesn't answer"
        yield site
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.wait(15)


def communique(*arguments: object, timeout: float = 300) -> "subprocess.CompletedProcess[str]":
    """A command, whatever becomes of it."""
    return subprocess.run(
        command(*arguments), capture_output=True, text=True, timeout=timeout, check=False
    )


def command(*arguments: object) -> list[str]:
    """A command line."""
    return [sys.executable, "-m", "service.cli", *map(str, arguments)]


def until(happened: object, seconds: float) -> bool:
    """Whether it happens in so many seconds."""
    deadline = time.monotonic() + seconds
    while not happened():  # type: ignore[operator]
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def is_alive(pid: int) -> bool:
    """Whether a process runs."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def _is_ready(site: Site) -> bool:
    try:
        return site.send("/ready", timeout=5).status == 200
    except OSError:
        return False
