"""Who met whom out of the index is who met whom out of the graph."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import product

import pyoxigraph as ox
import pytest
from flask import Flask

from loaders.facts import Facts, Participation, Status
from service.app import create_app
from service.articles import replace_articles
from service.http.pages import pairs
from service.http.pages.pairs import Met
from service.http.search.index_in_step import index_at_hand
from service.settings import Settings
from service.store.directory import StoreDirectory
from tests.service.http.story import BASE, COURIER, courier, day, meet

WHO = [ox.NamedNode(f"{BASE}actor/{name}") for name in ("jana-pell", "mila-dorn", "otto-raske")]


def told(number: int, sides: tuple[int | None, ...]) -> Facts:
    """An article of its own with a meeting of three on a day of its own."""
    date = replace(day(COURIER, "2031-05-01", "on 1 May"), edtf=f"2031-05-{number + 1:02}")
    parts = zip(("dorn", "raske", "pell"), sides, strict=True)
    seated = tuple(Participation(who, side=side) for who, side in parts)
    met = replace(meet(COURIER, Status.HELD, "met", date=date), participations=seated)
    return replace(courier(), key=f"{number}.txt", name=f"{number}.txt", meetings=(met,))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """Every way in which three may sit on two sides, or on sides that aren't told."""
    path = tmp_path_factory.mktemp("pairs") / "store"
    articles = [told(n, sides) for n, sides in enumerate(product((None, 0, 1), repeat=3))]
    with StoreDirectory.create(path).writing() as writer:
        replace_articles(writer.graph, BASE, articles, {one.key: "mark" for one in articles})
    return create_app(Settings(store=str(path), base=BASE))


def both(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """All answers, once with the index and once without."""

    @contextmanager
    def nothing() -> Iterator[None]:
        yield None

    for opened in (index_at_hand, nothing):
        monkeypatch.setattr(pairs, "index_at_hand", opened)
        with app.test_request_context("/"):
            yield [
                *(pairs.strongest(most) for most in (1, 2, 3, 9)),
                *(pairs.of(one, most) for one in WHO for most in (1, 2, 3)),
                *(pairs.among(some, most) for some in (WHO, WHO[1:], []) for most in (2, 9)),
            ]


def test_index_and_graph_answer_alike(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    by_index, by_graph = both(app, monkeypatch)
    assert by_index == by_graph
    assert len(by_index[2][0]) == 3  # type: ignore[index]


def test_the_index_is_at_hand_and_counts_each_meeting(app: Flask) -> None:
    with app.test_request_context("/"):
        with index_at_hand() as index:
            assert index is not None
        found, more = pairs.strongest(1)
        # Of 27: 8 where the two sit opposite, and the one where nobody's side is told.
        expected = sum(
            {one, other} == {0, 1} or {one, other, third} == {None}
            for one, other, third in product((None, 0, 1), repeat=3)
        )
        assert found == [Met(WHO[0], WHO[1], expected, sides=True)]
        assert more
