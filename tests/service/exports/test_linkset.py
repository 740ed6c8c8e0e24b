"""The linkset: every link to an identifier elsewhere, as RFC 9264 wants it, and nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib.namespace import OWL, SKOS

from service.exports.source import Source
from tests.queries.invented import ARTICLES
from tests.service.exports.conftest import BASE, chunks, fill, reading

MILA, OTTO = f"{BASE}actor/mila-dorn", f"{BASE}actor/otto-raske"
VIAF = "https://viaf.org/viaf/"


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Source]:
    directory = fill(tmp_path_factory.mktemp("linkset") / "store", ARTICLES)
    with directory.writing() as writer:
        writer.graph.extend(
            ox.Quad(ox.NamedNode(thing), ox.NamedNode(relation), other)
            for thing, relation, other in (
                (OTTO, SKOS.closeMatch, ox.NamedNode(f"{VIAF}3")),
                (MILA, SKOS.exactMatch, ox.NamedNode(f"{VIAF}2")),
                (MILA, SKOS.exactMatch, ox.NamedNode(f"{VIAF}1")),
                (MILA, OWL.sameAs, ox.NamedNode("https://e.org/ö")),
                (MILA, SKOS.exactMatch, ox.Literal("no IRI")),
                (MILA, SKOS.related, ox.NamedNode("https://e.org/no-link")),
            )
        )
    with reading(directory) as found:
        yield found


def contexts(source: Source, **wanted: object) -> list[dict[str, object]]:
    document = json.loads(chunks(source, "linkset", **wanted))
    assert list(document) == ["linkset"]
    return [one for one in document["linkset"] if one["anchor"].startswith(f"{BASE}actor/")]


def test_things_links_are_sorted_and_named_by_relation(linked: Source) -> None:
    ours = [one for one in contexts(linked) if one["anchor"] in {MILA, OTTO}]
    assert ours == [
        {
            "anchor": MILA,
            str(OWL.sameAs): [{"href": "https://e.org/ö"}],
            str(SKOS.exactMatch): [{"href": f"{VIAF}1"}, {"href": f"{VIAF}2"}],
        },
        {"anchor": OTTO, str(SKOS.closeMatch): [{"href": f"{VIAF}3"}]},
    ]


def test_a_filter_leaves_its_things_links(linked: Source) -> None:
    assert [one["anchor"] for one in contexts(linked, actors=["Otto Raske"])] == [MILA, OTTO]
    assert contexts(linked, actors=["Nobody"]) == []
    assert contexts(linked, kinds=["missions"]) == []


def test_of_nothing_an_empty_linkset_remains(empty: Source, tmp_path: Path) -> None:
    assert json.loads(chunks(empty, "linkset", kinds=["actors"])) == {"linkset": []}
    assert contexts(empty) == []
