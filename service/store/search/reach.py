"""Which things a change of the graph reaches, as far as the index is concerned."""

import pyoxigraph as ox
from rdflib.namespace import RDFS, SKOS

from loaders.mapping.nodes import node
from ontology.terms import CMQ
from service.store.patterns import subjects
from service.store.replacement import Change
from service.store.search.entries import CLASSES, RELEVANT, TYPE
from service.store.search.listing import SORTS
from service.store.search.meeting_pairs import PARTICIPATION, SEATED
from service.store.terms import DEFAULT

_LABEL = node(RDFS.label)
_NAMING = {_LABEL, node(CMQ.name), node(SKOS.prefLabel), TYPE}


def reach(store: ox.Store, change: Change) -> set[str]:
    """The things whose entries the change may alter; the store isn't changed yet.

    Every article claims the names of those whom it names: only what is new in the default graph
    counts, or what is claimed of somebody without an accepted name.
    """
    reached: set[ox.NamedNode] = set()
    claimed: set[ox.NamedNode] = set()
    for quads, is_new in ((change.added, True), (change.removed, False)):
        for quad in quads:
            predicate, subject = quad.predicate, quad.subject
            if predicate not in RELEVANT or not isinstance(subject, ox.NamedNode):
                continue
            if predicate == TYPE and quad.object not in CLASSES and quad.object not in SORTS:
                continue
            if predicate in SEATED:
                if quad.graph_name == DEFAULT and not (is_new and quad in store):
                    reached.update(subjects(store, PARTICIPATION, subject))
                continue
            if quad.graph_name != DEFAULT:
                (claimed if predicate in _NAMING else reached).add(subject)
            elif subject not in reached and not (is_new and quad in store):
                reached.add(subject)
    nameless = (
        thing
        for thing in claimed - reached
        if not any(store.quads_for_pattern(thing, _LABEL, None, DEFAULT))
    )
    return {thing.value for thing in (*reached, *nameless)}
