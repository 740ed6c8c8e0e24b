"""Which of our things the rows of a table mean."""

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib.namespace import RDF

from loaders.mapping.nodes import node
from queries.answers import Ask
from queries.header import Kind, Parameter
from queries.resolve import resolve
from service.linking.tables import BadTable, Row, Table
from service.store.linksets import Link
from service.store.patterns import graphs_with, objects

_TYPE = node(RDF.type)
_NAMED: dict[str, Kind] = {
    "": "thing",
    "actor": "actor",
    "instrument": "instrument",
    "meeting": "meeting",
    "mission": "mission",
    "office": "office",
    "place": "place",
}


def resolved(
    store: ox.Store, ask: Ask, base: str, table: Table, *, partial: bool = False
) -> tuple[tuple[Link, ...], list[str]]:
    """The links that a table tells, sorted, and what is wrong with its other rows.

    Raises BadTable where a row means nothing of ours, or several things, unless `partial`.
    """
    links, faults = set(), []
    for row in table.rows:
        try:
            links.add(Link(_thing(store, ask, base, row), row.relation, _foreign(base, row)))
        except ValueError as error:
            faults.append((row.number, str(error)))
    if faults and not (partial and links):
        raise BadTable(table.file, faults)
    told = [f"{table.file}, row {number}: {what}" for number, what in sorted(faults)]
    return tuple(sorted(links)), told


def _foreign(base: str, row: Row) -> str:
    if row.link.startswith(base):
        raise ValueError(f"{row.link!r} is ours: a link leads to somebody else's IRI")
    return row.link


def _thing(store: ox.Store, ask: Ask, base: str, row: Row) -> str:
    """What the row's first cell means, below the base. Raises ValueError."""
    found = list(_by_iri(store, base, row.thing))
    if not found and "://" not in row.thing:
        terms = resolve(_parameter(_NAMED[row.kind]), row.thing, ask, f"link {id(ask)}")
        found = [one.value for one in terms if isinstance(one, ox.NamedNode)]
    if not found:
        raise ValueError(f"nothing in the graph is called {row.thing!r}")
    if len(found) > 1:
        names = ", ".join(sorted(iri.removeprefix(base) for iri in found))
        raise ValueError(f"{row.thing!r} may be {names}: give one of these, or a kind")
    return found[0].removeprefix(base)


def _by_iri(store: ox.Store, base: str, thing: str) -> Iterator[str]:
    """An IRI of ours, in full or from the base on, of which the graph tells."""
    try:
        iri = ox.NamedNode(thing if thing.startswith(base) else base + thing)
    except ValueError:
        return  # a name with a blank or the like
    if any(objects(store, iri, _TYPE)) or any(graphs_with(store, iri, _TYPE)):
        yield iri.value


def _parameter(kind: Kind) -> Parameter:
    return Parameter(name="thing", type=kind, example="", help="")
