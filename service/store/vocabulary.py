"""The concepts' labels in the store, so that plain SPARQL can show them."""

import hashlib

import pyoxigraph as ox

from ontology.files import CONCEPTS, read
from ontology.terms import CONCEPT
from service.store.patterns import texts
from service.store.replacement import Change
from service.store.terms import BOOKKEEPING, DEFAULT, VOCABULARY
from service.store.update import apply

_SELF = ox.NamedNode(str(CONCEPT))


def is_concept(term: object) -> bool:
    """Whether a node is a concept or a scheme of the ontology."""
    return isinstance(term, ox.NamedNode) and term.value.startswith(str(CONCEPT))


def bring_up_to_date(store: ox.Store) -> None:
    """Put this version's concepts into the default graph, in place of another version's."""
    if is_up_to_date(store):
        return
    change = Change()
    change.removed.update(
        quad
        for quad in store.quads_for_pattern(None, None, None, DEFAULT)
        if is_concept(quad.subject)
    )
    change.removed.update(store.quads_for_pattern(_SELF, VOCABULARY, None, BOOKKEEPING))
    change.added.update(concepts())
    change.added.add(ox.Quad(_SELF, VOCABULARY, ox.Literal(_digest()), BOOKKEEPING))
    apply(store, change.settle())


def is_up_to_date(store: ox.Store) -> bool:
    """Whether this version's concepts were put into the store."""
    return texts(store, _SELF, VOCABULARY, BOOKKEEPING) == [_digest()]


def concepts() -> list[ox.Quad]:
    """What the default graph says of the concepts."""
    parsed = ox.parse(read(CONCEPTS), format=ox.RdfFormat.TURTLE)
    return [quad for quad in parsed if is_concept(quad.subject)]


def _digest() -> str:
    return hashlib.sha256(read(CONCEPTS)).hexdigest()
