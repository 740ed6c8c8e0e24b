"""What is told of the graph as a whole, in VoID and DCAT."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox
from flask import url_for
from rdflib import URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, RDFS, SKOS, VOID

from loaders.mapping.nodes import node
from ontology.terms import ONTOLOGY, PREFIXES
from service.http.formats import GRAPHS
from service.http.linked.addresses import absolute, home
from service.http.linked.statistics import Statistics
from service.http.state import state

_FORMATS = "http://www.w3.org/ns/formats/"
_FEATURES = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads")
_MEDIA = "https://www.iana.org/assignments/media-types/"
_DUMPS = {"nq": "application/n-quads", "trig": "application/trig"}
_VOCABULARIES = (ONTOLOGY, str(SKOS), "http://www.w3.org/ns/prov#")
_TITLE = "Communiqué: who met whom, who said what to whom"
_DESCRIPTION = (
    "Actors, meetings, statements and missions as diplomatic news reports them, every fact traced "
    "to its exact words. Counts are of the default graph, which holds what is accepted."
)
_RIGHTS = (
    "The licence covers the facts. The words of articles belong to those who published them; each "
    "article carries its own licence where its source gives one."
)
Value = ox.NamedNode | ox.BlankNode | ox.Literal


def serialize(found: Statistics, example: str | None, media: str) -> bytes:
    """The description in a format."""
    triples = sorted(_dataset(found, example), key=str)
    prefixes = {**PREFIXES, "dcat": str(DCAT), "void": str(VOID), "foaf": str(FOAF)}
    return ox.serialize(triples, format=GRAPHS[media], prefixes=prefixes) or b""


def dataset() -> ox.NamedNode:
    """The dataset's IRI, which depends on the data's base alone."""
    return ox.NamedNode(f"{home()}.well-known/void#dataset")


def _dataset(found: Statistics, example: str | None) -> Iterator[ox.Triple]:
    own, document = dataset(), ox.NamedNode(dataset().value.removesuffix("#dataset"))
    yield _says(document, RDF.type, node(VOID.DatasetDescription))
    yield _says(document, FOAF.primaryTopic, own)
    for kind in (VOID.Dataset, DCAT.Dataset):
        yield _says(own, RDF.type, node(kind))
    yield _says(own, DCTERMS.title, ox.Literal(_TITLE, language="en"))
    yield _says(own, DCTERMS.description, ox.Literal(_DESCRIPTION, language="en"))
    yield _says(own, DCTERMS.rights, ox.Literal(_RIGHTS, language="en"))
    if licence := state().settings.license:
        yield _says(own, DCTERMS.license, ox.NamedNode(licence))
    yield _says(own, FOAF.homepage, ox.NamedNode(home()))
    yield _says(own, DCAT.landingPage, ox.NamedNode(absolute(url_for("pages.overview"))))
    yield _says(own, VOID.uriSpace, ox.Literal(state().settings.base))
    if example:
        yield _says(own, VOID.exampleResource, ox.NamedNode(example))
    for name in _VOCABULARIES:
        yield _says(own, VOID.vocabulary, ox.NamedNode(name))
    for feature in _FEATURES:
        yield _says(own, VOID.feature, ox.NamedNode(_FORMATS + feature))
    yield from _counted(own, found)
    yield from _linksets(own, found)
    yield from _access(own)


def _counted(own: ox.NamedNode, found: Statistics) -> Iterator[ox.Triple]:
    counts = {
        VOID.triples: found.triples,
        VOID.entities: found.entities,
        VOID.classes: None if found.classes is None else len(found.classes),
        VOID.properties: None if found.properties is None else len(found.properties),
    }
    for predicate, number in counts.items():
        if number is not None:
            yield _says(own, predicate, ox.Literal(number))
    yield from _parts(own, found.classes or {}, found.properties or {})


def _parts(
    own: ox.NamedNode, classes: Mapping[str, int], properties: Mapping[str, int]
) -> Iterator[ox.Triple]:
    for number, (kind, entities) in enumerate(classes.items()):
        part = ox.BlankNode(f"class{number}")
        yield _says(own, VOID.classPartition, part)
        yield _says(part, VOID["class"], ox.NamedNode(kind))
        yield _says(part, VOID.entities, ox.Literal(entities))
    for number, (name, triples) in enumerate(properties.items()):
        part = ox.BlankNode(f"property{number}")
        yield _says(own, VOID.propertyPartition, part)
        yield _says(part, VOID.property, ox.NamedNode(name))
        yield _says(part, VOID.triples, ox.Literal(triples))


def _linksets(own: ox.NamedNode, found: Statistics) -> Iterator[ox.Triple]:
    for number, (site, triples) in enumerate((found.links or {}).items()):
        links, target = ox.BlankNode(f"links{number}"), ox.BlankNode(f"target{number}")
        yield _says(own, VOID.subset, links)
        yield _says(links, RDF.type, node(VOID.Linkset))
        yield _says(links, VOID.linkPredicate, node(SKOS.exactMatch))
        yield _says(links, VOID.subjectsTarget, own)
        yield _says(links, VOID.objectsTarget, target)
        yield _says(links, VOID.triples, ox.Literal(triples))
        yield _says(target, RDF.type, node(VOID.Dataset))
        yield _says(target, VOID.uriSpace, ox.Literal(site))


def _access(own: ox.NamedNode) -> Iterator[ox.Triple]:
    """Where it can be had: at the address that was asked."""
    endpoint = ox.NamedNode(absolute(url_for("sparql.sparql")))
    yield _says(own, VOID.sparqlEndpoint, endpoint)
    service = ox.BlankNode("sparql")
    yield _says(service, RDF.type, node(DCAT.DataService))
    yield _says(service, DCTERMS.title, ox.Literal("SPARQL 1.1 endpoint", language="en"))
    yield _says(service, DCAT.endpointURL, endpoint)
    described = ox.NamedNode(absolute(url_for("openapi.described")))
    yield _says(service, DCAT.endpointDescription, described)
    yield _says(service, DCAT.servesDataset, own)
    for suffix, media in _DUMPS.items():
        dump = ox.NamedNode(absolute(url_for("graph_store.read", format=suffix)))
        part = ox.BlankNode(f"dump-{suffix}")
        yield _says(own, VOID.dataDump, dump)
        yield _says(own, DCAT.distribution, part)
        yield _says(part, RDF.type, node(DCAT.Distribution))
        yield _says(part, DCAT.downloadURL, dump)
        yield _says(part, DCAT.mediaType, ox.NamedNode(_MEDIA + media))
        if licence := state().settings.license:
            yield _says(part, DCTERMS.license, ox.NamedNode(licence))
    yield _says(own, RDFS.seeAlso, ox.NamedNode(absolute(url_for("vocabulary.ontology"))))


def _says(subject: ox.NamedNode | ox.BlankNode, predicate: URIRef, value: Value) -> ox.Triple:
    return ox.Triple(subject, node(predicate), value)
