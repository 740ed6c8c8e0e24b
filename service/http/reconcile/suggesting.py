"""What begins so: things, types and properties for the boxes in which people type."""

from typing import Any

import pyoxigraph as ox
from werkzeug.exceptions import NotFound

from queries.folding import fold
from service.http.links import label, local
from service.http.reconcile.answering import described_in_words, identified
from service.http.reconcile.kinds import TYPES, types_of
from service.http.reconcile.properties import PROPERTIES
from service.http.search.index_in_step import index_in_step
from service.http.state import snapshot
from service.store.search.asking import suggested
from service.store.search.words import asked

SIZE = 10  # suggestions at once; `cursor` goes on
_FARTHEST = 500


def suggestions(kind: str, prefix: str, cursor: int) -> list[dict[str, Any]]:
    """The next suggestions after so many. Raises NotFound for kinds that there aren't."""
    if kind == "entity":
        return _entities(prefix, min(cursor, _FARTHEST))
    if kind == "type":
        listed = [made.described() for made in TYPES.values()]
    elif kind == "property":
        listed = [made.described() for made in PROPERTIES.values()]
    else:
        raise NotFound(f"there is nothing to suggest for {kind!r}: ask for entity, type, property")
    return [one for one in listed if _begins(one, prefix)][cursor : cursor + SIZE]


def _begins(one: dict[str, Any], prefix: str) -> bool:
    """Whether its id or a word of its name begins so."""
    wanted, words = fold(prefix), fold(one["name"])
    is_id = one["id"].lower().startswith(prefix.lower().strip())
    return is_id or f" {words}".find(f" {wanted}") >= 0


def _entities(prefix: str, cursor: int) -> list[dict[str, Any]]:
    same = identified(prefix.strip()) if prefix.strip() else None
    if same:
        return [_entity(same)] if not cursor else []
    with index_in_step() as opened:
        reading = asked(prefix, is_open=True)
        hits = list(suggested(opened.index, reading, cursor + SIZE)) if opened else []
    store = snapshot().store
    found = [ox.NamedNode(hit.iri) for hit in hits[cursor:]]
    return [_entity(thing) for thing in found if types_of(store, thing)]


def _entity(thing: ox.NamedNode) -> dict[str, Any]:
    store = snapshot().store
    return {
        "id": local(thing.value) or thing.value,
        "name": label(store, thing),
        "description": described_in_words(store, thing),
        "notable": [{"id": made.id, "name": made.name} for made in types_of(store, thing)],
    }
