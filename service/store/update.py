"""Applies a change to a store in one transaction."""

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from service.store.replacement import Change


def apply(store: ox.Store, change: Change) -> None:
    """Take out and put in at once: killed at any moment, the store holds the old or the new.

    `Store.extend` and `Store.update` are each one transaction (findings.md).
    """
    if not change.removed:
        store.extend(change.added)
        return
    store.update(
        f"DELETE DATA {{ {_data(change.removed)} }}; INSERT DATA {{ {_data(change.added)} }}"
    )


def _data(quads: Iterable[ox.Quad]) -> str:
    """Quads as SPARQL QuadData; terms are serialized by pyoxigraph."""
    graphs: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        graphs[str(quad.graph_name)].append(f"{quad.subject} {quad.predicate} {quad.object} .")
    default = graphs.pop(str(ox.DefaultGraph()), [])
    named = (f"GRAPH {name} {{ {' '.join(triples)} }}" for name, triples in graphs.items())
    return "\n".join([*default, *named])
