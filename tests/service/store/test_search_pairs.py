"""Who met whom as the index adds it up, after loads, loads again, removals and other writes."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.facts import Facts, Meeting, Participation, Status
from service.articles import remove_articles
from service.store.directory import StoreDirectory
from service.store.replacement import Change
from service.store.search import met
from service.store.search.index import Index
from service.store.search.meeting_pairs import PARTICIPATION, SEATED
from service.store.search.reach import reach
from service.store.terms import DEFAULT
from service.store.writing.work import Update
from service.store.writing.writer import Writer
from tests.service.http.story import BASE, COURIER, by, courier, day, harbor, meet
from tests.service.store.test_search_in_step import is_sound, put

DORN, PELL, RASKE = (f"{BASE}actor/{name}" for name in ("mila-dorn", "jana-pell", "otto-raske"))
SEATS = {"dorn": 0, "raske": 1, "pell": 1}


def three(sides: dict[str, int | None], status: Status = Status.HELD) -> Meeting:
    """A meeting of all three, on these sides."""
    when = day(COURIER, "2031-05-01", "on 1 May")
    made = meet(COURIER, status, "met", date=when)
    parts = tuple(Participation(who, side=side) for who, side in sides.items())
    return replace(made, participations=parts, evidence=by(COURIER, "met"))


def told(sides: dict[str, int | None], status: Status = Status.HELD) -> Facts:
    return replace(courier(), meetings=(three(sides, status),))


def strongest(directory: StoreDirectory, most: int = 10) -> list[met.Counted]:
    with closing(Index(directory.path, read_only=True)) as index:
        return met.strongest(index.connection, most)


@pytest.fixture
def directory(tmp_path: Path) -> StoreDirectory:
    made = StoreDirectory.create(tmp_path / "s")
    put(made, harbor(), told(dict.fromkeys(SEATS)))
    return made


def test_without_sides_all_who_were_there_met(directory: StoreDirectory) -> None:
    assert is_sound(directory)
    assert strongest(directory) == [
        (DORN, RASKE, 2, 1),
        (PELL, DORN, 1, 0),
        (PELL, RASKE, 1, 0),
    ]
    assert strongest(directory, 1) == [(DORN, RASKE, 2, 1)]


def test_loaded_again_with_sides_those_of_one_did_not_meet(directory: StoreDirectory) -> None:
    put(directory, told(dict(SEATS)))
    assert is_sound(directory)
    assert strongest(directory) == [(DORN, RASKE, 2, 2), (PELL, DORN, 1, 1)]


def test_what_is_only_planned_was_no_meeting(directory: StoreDirectory) -> None:
    put(directory, told(dict(SEATS), Status.PLANNED))
    assert is_sound(directory)
    assert strongest(directory) == [(DORN, RASKE, 1, 1)]


def test_a_removed_article_takes_its_meetings_along(directory: StoreDirectory) -> None:
    assert remove_articles(directory, BASE, ["wire/harbor.txt"]) == []
    assert is_sound(directory)
    assert [row[2:] for row in strongest(directory)] == [(1, 0)] * 3
    assert remove_articles(directory, BASE, ["courier.txt"]) == []
    assert is_sound(directory)
    assert strongest(directory) == []


def test_whom_one_met_comes_with_the_one_first(directory: StoreDirectory) -> None:
    with closing(Index(directory.path, read_only=True)) as index:
        assert met.of(index.connection, DORN, 9) == [(DORN, RASKE, 2, 1), (DORN, PELL, 1, 0)]
        assert met.of(index.connection, DORN, 1) == [(DORN, RASKE, 2, 1)]
        assert met.of(index.connection, f"{BASE}actor/nobody", 9) == []


def test_the_pairs_within_a_few(directory: StoreDirectory) -> None:
    with closing(Index(directory.path, read_only=True)) as index:
        both = met.among(index.connection, [PELL, RASKE], 9)
        assert both == [(PELL, RASKE, 1, 0)]
        assert len(met.among(index.connection, [DORN, PELL, RASKE], 2)) == 2
        assert met.among(index.connection, [], 9) == []


def test_a_side_that_somebody_writes_is_counted(directory: StoreDirectory) -> None:
    put(directory, told(dict(SEATS)))
    writer = Writer(directory, 10.0)
    side = "<https://w3id.org/communique/ns#side>"
    writer.write(Update(f"DELETE WHERE {{ ?part {side} ?any }}", BASE))
    writer.close()
    assert is_sound(directory)
    assert [row[2:] for row in strongest(directory)] == [(2, 0), (1, 0), (1, 0)]


def test_a_side_reaches_the_meeting_of_its_part(directory: StoreDirectory) -> None:
    put(directory, told(dict(SEATS)))
    with directory.reading() as store:
        seated = [q for p in SEATED for q in store.quads_for_pattern(None, p, None, DEFAULT)]
        parts = {quad.subject for quad in seated}
        whole = {q.subject for q in store.quads_for_pattern(None, PARTICIPATION, None, DEFAULT)}
        assert len(parts) == 5
        reached = reach(store, Change(removed=set(seated)))
        assert reached == {meeting.value for meeting in whole}
        assert reach(store, Change(added=set(seated))) == set()
