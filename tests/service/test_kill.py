"""A load that is killed in the middle leaves whole articles only, and the next load finishes it."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from loaders.mapping.nodes import node
from ontology.terms import CMQ
from service.store.audit import faults
from service.store.directory import StoreDirectory
from service.store.terms import FINGERPRINT

COUNT = 400  # so many that they take longer than three states to publish
COMMAND = [sys.executable, "-c", "from service.cli.main import main; main()"]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for n in range(COUNT):
        text = (
            f"President Ana Kovač of Norway met Luis Ferrer in Oslo. Round {n} begins, she said.\n"
        )
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")
    return folder


def loading(articles: Path, store: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*COMMAND, "load", str(articles), "--store", str(store)])


def whole(store: Path) -> int:
    """How many articles the store holds; fails where one is not whole."""
    with StoreDirectory(store).reading() as graph:
        assert list(faults(graph)) == []
        recorded = {q.subject for q in graph.quads_for_pattern(None, FINGERPRINT, None, None)}
        keyed = {q.subject for q in graph.quads_for_pattern(None, node(CMQ.key), None, None)}
        assert recorded == keyed
        return len(keyed)


@pytest.mark.parametrize("published", [2, 3])
def test_killed_in_the_middle_the_store_holds_the_old_or_the_new(
    articles: Path, tmp_path: Path, published: int
) -> None:
    store = tmp_path / "s"
    process = loading(articles, store)
    deadline = time.monotonic() + 60
    while not (store / "current").exists() or int((store / "current").read_text()) < published:
        assert time.monotonic() < deadline
        assert process.poll() is None
        time.sleep(0.002)
    process.kill()
    process.wait()
    held = whole(store)
    assert held < COUNT
    assert loading(articles, store).wait(timeout=120) == 0
    assert whole(store) == COUNT
