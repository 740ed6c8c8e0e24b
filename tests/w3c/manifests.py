"""Reads the W3C's manifests: each test with what it needs."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, Namespace
from rdflib.term import Node

SUITES = Path(os.environ.get("COMMUNIQUE_SHARED") or "nowhere") / "w3c" / "sparql" / "sparql11"
BASE = "https://w3c.example/sparql11/"  # stands for SUITES in IRIs
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
DATA = (QT.data, UT.data)
GRAPH_DATA = (QT.graphData, UT.graphData)


@dataclass(frozen=True)
class Test:
    """A test of a manifest; `name` is its folder and its own name."""

    __test__ = False
    name: str
    kind: str
    node: Node
    graph: Graph


def entries(*folders: str, manifest: str = "manifest.ttl") -> Iterator[Test]:
    """The tests of these folders, in order; none where the suites aren't there."""
    for folder in folders:
        path = SUITES / folder / manifest
        if path.is_file():
            graph = _read(path)
            for listed in graph.objects(URIRef(iri_of(path)), MF.entries):
                for node in Collection(graph, listed):
                    kind = str(graph.value(node, RDF.type)).rpartition("#")[2]
                    name = f"{folder}/{str(node).rpartition('#')[2]}"
                    yield Test(name, kind, node, graph)


def suite(name: str) -> list[str]:
    """The folders that a manifest includes."""
    path = SUITES / f"manifest-sparql11-{name}.ttl"
    if not path.is_file():
        return []
    graph = _read(path)
    included = graph.value(URIRef(iri_of(path)), MF.include)
    return [str(iri).removeprefix(BASE).partition("/")[0] for iri in Collection(graph, included)]


def iri_of(path: Path) -> str:
    return BASE + path.relative_to(SUITES).as_posix()


def path_of(iri: Node) -> Path:
    return SUITES / str(iri).removeprefix(BASE)


@cache
def _read(path: Path) -> Graph:
    return Graph().parse(path, format="turtle", publicID=iri_of(path))


def dataset(test: Test, described: Node | None) -> frozenset[ox.Quad]:
    """The data that an action or a result names."""
    quads: set[ox.Quad] = set()
    for predicate in DATA:
        for iri in test.graph.objects(described, predicate):
            quads |= _quads(iri, ox.DefaultGraph())
    for predicate in GRAPH_DATA:
        for given in test.graph.objects(described, predicate):
            file = test.graph.value(given, UT.graph) or given
            label = test.graph.value(given, RDFS.label)
            name = str(label) if isinstance(label, Literal) else str(file)
            quads |= _quads(file, ox.NamedNode(name))
    return frozenset(quads)


def _quads(iri: Node, graph: ox.NamedNode | ox.DefaultGraph) -> set[ox.Quad]:
    path = path_of(iri)
    form = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    parsed = ox.parse(path=path, format=form, base_iri=str(iri), rename_blank_nodes=True)
    return {ox.Quad(q.subject, q.predicate, q.object, graph) for q in parsed}


def text(iri: Node | None) -> str:
    """A query or an update, with its own address as base."""
    assert iri is not None
    return f"BASE <{iri}>\n{path_of(iri).read_text(encoding='utf-8')}"
