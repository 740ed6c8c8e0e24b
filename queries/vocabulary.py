"""What the ontology's concepts, classes and properties are called."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, SKOS

from ontology.files import CONCEPTS, VOCABULARY, load
from ontology.terms import CMQ
from queries.folding import fold, unhump

_CONCEPT = "https://w3id.org/communique/concept/"


def find_concepts(value: str, scheme: str | None) -> tuple[str, ...]:
    """IRIs of concepts called `value` (label, last part or IRI) and of all narrower ones."""
    names = _names(scheme)
    found = names.get(value) or names.get(fold(unhump(value)), ())
    everything = dict.fromkeys(found)
    for iri in found:
        everything.update(dict.fromkeys(_narrower(iri)))
    return tuple(everything)


@cache
def labels(scheme: str) -> tuple[str, ...]:
    """The chosen labels of a scheme's concepts, sorted."""
    return tuple(
        sorted(str(_concepts().value(URIRef(iri), SKOS.prefLabel)) for iri in _members(scheme))
    )


@cache
def classes() -> Mapping[str, str]:
    """IRIs of the ontology's classes by folded name; a Polity is called a state too."""
    return {**_vocabulary(OWL.Class), "state": str(CMQ.Polity)}


@cache
def properties() -> Mapping[str, str]:
    """IRIs of the ontology's properties by folded name."""
    return {**_vocabulary(OWL.ObjectProperty), **_vocabulary(OWL.DatatypeProperty)}


def _narrower(iri: str) -> Iterator[str]:
    """Everything below a concept, depth first, in the order of IRIs."""
    for child in sorted(map(str, _concepts().subjects(SKOS.broader, URIRef(iri)))):
        yield child
        yield from _narrower(child)


@cache
def _names(scheme: str | None) -> Mapping[str, tuple[str, ...]]:
    """Concepts of a scheme by IRI, folded label and folded last part."""
    found: dict[str, set[str]] = defaultdict(set)
    for iri in _members(scheme):
        wordings = [iri.removeprefix(_CONCEPT)]
        wordings += map(str, _concepts().objects(URIRef(iri), SKOS.prefLabel))
        wordings += map(str, _concepts().objects(URIRef(iri), SKOS.altLabel))
        found[iri].add(iri)
        for wording in wordings:
            found[fold(unhump(wording))].add(iri)
    return {name: tuple(sorted(iris)) for name, iris in found.items()}


@cache
def _members(scheme: str | None) -> frozenset[str]:
    within = URIRef(_CONCEPT + scheme) if scheme else None
    return frozenset(map(str, _concepts().subjects(SKOS.inScheme, within)))


def _vocabulary(kind: URIRef) -> dict[str, str]:
    """The ontology's own terms of a kind by the folded last part of their IRIs."""
    terms = load(VOCABULARY).subjects(RDF.type, kind)
    own = sorted(str(term) for term in terms if str(term).startswith(str(CMQ)))
    return {fold(unhump(iri.removeprefix(str(CMQ)))): iri for iri in own}


@cache
def _concepts() -> Graph:
    return load(CONCEPTS)
