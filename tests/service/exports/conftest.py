"""One store of invented articles for all tests of exports, read through a pool; and the clients
that must read what is written: in CI they must be there, elsewhere tests without are skipped."""

import importlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import ModuleType

import pyoxigraph as ox
import pytest

from loaders.facts import Facts
from ontology.terms import PREFIXES
from service.articles import replace_articles
from service.exports.filters import Filters, filters
from service.exports.formats import Choice, known
from service.exports.packing import File
from service.exports.source import Source
from service.store.directory import StoreDirectory
from service.store.workers.limits import Limits
from service.store.workers.pool import Pool
from tests.queries.invented import ARTICLES
from tests.service.http.story import hostile

BASE = "http://example.org/id/"
Exporting = Callable[..., bytes]
Unpacking = Callable[..., dict[str, bytes]]


def client(name: str) -> ModuleType:
    """A client's module."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{name} is not installed: pip install -e '.[test]'")
        pytest.skip(f"{name} is not installed: pip install -e '.[test]'")


def fill(path: Path, told: Iterable[Facts]) -> StoreDirectory:
    directory = StoreDirectory.create(path)
    articles = list(told)
    with directory.writing() as writer:
        replace_articles(writer.graph, BASE, articles, {facts.key: "mark" for facts in articles})
    return directory


@contextmanager
def reading(directory: StoreDirectory, **more: object) -> Iterator[Source]:
    pool = Pool(directory, Limits(fast=1, budget=60.0), PREFIXES)
    with directory.holding() as (at, _), closing(pool):
        yield Source(pool, at, **more)


def narrowed(source: Source, **wanted: object) -> Filters:
    return filters(lambda sparql: source.pool.select(sparql, source.at), **wanted)


def chunks(source: Source, form: str, choice: Choice = Choice(), **wanted: object) -> bytes:  # noqa: B008
    return b"".join(known(form).chunks(source, narrowed(source, **wanted), choice))


def files(source: Source, form: str, **wanted: object) -> dict[str, bytes]:
    make = known(form).files
    assert make is not None
    found: Iterator[File] = make(source, narrowed(source, **wanted), Choice())
    return {file.name: b"".join(file.chunks) for file in found}


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> StoreDirectory:
    """The four articles of the questions' tests, and one of markup and odd characters."""
    return fill(tmp_path_factory.mktemp("exports") / "store", (*ARTICLES, hostile()))


@pytest.fixture(scope="session")
def source(directory: StoreDirectory) -> Iterator[Source]:
    with reading(directory) as found:
        yield found


@pytest.fixture(scope="session")
def backwards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Source]:
    """The same, loaded in another order."""
    told = reversed((*ARTICLES, hostile()))
    with reading(fill(tmp_path_factory.mktemp("backwards") / "store", told)) as found:
        yield found


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Source]:
    with reading(fill(tmp_path_factory.mktemp("empty") / "store", ())) as found:
        yield found


@pytest.fixture(scope="session")
def export(source: Source) -> Exporting:
    """An export in one piece, made once."""
    made: dict[str, bytes] = {}

    def make(
        form: str, table: str | None = None, network: str | None = None, **wanted: object
    ) -> bytes:
        key = repr((form, table, network, sorted(wanted.items())))
        if key not in made:
            made[key] = chunks(source, form, Choice(table, network), **wanted)
        return made[key]

    return make


@pytest.fixture(scope="session")
def unpack(source: Source) -> Unpacking:
    """An export's files by name."""
    return lambda form, **wanted: files(source, form, **wanted)


@pytest.fixture(scope="session")
def quads(directory: StoreDirectory) -> set[ox.Quad]:
    """All that the store holds, without its bookkeeping."""
    with directory.reading() as graph:
        return {q for q in graph if "communique/internal#" not in str(q.graph_name)}
