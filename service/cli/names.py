"""What a table calls things: by their labels, where a label is enough to find them again."""

from collections.abc import Callable, Collection

import pyoxigraph as ox
from rdflib.namespace import RDFS, SKOS

from loaders.mapping.nodes import node
from loaders.naming import slug
from ontology.terms import PREFIXES
from service.store.patterns import objects

Naming = Callable[[ox.NamedNode, Collection[str]], str]
_LABELS = (node(RDFS.label), node(SKOS.prefLabel))
_OWN_NAMES = ("meeting/", "statement/", "claim/")  # columns beside tell what their labels say


def naming(graph: ox.Store, base: str) -> Naming:
    """How to call a thing of this graph: a label, else a short form of its IRI.

    The short form also where the row has the label in a column of its own; both where the
    label doesn't lead back to the IRI, as with namesakes.
    """

    def name(iri: ox.NamedNode, beside: Collection[str]) -> str:
        short = _short(iri.value, base)
        labels = sorted(text.value for each in _LABELS for text in objects(graph, iri, each))
        if not labels or labels[0] in beside or short.startswith(_OWN_NAMES):
            return short
        is_enough = not iri.value.startswith(base) or short.endswith("/" + slug(labels[0]))
        return labels[0] if is_enough else f"{labels[0]} ({short})"

    return name


def _short(iri: str, base: str) -> str:
    if iri.startswith(base):
        return iri.removeprefix(base)
    for prefix, namespace in sorted(PREFIXES.items()):
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
