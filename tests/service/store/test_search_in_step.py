"""The search index equals the published snapshot after whatever changed it, or says that it
doesn't; filled anew it holds the same."""

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.article import Metadata
from loaders.facts import ActorType, Anatomy, Date, Derivation, Facts
from service.articles import remove_articles, replace_articles
from service.store.archive import back_up, restore
from service.store.directory import StoreDirectory
from service.store.search.asking import Hit, Narrowing, look_up
from service.store.search.entries import Facet, Kind
from service.store.search.following import fill
from service.store.search.index import NAME, Index
from service.store.search.rebuilding import is_in_step, rebuild
from service.store.search.words import asked
from service.store.writing.work import Update
from service.store.writing.writer import Writer
from tests.service.http.story import BASE, actor, article, courier, harbor, hostile


def put(directory: StoreDirectory, *told: Facts, every: float = 0.0) -> None:
    with directory.writing(every=every) as writer:
        marks = {facts.key: "mark" for facts in told}
        writer.reached = replace_articles(writer.graph, BASE, told, marks)


def hits(directory: StoreDirectory, question: str) -> list[Hit]:
    with closing(Index(directory.path, read_only=True)) as index:
        return list(look_up(index, asked(question), Narrowing()).hits)


def is_sound(directory: StoreDirectory) -> bool:
    """Whether the index is in step and holds what one made anew would hold."""
    if not is_in_step(directory):
        return False
    with closing(Index(directory.path)) as index, directory.reading() as store:
        held = list(index.dump())
        with index.writing():
            fill(index, store)
        return held == list(index.dump())


@pytest.fixture
def directory(tmp_path: Path) -> StoreDirectory:
    made = StoreDirectory.create(tmp_path / "s")
    put(made, harbor(), courier(), hostile())
    return made


def test_an_empty_store_has_an_index_of_its_own(tmp_path: Path) -> None:
    made = StoreDirectory.create(tmp_path / "s")
    assert is_sound(made)
    assert hits(made, "anything") == []


def test_what_was_loaded_is_found(directory: StoreDirectory) -> None:
    assert is_sound(directory)
    assert Hit(f"{BASE}actor/mila-dorn", Kind.ACTOR) in hits(directory, "DORN")
    assert [hit.kind for hit in hits(directory, "close river")] == [Kind.STATEMENT, Kind.ARTICLE]


def test_loaded_again_with_other_words_the_old_ones_are_gone(directory: StoreDirectory) -> None:
    text = "Otto Raske left the harbour."
    put(directory, article("courier.txt", text, "2031-06-01", "Late News", actors=(
        actor(text, "raske", "Otto Raske", ActorType.PERSON),)))  # fmt: skip
    assert is_sound(directory)
    assert hits(directory, "Jana Pell") == []
    assert [hit.kind for hit in hits(directory, "left harbour")] == [Kind.ARTICLE]


def test_a_longer_name_reaches_the_meetings_of_its_bearer(directory: StoreDirectory) -> None:
    assert hits(directory, "Leopold port ellin") == []
    text = "Otto Leopold Raske spoke. Otto Raske left."
    raske = actor(text, "raske", "Otto Raske", ActorType.PERSON)
    both = replace(raske, aliases=("Otto Leopold Raske",))
    put(directory, article("more.txt", text, "2031-06-01", None, actors=(both,)))
    assert is_sound(directory)
    assert Kind.MEETING in {hit.kind for hit in hits(directory, "Leopold port ellin")}


def test_an_articles_new_day_and_publisher_are_those_of_what_it_tells(
    directory: StoreDirectory,
) -> None:
    metadata = Metadata(published="2031-07-01", publisher="Evening Wire")
    date = Date("2031-07-01", None, Derivation.METADATA, "")
    put(directory, replace(harbor(), metadata=metadata, anatomy=Anatomy(published=date)))
    assert is_sound(directory)
    with closing(Index(directory.path, read_only=True)) as index:
        evening = Narrowing(values=((Facet.PUBLISHER, "Evening Wire"),), since="2031-07-01")
        found = look_up(index, asked(""), evening).facets
    assert found["kind"] == [("article", 1), ("statement", 1)]


def test_what_was_removed_is_not_found(directory: StoreDirectory) -> None:
    assert remove_articles(directory, BASE, ["wire/harbor.txt"]) == []
    assert is_sound(directory)
    assert hits(directory, "Port Ellin") == []
    assert hits(directory, "Raske")


def test_what_is_not_published_yet_is_not_found_and_then_it_is(tmp_path: Path) -> None:
    made = StoreDirectory.create(tmp_path / "s")
    put(made, harbor(), every=60.0)
    assert is_sound(made)
    assert hits(made, "Dorn") == []
    put(made, courier(), every=60.0)
    made.publish_pending()
    assert is_sound(made)
    assert hits(made, "Port Ellin")
    assert hits(made, "Pell")


def test_others_writes_reach_the_index(directory: StoreDirectory) -> None:
    writer = Writer(directory, 10.0)
    name = "<http://www.w3.org/2000/01/rdf-schema#label>"
    mila = f"<{BASE}actor/mila-dorn>"
    text = f'DELETE {{ {mila} {name} ?n }} INSERT {{ {mila} {name} "Zora Vint" }}'
    writer.write(Update(f"{text} WHERE {{ {mila} {name} ?n }}", BASE))
    writer.close()
    assert is_sound(directory)
    assert hits(directory, "Zora Vint")[0] == Hit(f"{BASE}actor/mila-dorn", Kind.ACTOR)


def test_a_refused_write_leaves_the_next_changes_known(directory: StoreDirectory) -> None:
    writer = Writer(directory, 10.0)
    with pytest.raises(Exception, match="expected"):
        writer.write(Update("nonsense", BASE))
    time.sleep(0.2)  # it lets go of the lock
    writer.close()
    rows = sqlite3.connect(directory.path / "changes.sqlite").execute(
        "SELECT * FROM changes WHERE number > ?", (directory.version,)
    )
    assert rows.fetchall() == []


def test_a_restored_store_is_searched_as_it_was(directory: StoreDirectory, tmp_path: Path) -> None:
    back_up(directory, tmp_path / "b.zip")
    remove_articles(directory, BASE, ["wire/harbor.txt"])
    restore(directory, tmp_path / "b.zip")
    assert is_sound(directory)
    assert hits(directory, "Port Ellin")


@pytest.mark.parametrize("damage", ["missing", "damaged", "of another format"])
def test_an_index_that_is_no_good_is_made_anew(directory: StoreDirectory, damage: str) -> None:
    for left in directory.path.glob(f"{NAME}-*"):
        left.unlink()
    path = directory.path / NAME
    if damage == "missing":
        path.unlink()
    elif damage == "damaged":
        path.write_bytes(b"no database" * 1000)
    else:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA user_version = 99")
            connection.commit()
    assert damage == "of another format" or not is_in_step(directory)
    rebuild(directory)
    assert is_sound(directory)


@pytest.mark.parametrize("moment", ["store.flush()", "store.backup", '_write(path / "current"'])
def test_killed_at_any_moment_the_next_writer_brings_it_in_step(
    directory: StoreDirectory, moment: str
) -> None:
    """The process ends itself where the moment's line begins."""
    code = (
        "import inspect, os, signal, sys, pathlib\n"
        "from service.store import directory as module\n"
        "source = inspect.getsource(module._publish)\n"
        "moment = sys.argv[2]; assert moment in source\n"
        "source = source.replace(moment, 'os.kill(os.getpid(), 9); ' + moment)\n"
        "exec(source, module.__dict__)\n"
        "from tests.service.store.test_search_in_step import put, article\n"
        "made = module.StoreDirectory(pathlib.Path(sys.argv[1]))\n"
        "put(made, article('killed.txt', 'Words of the killed.', '2031-06-01', None))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(directory.path), moment], check=False)
    assert done.returncode == -signal.SIGKILL
    assert hits(directory, "killed") == [] or not is_in_step(directory)
    put(directory, article("next.txt", "Words of the next.", "2031-06-02", None))
    assert is_sound(directory)
    assert len(hits(directory, "killed")) == 1
    assert len(hits(directory, "next")) == 1


def test_killed_before_the_change_was_written_down_everything_is_looked_at(
    directory: StoreDirectory,
) -> None:
    code = (
        "import os, sys, pathlib\n"
        "from service.store import directory as module\n"
        "module.ended = lambda *_: os.kill(os.getpid(), 9)\n"
        "from tests.service.store.test_search_in_step import put, article\n"
        "made = module.StoreDirectory(pathlib.Path(sys.argv[1]))\n"
        "put(made, article('killed.txt', 'Words of the killed.', '2031-06-01', None))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(directory.path)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert is_sound(directory)
    directory.publish_pending()
    put(directory, article("next.txt", "Words of the next.", "2031-06-02", None))
    assert is_sound(directory)
    assert len(hits(directory, "killed")) == 1


def test_while_another_process_makes_the_index_a_writer_goes_on_and_the_index_follows(
    directory: StoreDirectory,
) -> None:
    with closing(Index(directory.path)) as busy:
        busy.connection.execute("BEGIN IMMEDIATE")
        put(directory, article("next.txt", "Words of the next.", "2031-06-02", None))
        assert not is_in_step(directory)
        busy.connection.execute("ROLLBACK")
    assert directory.follow()
    assert is_sound(directory)
    assert len(hits(directory, "next")) == 1
