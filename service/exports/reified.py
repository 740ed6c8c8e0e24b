"""RDF 1.2: each claim as a reifier of its triples, beside the accepted graph; as Turtle."""

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib.namespace import RDF

from ontology.terms import PREFIXES
from service.exports.filters import Filters
from service.exports.rdf import batches, body, head
from service.exports.source import Source
from service.store.workers.work import Whole

_REIFIES = ox.NamedNode(f"{RDF}reifies")
_VERSION = b'VERSION "1.2"\n'


def rdf12(source: Source, filters: Filters) -> Iterator[bytes]:
    """What named graphs say becomes what their names reify; nothing is lost."""
    yield _VERSION + head()
    for lines in batches(source, filters, Whole.EVERYTHING):
        quads = ox.parse(b"\n".join(lines), format=ox.RdfFormat.N_QUADS)
        yield body(map(_reified, quads), ox.RdfFormat.TURTLE, PREFIXES)


def _reified(quad: ox.Quad) -> ox.Quad:
    if isinstance(quad.graph_name, ox.DefaultGraph):
        return quad
    return ox.Quad(quad.graph_name, _REIFIES, quad.triple)
