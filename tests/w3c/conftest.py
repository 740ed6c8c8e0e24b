"""A real server with an empty store, and the W3C's test suites (commit ad541a5 of w3c/rdf-tests).

The suites lie in the folder that COMMUNIQUE_SHARED names. Without it these tests are skipped;
under CI=true they fail instead.
"""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.store.directory import StoreDirectory
from tests.real.conftest import STOPPING, communique, environment, free_port, wait_for
from tests.w3c.endpoint import TOKEN, Endpoint
from tests.w3c.manifests import SUITES


@pytest.fixture(scope="session", autouse=True)
def suites() -> Path:
    if SUITES.is_dir():
        return SUITES
    reason = "COMMUNIQUE_SHARED doesn't name the folder of the W3C's suites"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def server(suites: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    store, port = tmp_path_factory.mktemp("w3c") / "store", free_port()
    StoreDirectory.create(store)
    process = subprocess.Popen(
        communique("serve", "--store", store, "--port", str(port)),
        stderr=subprocess.PIPE,
        text=True,
        env={**environment(), "COMMUNIQUE_TOKEN": TOKEN},
    )
    try:
        wait_for(f"http://127.0.0.1:{port}", process)
        endpoint = Endpoint(port)
        yield endpoint
        endpoint.close()
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=STOPPING)
