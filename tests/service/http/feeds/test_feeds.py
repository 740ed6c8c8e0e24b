"""Feeds as feedparser reads them, over two invented articles that were loaded at known times."""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest
from flask.testing import FlaskClient

from queries.catalogue import catalogue
from service.app import create_app
from service.articles import replace_articles
from service.http.feeds.atom import Entry, Feed, written
from service.http.feeds.questions import has_feed
from service.journal import Journal, loaded
from service.settings import Settings
from service.store.directory import StoreDirectory
from tests.service.http.conftest import HTML
from tests.service.http.story import BASE, courier, harbor, hostile

FIRST, THEN = "2031-05-02T10:00:00+00:00", "2031-05-03T08:30:00+00:00"
TIMES = {"wire/harbor.txt": FIRST, "courier.txt": THEN}  # hostile.txt was never loaded
MILA = "/feed/actor/mila-dorn"
Reading = Callable[[str], Any]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("feeds") / "store"
    told = (harbor(), courier(), hostile())
    with StoreDirectory.create(path).writing() as writer:
        replace_articles(writer.graph, BASE, told, {facts.key: "mark" for facts in told})
    with Journal(path):
        pass
    with sqlite3.connect(path / "journal.sqlite") as log:
        rows = [(key, "/somewhere", at) for key, at in TIMES.items()]
        log.executemany("INSERT INTO loads VALUES (?, ?, ?)", rows)
    log.close()
    return path


@pytest.fixture(scope="module")
def readers(store: Path) -> FlaskClient:
    app = create_app(Settings(store=str(store), base=BASE))
    app.testing = True
    return app.test_client()


@pytest.fixture(scope="module")
def read(readers: FlaskClient) -> Reading:
    """A feed without anything that feedparser finds wrong."""

    def got(address: str) -> Any:  # noqa: ANN401 feedparser ships no types
        answered = readers.get(address)
        assert answered.status_code == 200, answered.text
        assert answered.mimetype == "application/atom+xml"
        found = feedparser.parse(answered.data)
        assert not found.bozo, found.bozo_exception
        assert found.version == "atom10"
        for one in (found.feed, *found.entries):
            assert one.id
            assert one.title
            assert one.updated_parsed
        return found

    return got


def test_an_actors_new_facts(read: Reading) -> None:
    found = read(MILA)
    assert found.feed.title == "Mila Dorn: new facts"
    assert found.feed.id == f"{BASE}actor/mila-dorn#feed"
    assert found.feed.updated == THEN
    updated = [entry.updated for entry in found.entries]
    assert updated == sorted(updated, reverse=True)
    assert set(updated) == {FIRST, THEN}
    titles = " ".join(entry.title for entry in found.entries)
    for words in ("participant Otto Raske", "President of Veldania", "speaker Mila Dorn"):
        assert words in titles


def test_an_entry_shows_its_words_and_leads_to_them(read: Reading, readers: FlaskClient) -> None:
    [said] = [e for e in read(MILA).entries if "statement" in e.id]
    assert said.id.startswith(f"{BASE}claim/")
    shown = said.content[0]
    assert shown.type == "text/html"
    assert "<strong>" in shown.value
    assert "Harbor Wire" in shown.value
    assert said.tags[0].term == "asserted"
    for address in (said.link, *re.findall(r'href="([^"]+)"', shown.value)):
        assert readers.get(address, headers=HTML).status_code == 200


def test_what_was_denied_says_so(read: Reading) -> None:
    denied = [e for e in read(MILA).entries if e.tags[0].term == "denied"]
    assert denied
    assert any("Jana Pell" in entry.title for entry in denied)


def test_a_missions_new_facts(read: Reading) -> None:
    found = read("/feed/mission/sentinel")
    assert {entry.updated for entry in found.entries} == {FIRST, THEN}
    assert any("1500" in entry.title for entry in found.entries)


def test_what_has_no_time_is_left_out_and_the_feed_is_not_to_be_kept(
    read: Reading, readers: FlaskClient
) -> None:
    everything = "".join(entry.id for entry in read(MILA).entries)
    assert "hostile" not in everything
    assert "ETag" not in readers.get(MILA).headers  # hostile.txt may yet get its time
    whole = readers.get("/feed/actor/jana-pell")
    assert readers.get("/feed/actor/jana-pell", headers={"If-None-Match": whole.headers["ETag"]})
    again = readers.get("/feed/actor/jana-pell", headers={"If-None-Match": whole.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_ids_and_bytes_stay(readers: FlaskClient, store: Path) -> None:
    other = create_app(Settings(store=str(store), base=BASE)).test_client()
    for address in (MILA, "/feed/queries/meetings"):
        assert readers.get(address).data == other.get(address).data


def test_new_rows_of_a_question(read: Reading) -> None:
    found = read("/feed/queries/meetings?actor=Mila+Dorn&status=held")
    assert found.feed.id == "http://example.org/queries/meetings?actor=Mila+Dorn&status=held#feed"
    [met] = found.entries
    assert met.updated == THEN  # the last of the two articles that tell of it
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", met.id)
    assert "Mila Dorn; Otto Raske" in met.title
    assert "<dd>2031-05-01</dd>" in met.content[0].value
    assert read("/feed/queries/meetings?actor=nobody").entries == []


def test_only_rows_that_name_articles_have_a_feed(readers: FlaskClient, read: Reading) -> None:
    for name, query in catalogue().items():
        address = f"/feed/queries/{name}"
        needed = "&".join(f"{p.name}={p.example}" for p in query.params if p.required)
        if has_feed(query):
            read(f"{address}?{needed}")
        else:
            assert readers.get(address).status_code == 404
    assert not has_feed(catalogue()["who-met-whom"])


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/feed/actor/nobody", 404),
        ("/feed/article/courier.txt", 404),
        ("/feed/queries/nothing", 404),
        ("/feed/queries/meetings?colour=red", 400),
        ("/feed/queries/meetings?actor=a&actor=b", 400),
    ],
)
def test_what_has_no_feed(readers: FlaskClient, address: str, status: int) -> None:
    answered = readers.get(address)
    assert answered.status_code == status
    assert answered.content_type == "application/problem+json"


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("/page/actor/mila-dorn", MILA),
        ("/page/mission/sentinel", "/feed/mission/sentinel"),
        ("/queries/meetings?actor=Mila+Dorn&sort=date", "/feed/queries/meetings?actor=Mila+Dorn"),
        ("/queries/who-met-whom", None),
        ("/queries/positions", None),  # it needs a topic
        ("/queries/positions?topic=trade", "/feed/queries/positions?topic=trade"),
        ("/queries/nothing?x=1", None),
        ("/page/article/courier.txt", None),
        ("/actors", None),
    ],
)
def test_pages_tell_of_their_feed(readers: FlaskClient, page: str, feed: str | None) -> None:
    html = readers.get(page, headers=HTML).text
    link = re.search(r'<link rel="alternate" type="application/atom\+xml"[^>]*href="([^"]+)"', html)
    assert (link[1] if link else None) == feed
    if feed:
        assert readers.get(feed).status_code == 200


def test_odd_characters_are_still_xml() -> None:
    odd = "a\x00b & <c> \u202e\ud800 \ufffe 😀 " + "long " * 50
    entry = Entry("urn:x", odd, THEN, "http://example.org/?a=1&b=2", f"<p>{odd}</p>", odd)
    feed = Feed("urn:f", odd, "http://example.org/f", "http://example.org/", FIRST, (entry,))
    found = feedparser.parse(written(feed))
    assert not found.bozo
    assert found.entries[0].link == "http://example.org/?a=1&b=2"
    assert found.entries[0].title.startswith("a\ufffdb")
    assert found.entries[0].title.endswith("…")
    empty = Feed("urn:f", "none", "http://example.org/f", "http://example.org/", FIRST, ())
    assert feedparser.parse(written(empty)).feed.updated == FIRST


def test_times_come_from_the_log(store: Path, tmp_path: Path) -> None:
    assert loaded(store, ["courier.txt", "hostile.txt"]) == {"courier.txt": THEN}
    assert loaded(tmp_path, ["courier.txt"]) == {}
