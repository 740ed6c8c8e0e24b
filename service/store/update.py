"""Applies a change to a store in one transaction."""

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from service.store.replacement import Change


def apply(store: ox.Store, change: Change) -> None:
    """Take out and put in at once: killed at any moment, the store holds the old or the new.

    `Store.extend` and `Store.update` are each one transaction (findings.md). Quads that SPARQL
    can't name follow one by one; only others write such.
    """
    named = Change(
        *({q for q in quads if _has_name(q)} for quads in (change.removed, change.added))
    )
    if named.removed:
        store.update(update_of(named))
    else:
        store.extend(named.added)
    for quad in change.removed - named.removed:
        store.remove(quad)
    store.extend(change.added - named.added)


def update_of(change: Change) -> str:
    """The same as one SPARQL update, of quads that have names."""
    return f"DELETE DATA {{ {_data(change.removed)} }}; INSERT DATA {{ {_data(change.added)} }}"


def _has_name(quad: ox.Quad) -> bool:
    """Whether DELETE DATA can name it: no blank node, no triple as a term."""
    unnamed = ox.BlankNode | ox.Triple
    return not (isinstance(quad.subject, unnamed) or isinstance(quad.object, unnamed))


def _data(quads: Iterable[ox.Quad]) -> str:
    """Quads as SPARQL QuadData; terms are serialized by pyoxigraph."""
    graphs: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        graphs[str(quad.graph_name)].append(f"{quad.subject} {quad.predicate} {quad.object} .")
    default = graphs.pop(str(ox.DefaultGraph()), [])
    named = (f"GRAPH {name} {{ {' '.join(triples)} }}" for name, triples in graphs.items())
    return "\n".join([*default, *named])
