"""A real server in its own process over the example articles, loaded once a session.

Tests only read it; those that load or stop a server start their own.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
STARTING = 40  # seconds that a server may take to answer on a busy machine
STOPPING = 10  # seconds that it may take to end, by contract


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
        with urllib.request.urlopen(f"{address}/health", timeout=5) as response:
            return bool(response.status == 200)
    except OSError:
        return False


def wait_for(address: str, server: subprocess.Popen[str]) -> None:
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
