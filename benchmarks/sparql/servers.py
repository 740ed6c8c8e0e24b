"""The servers that are measured, each over the same quads."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

OTHERS = Path(os.environ.get("BENCH_OTHERS", ".venv/others"))  # a venv with the other servers
_STARTING = 600  # seconds that a server may take to read its data
_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = {sql}
ServerThreads = 40
NumberOfBuffers = 170000
MaxDirtyBuffers = 130000
DirsAllowed = {data}
MaxClientConnections = 40
[HTTPServer]
ServerPort = {http}
ServerThreads = 40
MaxKeepAlives = 40
KeepAliveTimeout = 60
[SPARQL]
ResultSetMaxRows = 1000000
[Client]
[AutoRepair]
[Replication]
"""
DEFAULT_GRAPH = "http://example.org/default"  # Virtuoso has no other default graph than a named


@dataclass(frozen=True)
class Server:
    """A server that runs: its process, and its address up to a query string."""

    name: str
    pid: int
    prefix: str


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(name: str, command: list[str], prefix: str, **environment: str) -> Iterator[Server]:
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **environment},
        start_new_session=True,
    )
    try:
        _wait(process, f"{prefix}query=ASK%7B%7D")
        yield Server(name, process.pid, prefix)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _wait(process: "subprocess.Popen[bytes]", address: str) -> None:
    until = time.monotonic() + _STARTING
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=10):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            if process.poll() is not None:
                raise RuntimeError(f"{process.args!r} ended: {process.returncode}") from None
            time.sleep(0.2)
    raise RuntimeError(f"{process.args!r} doesn't answer")


@contextmanager
def communique(store: Path, **settings: str) -> Iterator[Server]:
    """`communique serve`, with its limits."""
    port = str(free_port())
    command = [sys.executable, "-m", "service.cli", "serve", "--store", str(store), "--port", port]
    with _running("communique", command, f"http://127.0.0.1:{port}/sparql?", **settings) as found:
        yield found


@contextmanager
def oxigraph(store: Path) -> Iterator[Server]:
    """`oxigraph serve`, without its time limit, which ends it under load."""
    port = free_port()
    command = [str(OTHERS / "bin/oxigraph"), "serve", "--location", str(store)]
    command += ["--bind", f"127.0.0.1:{port}"]
    with _running("oxigraph serve", command, f"http://127.0.0.1:{port}/query?") as found:
        yield found


@contextmanager
def rdflib(quads: Path) -> Iterator[Server]:
    """`rdflib-endpoint serve`, its own store in memory."""
    port = str(free_port())
    command = [str(OTHERS / "bin/rdflib-endpoint"), "serve", "--port", port, "--host", "127.0.0.1"]
    command += [str(quads)]
    with _running("rdflib-endpoint", command, f"http://127.0.0.1:{port}/?") as found:
        yield found


@contextmanager
def virtuoso(quads: Path, folder: Path) -> Iterator[Server]:
    """Debian's Virtuoso, with buffers as its manual has them for 2 GB; loaded when it is given."""
    folder.mkdir(parents=True)
    ports = {"sql": free_port(), "http": free_port()}
    ini = folder / "virtuoso.ini"
    ini.write_text(_INI.format(folder=folder, data=quads.parent, **ports))
    command = ["virtuoso-t", "+foreground", "+configfile", str(ini)]
    prefix = f"http://127.0.0.1:{ports['http']}/sparql?default-graph-uri={DEFAULT_GRAPH}&"
    with _running("Virtuoso", command, prefix) as found:
        for statement in (
            f"DB.DBA.TTLP_MT(file_to_string_output('{quads}'), '', '{DEFAULT_GRAPH}', 512)",
            "checkpoint",
        ):
            subprocess.run(
                ["isql-vt", str(ports["sql"]), "dba", "dba", f"exec={statement};"],
                check=True, capture_output=True, timeout=_STARTING,
            )  # fmt: skip
        yield found


def is_installed(name: str) -> bool:
    """Whether there is such a server to measure."""
    if name == "Virtuoso":
        return shutil.which("virtuoso-t") is not None
    return (OTHERS / "bin" / name).exists()
