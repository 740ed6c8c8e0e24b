"""Bulk load: the same quads into a new store by `communique restore` and by `oxigraph load`."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox

from benchmarks.queries import quads
from benchmarks.sparql.servers import OTHERS
from service.store.archive import back_up
from service.store.directory import StoreDirectory


def make(folder: Path, articles: int) -> int:
    """Write `graph.nq`, and the same as `graph.zip`, a backup; returns how many quads."""
    file = folder / "graph.nq"
    if not file.exists():
        with file.open("wb") as out:
            ox.serialize(quads(articles), out, format=ox.RdfFormat.N_QUADS)
    backup = folder / "graph.zip"
    if not backup.exists():
        directory = StoreDirectory.create(folder / "first")
        with directory.writing("benchmark", vocabulary=False) as writer:
            writer.graph.clear()
            writer.graph.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
        back_up(directory, backup)
    with StoreDirectory(folder / "first").reading() as graph:
        return len(graph)


def communique(folder: Path) -> float:
    """Seconds to fill `communique.store` anew."""
    store = folder / "communique.store"
    shutil.rmtree(store, ignore_errors=True)
    command = [sys.executable, "-m", "service.cli", "restore", str(folder / "graph.zip")]
    return _timed([*command, "--store", str(store)])


def oxigraph(folder: Path) -> float:
    """Seconds to fill `oxigraph.store` anew."""
    store = folder / "oxigraph.store"
    shutil.rmtree(store, ignore_errors=True)
    command = [str(OTHERS / "bin/oxigraph"), "load", "--location", str(store)]
    return _timed([*command, "--file", str(folder / "graph.nq")])


def _timed(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun
