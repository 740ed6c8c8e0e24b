"""A new store and a writer of it; the process that writes ends with the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.store.directory import StoreDirectory
from service.store.writing.writer import Writer


@pytest.fixture
def directory(tmp_path: Path) -> StoreDirectory:
    return StoreDirectory.create(tmp_path / "store", lock_timeout=0.3)


@pytest.fixture
def writer(directory: StoreDirectory) -> Iterator[Writer]:
    made = Writer(directory, seconds=20.0)
    yield made
    made.close()
