"""Lists, counts and charts out of the index are those out of the graph."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import unescape

import pytest
from flask import Flask

from loaders.article import Metadata
from loaders.facts import Anatomy, Date, Derivation, Facts, Stated
from service.app import create_app
from service.articles import replace_articles
from service.http.pages import actors, chronicle, lists, overview, positions
from service.http.search.index_in_step import index_at_hand
from service.settings import Settings
from service.store.directory import StoreDirectory
from tests.service.http.story import BASE, HARBOR, by, courier, harbor, hostile

PUBLISHED = ("2031-05-02", "2031-05", "2031", "2031-05-01/2031-05-09", "")
ACTORS = ("mila-dorn", "otto-raske", "jana-pell")


TOPICS = ("dialogue", "the old river", "sanctions")


def told(number: int) -> Facts:
    """An article again, published at another time, or at none; what is said is on two topics."""
    made = courier() if number % 4 == 1 else harbor()
    key = f"{number:02}.txt"
    edtf = PUBLISHED[number % len(PUBLISHED)]
    date = Date(edtf, None, Derivation.METADATA, "") if edtf else None
    metadata = Metadata(published=edtf or None, publisher="Evening Wire")
    on = tuple(Stated(TOPICS[(number + n) % 3], by(HARBOR, "river")) for n in (0, number % 2))
    said = tuple(replace(one, topics=on) for one in made.statements)
    return replace(
        made,
        key=key,
        name=key,
        metadata=metadata,
        anatomy=Anatomy(published=date),
        statements=said,
    )


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    path = tmp_path_factory.mktemp("lists") / "store"
    articles = [hostile(), *map(told, range(80))]
    with StoreDirectory.create(path).writing() as writer:
        replace_articles(writer.graph, BASE, articles, {one.key: "mark" for one in articles})
    return create_app(Settings(store=str(path), base=BASE))


@contextmanager
def nothing() -> Iterator[None]:
    yield None


def opened(app: Flask, address: str) -> str:
    found = app.test_client().get(address, headers={"Accept": "text/html"})
    assert found.status_code == 200, address
    return found.text


ADDRESSES = [
    "/",
    "/articles",
    "/actors",
    "/actors?type=Person",
    "/actors?type=Polity",
    "/missions",
    "/meetings",
    "/meetings?undated=1",
    "/meetings?since=2031-05&until=2031-05",
    "/meetings?status=held",
    "/meetings?actor=Mila+Dorn",
    "/meetings?actor=Mila+Dorn&with=Otto+Raske&status=held",
    "/meetings?actor=Nobody",
    "/meetings?place=Port+Ellin",
    "/statements",
    "/statements?since=2031-05-03",
    "/statements?form=direct",
    "/statements?speaker=Mila+Dorn",
    "/statements?speaker=Nobody",
    "/statements?speaker=Mila+Dorn&form=direct",
    "/statements?to=Otto+Raske",
    "/statements?about=Veldania",
    "/statements?topic=dialogue",
    "/statements?topic=the+old+river&speaker=Mila+Dorn",
    "/statements?act=warn",
    "/positions",
    "/network?since=2031-05&until=2031-05",
    *(f"/page/actor/{who}" for who in ACTORS),
]


def every_page(app: Flask, address: str) -> Iterator[str]:
    """All pages of a list, as far as they tell of a next one."""
    number = 1
    while True:
        page = opened(app, f"{address}{'&' if '?' in address else '?'}page={number}")
        yield page
        number += 1
        if f"page={number}" not in unescape(page):
            return


@pytest.mark.parametrize("address", ADDRESSES)
def test_index_and_graph_list_alike(
    app: Flask, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    by_index = list(every_page(app, address))
    for module in (actors, chronicle, lists, overview, positions):
        monkeypatch.setattr(module, "index_at_hand", nothing)
    assert by_index == list(every_page(app, address))


def test_the_index_is_at_hand_and_a_list_has_several_pages(app: Flask) -> None:
    with app.test_request_context("/"), index_at_hand() as index:
        assert index is not None
    assert len(list(every_page(app, "/articles"))) == 2
    assert len(list(every_page(app, "/statements"))) > 1


def test_positions_are_alike_for_each_topic(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    topics = sorted(set(re.findall(r'href="(/positions\?topic=[^"]+)"', opened(app, "/positions"))))
    assert topics
    asked = list(map(unescape, topics))
    by_index = [opened(app, one) for one in asked]
    for module in (chronicle, positions):
        monkeypatch.setattr(module, "index_at_hand", nothing)
    assert by_index == [opened(app, one) for one in asked]
