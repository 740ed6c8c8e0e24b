"""A store of plain numbers and pools over it; a pool's processes end with its test."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pyoxigraph as ox
import pytest

from service.store.directory import StoreDirectory
from service.store.workers.limits import Limits
from service.store.workers.pool import Pool

SIZE = 3000
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
FLOOD = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LIGHT = "SELECT ?n { <http://e.org/7> ?p ?n }"
Making = Callable[..., Pool]


def fill(path: Path) -> StoreDirectory:
    directory = StoreDirectory.create(path)
    is_a = ox.NamedNode("http://e.org/number")
    with directory.writing() as writer:
        writer.graph.extend(
            ox.Quad(ox.NamedNode(f"http://e.org/{n}"), is_a, ox.Literal(n)) for n in range(SIZE)
        )
    return directory


def until(happened: Callable[[], bool], seconds: float = 10.0) -> bool:
    deadline = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> StoreDirectory:
    return fill(tmp_path_factory.mktemp("workers") / "store")


@pytest.fixture
def make(filled: StoreDirectory) -> Iterator[Making]:
    with ExitStack() as stack:

        def made(directory: StoreDirectory = filled, **limits: float) -> Pool:
            known = Limits(**{"fast": 2, "slow": 1, **limits})  # type: ignore[arg-type]
            return stack.enter_context(closing(Pool(directory, known, {"e": "http://e.org/"})))

        yield made


@pytest.fixture
def pool(make: Making) -> Pool:
    return make()
