"""Lists in pages: every thing once, in order."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib.namespace import RDF, RDFS

from ontology.terms import CMQ
from service.app import create_app
from service.http.pages.paging import SIZE, Paging
from service.http.pages.selecting import count
from service.http.state import snapshot
from service.settings import Settings
from service.store.directory import StoreDirectory

MANY = 2 * SIZE + 7


def test_a_long_list_goes_on_over_pages(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    settings = Settings(store=str(tmp_path / "s"))
    with directory.writing() as writer:
        for number in range(MANY):
            iri = ox.NamedNode(f"{settings.base}actor/a{number:03d}")
            writer.graph.add(
                ox.Quad(iri, ox.NamedNode(str(RDF.type)), ox.NamedNode(str(CMQ.Actor)))
            )
            label = ox.Literal(f"Actor {number:03d}")
            writer.graph.add(ox.Quad(iri, ox.NamedNode(str(RDFS.label)), label))
    client = create_app(settings).test_client()
    pages = [
        client.get(f"/actors?page={n}", headers={"Accept": "text/html"}).text for n in (1, 2, 3)
    ]
    for number in range(MANY):
        shown = [f">Actor {number:03d}<" in page for page in pages]
        assert shown == [n == number // SIZE for n in range(3)]
    assert 'rel="next" href="/actors?page=2"' in pages[0]
    assert 'rel="prev" href="/actors?page=2"' in pages[2]
    assert 'rel="next"' not in pages[2]


@pytest.mark.parametrize(("total", "pages"), [(0, 1), (1, 1), (SIZE, 1), (SIZE + 1, 2)])
def test_how_many_pages(total: int, pages: int) -> None:
    assert Paging(1, total).pages == pages


def test_what_a_page_counts_is_asked_once_a_snapshot(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    app = create_app(Settings(store=str(tmp_path / "s")))
    pattern = "?thing a cmq:Actor"

    def counted() -> tuple[int, int]:
        with app.test_request_context("/"):
            found = count(pattern)
            kept = len(snapshot().kept)
            app.do_teardown_request()
            return found, kept

    assert [counted(), counted()] == [(0, 1), (0, 1)]
    with directory.writing() as writer:
        iri, kind = ox.NamedNode("http://e.org/a"), ox.NamedNode(str(CMQ.Actor))
        writer.graph.add(ox.Quad(iri, ox.NamedNode(str(RDF.type)), kind))
    assert counted() == (1, 1)
