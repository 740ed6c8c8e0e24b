"""Runs a piece of work on a store and serializes the answer, in the worker."""

from collections.abc import Mapping
from typing import IO, Protocol, cast

import pyoxigraph as ox

from service.store.workers.work import Dump, Fault, Kind, Query, Whole, Work

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Refusal(Exception):
    """There is no answer, or no more of it."""

    def __init__(self, fault: Fault, detail: str = "") -> None:
        super().__init__(fault, detail)
        self.fault = fault
        self.detail = detail


class NoSnapshot(Refusal):
    """The snapshot was removed before it could be locked."""

    def __init__(self) -> None:
        super().__init__(Fault.NO_SNAPSHOT)


class Sink(Protocol):
    """Where answers are written; told their kind first."""

    kind: Kind

    def write(self, data: bytes, /) -> int:
        """Take bytes."""


def answer(store: ox.Store, work: Work, prefixes: Mapping[str, str], sink: Sink) -> None:
    """Write the answer to the sink. Raises Refusal."""
    if isinstance(work, Dump):
        _dump(store, work, prefixes, sink)
    else:
        _write(_run(store, work, prefixes), work, prefixes, sink)


def _run(store: ox.Store, query: Query, prefixes: Mapping[str, str]) -> Results:
    default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] | None = None
    named: list[ox.NamedNode | ox.BlankNode] | None = None
    try:
        if query.default is not None or query.named is not None:
            default = [ox.NamedNode(iri) for iri in query.default or ()]
            named = [ox.NamedNode(iri) for iri in query.named or ()]
        return store.query(
            query.sparql,
            base_iri=query.base,
            prefixes=used(prefixes, query.sparql),
            default_graph=default,
            named_graphs=named,
        )
    except SyntaxError as error:
        raise Refusal(Fault.MALFORMED, f"the query can't be read: {error}") from error
    except ValueError as error:
        raise Refusal(Fault.MALFORMED, f"a graph's name is no IRI: {error}") from error


def used(prefixes: Mapping[str, str], sparql: str) -> dict[str, str]:
    """The prefixes that a query may mean: reading them all costs as much as a look-up."""
    return {name: iri for name, iri in prefixes.items() if f"{name}:" in sparql}


def _write(results: Results, query: Query, prefixes: Mapping[str, str], sink: Sink) -> None:
    file = cast(IO[bytes], sink)
    if isinstance(results, ox.QueryTriples):
        sink.kind = Kind.GRAPH
        ox.serialize(results, file, format=_rdf(query.graph), prefixes=dict(prefixes))
        return
    sink.kind = Kind.BOOLEAN if isinstance(results, ox.QueryBoolean) else Kind.SOLUTIONS
    form = query.results and ox.QueryResultsFormat.from_media_type(query.results)
    if not form:
        raise Refusal(Fault.NO_FORM, "results")
    results.serialize(file, format=form)


def _rdf(media: str | None) -> ox.RdfFormat:
    form = ox.RdfFormat.from_media_type(media) if media else None
    if not form:
        raise Refusal(Fault.NO_FORM, "graph")
    return form


def _dump(store: ox.Store, dump: Dump, prefixes: Mapping[str, str], sink: Sink) -> None:
    sink.kind = Kind.GRAPH
    graph: ox.NamedNode | ox.DefaultGraph | None = None
    if dump.graph is Whole.DEFAULT:
        graph = ox.DefaultGraph()
    elif dump.graph is not Whole.EVERYTHING:
        graph = ox.NamedNode(dump.graph)
        if not store.contains_named_graph(graph):
            raise Refusal(Fault.NO_GRAPH, f"there is no graph {dump.graph}")
    store.dump(
        cast(IO[bytes], sink), format=_rdf(dump.media), from_graph=graph, prefixes=dict(prefixes)
    )
