"""The forms of a thing's data, and a document in each of them."""

import json
from collections.abc import Iterable

import pyoxigraph as ox

from ontology.framing import compacted
from ontology.terms import PREFIXES

MEDIA = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "trig": "application/trig",
    "nq": "application/n-quads",
}
_DATASETS = {ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS}


def serialize(quads: Iterable[ox.Quad], form: ox.RdfFormat, first: str | None = None) -> bytes:
    """Quads in a format; where it has no graphs, what the default graph accepts and says.

    JSON-LD is compact, with the entries of our context that it uses; `first` stands at its head.
    """
    if form == ox.RdfFormat.JSON_LD:
        expanded = json.loads(ox.serialize(quads, format=form) or b"[]")
        return json.dumps(compacted(expanded, first), indent=1, ensure_ascii=False).encode()
    if form in _DATASETS:
        return ox.serialize(quads, format=form, prefixes=PREFIXES) or b""
    triples = dict.fromkeys(q.triple for q in quads if q.graph_name == ox.DefaultGraph())
    return ox.serialize(triples, format=form, prefixes=PREFIXES) or b""
