"""What the index lists, after loads, loads again, removals and other writes."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.article import Metadata
from loaders.facts import Anatomy, Date, Derivation
from service.articles import remove_articles
from service.store.directory import StoreDirectory
from service.store.search import lists
from service.store.search.index import Index
from service.store.writing.work import Update
from service.store.writing.writer import Writer
from tests.service.http.story import BASE, courier, harbor
from tests.service.store.test_search_in_step import is_sound, put

SPEAKER = "Statement.speaker"
DORN = f"{BASE}actor/mila-dorn"
STATEMENTS = ("type", "Statement")
PEOPLE = ("type", "Person")


@pytest.fixture
def directory(tmp_path: Path) -> StoreDirectory:
    made = StoreDirectory.create(tmp_path / "s")
    put(made, harbor(), courier())
    return made


def write(directory: StoreDirectory, update: str) -> None:
    writer = Writer(directory, 10.0)
    writer.write(Update(f"PREFIX cmq: <https://w3id.org/communique/ns#> {update}", BASE))
    writer.close()


def test_what_was_loaded_is_listed(directory: StoreDirectory) -> None:
    assert is_sound(directory)
    with closing(Index(directory.path, read_only=True)) as index:
        told = index.connection
        assert lists.count(told, PEOPLE) == 3
        names = [iri.rpartition("/")[2] for iri in lists.first(told, PEOPLE, 2, 1)]
        assert names == ["mila-dorn", "otto-raske"]
        assert lists.leading(told, SPEAKER, 5) == [(DORN, 1)]
        assert lists.days(told, [[STATEMENTS]]) == [("2031-05-02", "", 1)]
        assert lists.days(told, [[(SPEAKER, DORN)], [("type", "Meeting")]]) == []
        assert [date for _, date in lists.things(told, [[STATEMENTS]], ["2031-05-02"])] == [
            "2031-05-02"
        ]


def test_a_date_that_is_less_exact_is_that_of_the_statements(directory: StoreDirectory) -> None:
    date = Date("2031-05-02~", None, Derivation.METADATA, "")
    unsure = replace(harbor(), metadata=Metadata(), anatomy=Anatomy(published=date))
    put(directory, unsure)
    assert is_sound(directory)
    with closing(Index(directory.path, read_only=True)) as index:
        assert lists.days(index.connection, [[STATEMENTS]]) == [("2031-05-02~", "", 1)]


def test_what_was_removed_is_not_listed(directory: StoreDirectory) -> None:
    assert remove_articles(directory, BASE, ["wire/harbor.txt"]) == []
    assert is_sound(directory)
    with closing(Index(directory.path, read_only=True)) as index:
        assert lists.count(index.connection, STATEMENTS) == 0
        assert lists.leading(index.connection, SPEAKER, 5) == []
        assert lists.count(index.connection, PEOPLE) == 3


def test_another_sort_of_actor_is_listed_as_that(directory: StoreDirectory) -> None:
    write(directory, f"DELETE DATA {{ <{DORN}> a cmq:Person }}")
    write(directory, f"INSERT DATA {{ <{DORN}> a cmq:Organization }}")
    assert is_sound(directory)
    with closing(Index(directory.path, read_only=True)) as index:
        assert lists.count(index.connection, PEOPLE) == 2
        assert DORN in lists.first(index.connection, ("type", "Organization"), 9, 0)


def test_another_speaker_is_counted(directory: StoreDirectory) -> None:
    write(directory, "DELETE WHERE { ?statement cmq:speaker ?who }")
    assert is_sound(directory)
    with closing(Index(directory.path, read_only=True)) as index:
        assert lists.leading(index.connection, SPEAKER, 5) == []
