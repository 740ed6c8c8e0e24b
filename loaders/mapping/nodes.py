"""Ontology terms as pyoxigraph nodes."""

from functools import cache

import pyoxigraph as ox
from rdflib import URIRef


@cache
def node(term: URIRef) -> ox.NamedNode:
    """The pyoxigraph node of an rdflib term."""
    return ox.NamedNode(str(term))
