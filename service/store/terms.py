"""Predicates and the graph of the store's own bookkeeping; not part of the ontology."""

import pyoxigraph as ox

INTERNAL = "https://w3id.org/communique/internal#"
BOOKKEEPING = ox.NamedNode(f"{INTERNAL}bookkeeping")
FACTS = ox.NamedNode(f"{INTERNAL}facts")
FINGERPRINT = ox.NamedNode(f"{INTERNAL}fingerprint")
NAMING = ox.NamedNode(f"{INTERNAL}naming")
NAME_KEY = ox.NamedNode(f"{INTERNAL}nameKey")
VOCABULARY = ox.NamedNode(f"{INTERNAL}vocabulary")
TEXT = ox.NamedNode(f"{INTERNAL}text")
FOREIGN = ox.NamedNode(f"{INTERNAL}foreign")  # a graph: what others wrote into the default graph
CORRECTION = ox.NamedNode(f"{INTERNAL}correction")
LINK = ox.NamedNode(f"{INTERNAL}link")
LINKSET = ox.NamedNode(f"{INTERNAL}linkset")
DEFAULT = ox.DefaultGraph()
