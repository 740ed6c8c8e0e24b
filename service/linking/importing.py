"""What changes in the store when a linkset comes, is replaced or goes."""

import pyoxigraph as ox

from service.errors import UsageError
from service.store.linksets import Linkset, entering, graph_of, linksets_of, recorded
from service.store.replacement import Change, is_supported
from service.store.terms import BOOKKEEPING, DEFAULT


def imported(store: ox.Store, base: str, new: Linkset) -> Change:
    """Put it in, in place of what bore its name."""
    change = _taken_out(store, base, new.name)
    change.added.update(recorded(base, new))
    return change.settle()


def removed(store: ox.Store, base: str, name: str) -> Change:
    """Take it out: the graph is as it was before. Raises UsageError where there is none."""
    known = [one.name for one in linksets_of(store)]
    if name not in known:
        told = f"there are: {', '.join(known)}" if known else "there are none"
        raise UsageError(f"no links called {name!r}; {told}")
    return _taken_out(store, base, name).settle()


def _taken_out(store: ox.Store, base: str, name: str) -> Change:
    """What nobody else says leaves the default graph."""
    graph, change = graph_of(base, name), Change()
    change.removed.update(store.quads_for_pattern(None, None, None, graph))
    change.removed.update(store.quads_for_pattern(graph, None, None, BOOKKEEPING))
    for one in linksets_of(store):
        for triple in entering(base, one) if one.name == name else ():
            if not is_supported(store, triple, {graph}):
                quad = ox.Quad(triple.subject, triple.predicate, triple.object, DEFAULT)
                change.removed.add(quad)
    return change
