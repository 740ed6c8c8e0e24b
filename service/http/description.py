"""The service description: what `/sparql` says of itself to programs."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from rdflib.namespace import RDF

from loaders.mapping.nodes import node
from service.http.documents import ACCEPTED
from service.http.formats import GRAPHS, RESULTS

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_SIMPLE = ox.NamedNode("http://www.w3.org/ns/entailment/Simple")
_NAMES = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
    "application/trig": "TriG",
    "application/n-quads": "N-Quads",
}
_QUERY, _UPDATE = ox.BlankNode("query"), ox.BlankNode("update")
_DATASET, _DEFAULT = ox.BlankNode("dataset"), ox.BlankNode("default")


def describe(query: str, update: str | None, form: ox.RdfFormat) -> bytes:
    """The endpoints at these addresses, as RDF; None where nothing may be written."""
    triples = [
        *_service(_QUERY, query, "SPARQL11Query"),
        *_formats(_QUERY, "resultFormat", (*RESULTS, *GRAPHS)),
        ox.Triple(_DATASET, node(RDF.type), _sd("Dataset")),
        ox.Triple(_DATASET, _sd("defaultGraph"), _DEFAULT),
        ox.Triple(_DEFAULT, node(RDF.type), _sd("Graph")),
    ]
    if update:
        triples += _service(_UPDATE, update, "SPARQL11Update")
        triples += _formats(_UPDATE, "inputFormat", ACCEPTED)
    return ox.serialize(triples, format=form, prefixes={"sd": _SD, "formats": _FORMATS}) or b""


def _service(service: ox.BlankNode, endpoint: str, language: str) -> Iterator[ox.Triple]:
    """No sd:UnionDefaultGraph, DereferencesURIs, RequiresDataset or BasicFederatedQuery."""
    yield ox.Triple(service, node(RDF.type), _sd("Service"))
    yield ox.Triple(service, _sd("endpoint"), ox.NamedNode(endpoint))
    yield ox.Triple(service, _sd("supportedLanguage"), _sd(language))
    yield ox.Triple(service, _sd("feature"), _sd("EmptyGraphs"))
    yield ox.Triple(service, _sd("defaultEntailmentRegime"), _SIMPLE)
    yield ox.Triple(service, _sd("defaultDataset"), _DATASET)


def _formats(service: ox.BlankNode, predicate: str, medias: Iterable[str]) -> Iterator[ox.Triple]:
    for media in medias:
        if media in _NAMES:
            yield ox.Triple(service, _sd(predicate), ox.NamedNode(_FORMATS + _NAMES[media]))


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)
