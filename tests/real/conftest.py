"""A real server in its own process over the example articles, loaded once a session.

Tests only read it; those that load or stop a server start their own.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
CLIENTS = Path(__file__).with_name("clients")
INSTALLING = 300  # seconds that npm may take
STARTING = 40  # seconds that a server may take to answer on a busy machine
STOPPING = 10  # seconds that it may take to end, by contract
Node = Callable[..., str]


def communique(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "service.cli", *map(str, arguments)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith("COMMUNIQUE_")}


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return bool(response.status == 200)
    except OSError:
        return False


def wait_for(address: str, server: subprocess.Popen[str]) -> None:
    wait_for_answer(f"{address}/health", server)


def wait_for_answer(address: str, server: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + STARTING
    while not answers(address):
        assert server.poll() is None, server.communicate()[1]
        assert time.monotonic() < deadline, "the server doesn't answer"
        time.sleep(0.1)


@contextmanager
def serving(
    store: Path, *, start_new_session: bool = False, port: int | None = None, **settings: str
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server of a store, and its address; it must end in time when it is told to."""
    port = port or free_port()
    command = communique("serve", "--store", store, "--port", str(port))
    server = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**environment(), **settings},
        start_new_session=start_new_session,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}", server
    finally:
        if server.poll() is None:
            server.send_signal(signal.SIGTERM)
        server.communicate(timeout=STOPPING)


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the example articles."""
    store = tmp_path_factory.mktemp("real") / "store"
    command = communique("load", EXAMPLES, "--store", store)
    subprocess.run(command, check=True, capture_output=True, env=environment(), timeout=300)
    return store


@pytest.fixture(scope="session")
def site(loaded: Path) -> Iterator[str]:
    """The address of a server of the example articles."""
    with serving(loaded) as (address, _):
        yield address


@pytest.fixture(scope="session")
def node(pytestconfig: pytest.Config) -> Node:
    """Runs a script with the clients, which npm installs into pytest's cache."""
    if shutil.which("npm") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no npm: apt-get install npm")
        pytest.skip("no npm: apt-get install npm")
    folder = Path(pytestconfig.cache.mkdir("clients")) if pytestconfig.cache else CLIENTS
    install_clients(folder)

    def run(script: str, *arguments: str) -> str:
        command = ("node", script, *arguments)
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def install_clients(folder: Path) -> None:
    """Once for each state of package.json."""
    wanted, installed = CLIENTS / "package.json", folder / "installed.json"
    for file in CLIENTS.iterdir():
        shutil.copy(file, folder)
    if not installed.is_file() or installed.read_bytes() != wanted.read_bytes():
        install = ("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent")
        subprocess.run(install, cwd=folder, check=True, capture_output=True, timeout=INSTALLING)
        shutil.copy(wanted, installed)
