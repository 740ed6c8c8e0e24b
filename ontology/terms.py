"""The names of the ontology's terms, for code; a test holds them against the Turtle both ways."""
# ruff: noqa: N815 (terms keep the spelling of their IRIs)

from rdflib import URIRef
from rdflib.namespace import (
    DCTERMS,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SKOS,
    XSD,
    DefinedNamespace,
    Namespace,
)

from ontology.concepts import CONCEPT

__all__ = [
    "ARTICLE_AUTHOR",
    "ARTICLE_LANGUAGE",
    "ARTICLE_LICENSE",
    "ARTICLE_PUBLISHER",
    "ARTICLE_TEXT",
    "ARTICLE_TITLE",
    "ARTICLE_URL",
    "CMQ",
    "CONCEPT",
    "EDTF",
    "NIF",
    "ONTOLOGY",
    "PREFIXES",
]

ONTOLOGY = "https://w3id.org/communique/ns"
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")


class CMQ(DefinedNamespace):
    """The vocabulary: classes, then properties, in the order of `communique.ttl`."""

    _NS = Namespace("https://w3id.org/communique/ns#")
    _fail = True

    Actor: URIRef
    Person: URIRef
    Organization: URIRef
    Polity: URIRef
    Mission: URIRef
    Group: URIRef
    Place: URIRef
    Office: URIRef
    Tenure: URIRef
    Event: URIRef
    Meeting: URIRef
    Participation: URIRef
    Statement: URIRef
    Instrument: URIRef
    Figure: URIRef
    Article: URIRef
    Mention: URIRef
    Claim: URIRef
    Run: URIRef
    Correction: URIRef
    Warning: URIRef

    name: URIRef
    holder: URIRef
    holds: URIRef
    office: URIRef
    officeOf: URIRef
    attestedOn: URIRef
    start: URIRef
    end: URIRef
    memberOf: URIRef
    affiliatedWith: URIRef
    linkReason: URIRef
    involves: URIRef
    participant: URIRef
    host: URIRef
    mediator: URIRef
    participation: URIRef
    participantActor: URIRef
    side: URIRef
    capacity: URIRef
    part: URIRef
    group: URIRef
    groupOf: URIRef
    atPlace: URIRef
    partOf: URIRef
    form: URIRef
    status: URIRef
    outcome: URIRef
    discusses: URIRef
    about: URIRef
    topic: URIRef
    topicWords: URIRef
    reportedIn: URIRef
    date: URIRef
    earliest: URIRef
    latest: URIRef
    dateOffset: URIRef
    dateWords: URIRef
    dateDerivation: URIRef
    speaker: URIRef
    addressee: URIRef
    onBehalfOf: URIRef
    channel: URIRef
    statementForm: URIRef
    speechAct: URIRef
    text: URIRef
    cue: URIRef
    madeAt: URIRef
    conveys: URIRef
    asserts: URIRef
    denies: URIRef
    mandate: URIRef
    ledBy: URIRef
    contributor: URIRef
    operatesIn: URIRef
    described: URIRef
    commander: URIRef
    commanderDescription: URIRef
    instrumentKind: URIRef
    party: URIRef
    figureFor: URIRef
    measure: URIRef
    figureKind: URIRef
    bound: URIRef
    unit: URIRef
    value: URIRef
    asOf: URIRef
    countedIn: URIRef
    key: URIRef
    published: URIRef
    publishedDerivation: URIRef
    datelinePlace: URIRef
    inArticle: URIRef
    mentionKind: URIRef
    denotedBy: URIRef
    subject: URIRef
    confidence: URIRef
    factuality: URIRef
    accepted: URIRef
    rule: URIRef
    saidBy: URIRef
    software: URIRef
    languageModel: URIRef
    tables: URIRef
    code: URIRef
    message: URIRef
    correctionKind: URIRef
    corrects: URIRef
    replacement: URIRef
    replacementValue: URIRef
    original: URIRef
    why: URIRef


class NIF(DefinedNamespace):
    """Offsets and text: the terms of the NLP Interchange Format that the data uses."""

    _NS = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
    _fail = True

    beginIndex: URIRef
    endIndex: URIRef
    anchorOf: URIRef
    isString: URIRef


# How an article's own data is said in other vocabularies' terms, all as literals.
ARTICLE_TITLE = DCTERMS.title
ARTICLE_PUBLISHER = DCTERMS.publisher
ARTICLE_AUTHOR = DCTERMS.creator
ARTICLE_LANGUAGE = DCTERMS.language
ARTICLE_LICENSE = DCTERMS.license
ARTICLE_URL = SDO.url
ARTICLE_TEXT = NIF.isString

PREFIXES: dict[str, str] = {
    "cmq": str(CMQ),
    "concept": str(CONCEPT),
    "dcterms": str(DCTERMS),
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "nif": str(NIF),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SDO),
    "skos": str(SKOS),
    "xsd": str(XSD),
}
