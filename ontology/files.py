"""The ontology's files, read from the installed package."""

from functools import cache
from importlib.resources import files

from rdflib import Graph

VOCABULARY = "communique.ttl"
CONCEPTS = "concepts.ttl"
ALIGNMENTS = "alignments.ttl"
SHAPES = "shapes.ttl"
EXAMPLES = "examples.ttl"
CONTEXT = "context.jsonld"


@cache
def read(name: str) -> bytes:
    """The bytes of one of the files named above."""
    return (files("ontology") / name).read_bytes()


def load(*names: str) -> Graph:
    """A new graph of the Turtle files named, by default vocabulary and concepts."""
    graph = Graph()
    for name in names or (VOCABULARY, CONCEPTS):
        graph.parse(data=read(name), format="turtle")
    return graph
