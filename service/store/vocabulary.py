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
    turtle = read(CONCEPTS)
    digest = hashlib.sha256(turtle).hexdigest()
    if texts(store, _SELF, VOCABULARY, BOOKKEEPING) == [digest]:
        return
    change = Change()
    change.removed.update(
        quad
        for quad in store.quads_for_pattern(None, None, None, DEFAULT)
        if is_concept(quad.subject)
    )
    change.removed.update(store.quads_for_pattern(_SELF, VOCABULARY, None, BOOKKEEPING))
    parsed = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    change.added.update(quad for quad in parsed if is_concept(quad.subject))
    change.added.add(ox.Quad(_SELF, VOCABULARY, ox.Literal(digest), BOOKKEEPING))
    apply(store, change.settle())
