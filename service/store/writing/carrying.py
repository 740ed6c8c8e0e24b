"""Carries out one piece of work on a store, each in one transaction of pyoxigraph."""

from collections.abc import Iterator

import pyoxigraph as ox

from service.store.writing.work import (
    Add,
    AddDataset,
    Answer,
    Document,
    Done,
    Drop,
    Put,
    Refused,
    Update,
    Work,
)

Graph = ox.NamedNode | ox.DefaultGraph


def carry_out(store: ox.Store, work: Work) -> Answer:
    """Do it at once or not at all; killed at any moment, the store holds the old or the new."""
    try:
        return Done(_do(store, work))
    except (SyntaxError, ValueError) as error:
        return Refused(str(error))
    except RuntimeError as error:  # an operation that the data forbids: a graph that exists
        return Refused(str(error), malformed=False)


def _do(store: ox.Store, work: Work) -> bool:
    match work:
        case Update():
            store.update(work.text, base_iri=work.base, prefixes=dict(work.prefixes))
            return True
        case AddDataset():
            store.extend(list(_quads(work.documents)))
            return True
        case Put():
            return _put(store, work)
        case Add():
            return _add(store, work)
        case Drop():
            return _drop(store, work)


def _put(store: ox.Store, work: Put) -> bool:
    existed = _exists(store, work.graph)
    triples = ox.serialize(_triples(work.documents), format=ox.RdfFormat.N_TRIPLES) or b""
    data = triples.decode()
    if work.graph is None:
        store.update(f"CLEAR DEFAULT; INSERT DATA {{ {data} }}")
    else:
        name = ox.NamedNode(work.graph)
        store.update(
            f"CLEAR SILENT GRAPH {name}; CREATE SILENT GRAPH {name}; "
            f"INSERT DATA {{ GRAPH {name} {{ {data} }} }}"
        )
    return existed


def _add(store: ox.Store, work: Add) -> bool:
    existed = _exists(store, work.graph)
    graph = ox.DefaultGraph() if work.graph is None else ox.NamedNode(work.graph)
    quads = [ox.Quad(t.subject, t.predicate, t.object, graph) for t in _triples(work.documents)]
    if not quads and isinstance(graph, ox.NamedNode):
        store.add_graph(graph)
    store.extend(quads)
    return existed


def _drop(store: ox.Store, work: Drop) -> bool:
    if not _exists(store, work.graph):
        return False
    store.update("CLEAR DEFAULT" if work.graph is None else f"DROP GRAPH <{work.graph}>")
    return True


def _exists(store: ox.Store, graph: str | None) -> bool:
    """Whether the graph is there; the default graph always is."""
    return graph is None or store.contains_named_graph(ox.NamedNode(graph))


def _triples(documents: tuple[Document, ...]) -> Iterator[ox.Triple]:
    for quad in _parsed(documents, one_graph=True):
        yield quad.triple


def _quads(documents: tuple[Document, ...]) -> Iterator[ox.Quad]:
    yield from _parsed(documents, one_graph=False)


def _parsed(documents: tuple[Document, ...], *, one_graph: bool) -> Iterator[ox.Quad]:
    """Blank nodes get names of their own, so that no two documents share one."""
    for document in documents:
        form = ox.RdfFormat.from_media_type(document.media)
        yield from ox.parse(
            document.data,
            format=form,
            base_iri=document.base,
            without_named_graphs=one_graph,
            rename_blank_nodes=True,
        )
