"""Third-party texts, read from the folder that COMMUNIQUE_SHARED names.

Without it these tests are skipped; under CI=true they fail instead.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from service.cli.main import communique
from service.store.directory import StoreDirectory


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = os.environ.get("COMMUNIQUE_SHARED", "")
    if folder and Path(folder).is_dir():
        return Path(folder)
    reason = "COMMUNIQUE_SHARED doesn't name the folder of the shared texts"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def five(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the five articles."""
    store = tmp_path_factory.mktemp("five") / "s"
    arguments = ["load", str(shared / "articles"), "--store", str(store)]
    result = CliRunner().invoke(communique, arguments)
    assert result.exit_code == 0, result.stderr
    assert "loaded 5, unchanged 0, failed 0" in result.stderr
    return store


@pytest.fixture(scope="session")
def graph(five: Path) -> Iterator[ox.Store]:
    with StoreDirectory(five).reading() as store:
        yield store
