"""The JSON-LD context, made from the vocabulary so that the two can't drift apart."""

import json
from typing import TypeAlias

from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD
from rdflib.term import Node

from ontology.files import CONTEXT, load, read
from ontology.terms import CMQ, NIF, PREFIXES

Definition: TypeAlias = str | dict[str, str]

# Terms of other vocabularies that the data uses, by their key in JSON; True: the value is a node.
BORROWED: dict[str, tuple[URIRef, bool]] = {
    "label": (RDFS.label, False),
    "seeAlso": (RDFS.seeAlso, True),
    "exactMatch": (SKOS.exactMatch, True),
    "prefLabel": (SKOS.prefLabel, False),
    "definition": (SKOS.definition, False),
    "notation": (SKOS.notation, False),
    "broader": (SKOS.broader, True),
    "inScheme": (SKOS.inScheme, True),
    "title": (DCTERMS.title, False),
    "publisher": (DCTERMS.publisher, False),
    "creator": (DCTERMS.creator, False),
    "language": (DCTERMS.language, False),
    "license": (DCTERMS.license, False),
    "url": (SDO.url, False),
    "wasGeneratedBy": (PROV.wasGeneratedBy, True),
    "wasInfluencedBy": (PROV.wasInfluencedBy, True),
    "wasInvalidatedBy": (PROV.wasInvalidatedBy, True),
    "wasAssociatedWith": (PROV.wasAssociatedWith, True),
    "endedAtTime": (PROV.endedAtTime, False),
    "beginIndex": (NIF.beginIndex, False),
    "endIndex": (NIF.endIndex, False),
    "anchorOf": (NIF.anchorOf, False),
    "isString": (NIF.isString, False),
}

# Literals of one datatype, which JSON can't tell by itself; integers and booleans it can.
TYPED: dict[URIRef, URIRef] = {CMQ.earliest: XSD.date, CMQ.latest: XSD.date}


def context() -> dict[str, Definition]:
    """The committed context, as `generate` made it."""
    parsed: dict[str, dict[str, Definition]] = json.loads(read(CONTEXT))
    return parsed["@context"]


def generate() -> dict[str, Definition]:
    """A key for each class and property, by its local name, beside prefixes and borrowed terms."""
    vocabulary = load()
    entries: dict[str, Definition] = {"id": "@id", "type": "@type"}
    entries.update(PREFIXES)
    entries.update({key: _definition(*meaning) for key, meaning in BORROWED.items()})
    for term in sorted(_own(vocabulary)):
        entries[term.removeprefix(str(CMQ))] = _own_definition(vocabulary, term)
    return entries


def serialize(entries: dict[str, Definition]) -> str:
    """The text of `context.jsonld`."""
    return json.dumps({"@context": entries}, indent=2, ensure_ascii=False) + "\n"


def _own(vocabulary: Graph) -> set[URIRef]:
    kinds: tuple[Node, ...] = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    typed = (term for kind in kinds for term in vocabulary.subjects(RDF.type, kind))
    return {term for term in typed if isinstance(term, URIRef) and term.startswith(str(CMQ))}


def _own_definition(vocabulary: Graph, term: URIRef) -> Definition:
    if (term, RDF.type, OWL.ObjectProperty) in vocabulary:
        return _definition(term, is_node=True)
    datatype = TYPED.get(term) or vocabulary.value(term, RDFS.range)
    if isinstance(datatype, URIRef) and datatype in {XSD.decimal, XSD.date}:
        return {"@id": _compact(term), "@type": _compact(datatype)}
    return _compact(term)


def _definition(term: URIRef, is_node: bool) -> Definition:
    return {"@id": _compact(term), "@type": "@id"} if is_node else _compact(term)


def _compact(term: URIRef) -> str:
    prefix, namespace = next(pair for pair in PREFIXES.items() if term.startswith(pair[1]))
    return f"{prefix}:{term.removeprefix(namespace)}"
