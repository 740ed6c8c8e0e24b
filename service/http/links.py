"""Where a thing's page is and what to call it."""

from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
from flask import url_for
from rdflib import URIRef
from rdflib.namespace import PROV, RDF, RDFS, SKOS

from loaders.mapping.nodes import node
from ontology.files import load
from ontology.terms import CMQ, CONCEPT, NIF, ONTOLOGY, PREFIXES
from service.http.state import state
from service.store.patterns import Term, graphs_with, objects

_LABEL = node(RDFS.label)
_WEB = ("http://", "https://")
# Properties of other vocabularies, as people call them.
_CALLED = {
    str(RDF.type): "kind",
    str(RDFS.label): "label",
    str(PROV.wasGeneratedBy): "made by",
    str(NIF.anchorOf): "words",
    str(NIF.beginIndex): "begins at character",
    str(NIF.endIndex): "ends before character",
    str(NIF.isString): "text",
    str(SKOS.prefLabel): "label",
}
# Kinds of things without a name (the first part of their local IRI), and what to call them.
_DESCRIBED: dict[str, tuple[str, *tuple[URIRef, ...]]] = {
    "claim": ("Claim about {}", CMQ.subject),
    "figure": ("{}", CMQ.value, CMQ.measure),
    "participation": ("the part of {}", CMQ.participantActor),
    "statement": ("a statement by {}", CMQ.speaker),
    "tenure": ("{}", CMQ.holder, CMQ.office),
    "warning": ("{}", CMQ.message),
}


@dataclass(frozen=True)
class Link:
    """A text, and where it leads; `away` for other people's sites."""

    text: str
    href: str | None = None
    away: bool = False


def link(store: ox.Store, iri: ox.NamedNode) -> Link:
    """A thing by its label, leading to its page."""
    href = page_of(iri.value)
    away = href is None and iri.value.startswith(_WEB)
    return Link(label(store, iri), iri.value if away else href, away)


def local(iri: str) -> str | None:
    """What follows the base in an IRI of ours."""
    base = state().settings.base
    return iri.removeprefix(base) if iri.startswith(base) and iri != base else None


def page_of(iri: str, fragment: str | None = None) -> str | None:
    """The address of a thing's page on this host; None for other people's things."""
    own = local(iri)
    if own:
        return url_for("pages.page", name=own, _anchor=fragment)
    if iri.startswith(str(CONCEPT)):
        return url_for("vocabulary.ontology", _anchor="concept-" + iri.removeprefix(str(CONCEPT)))
    if iri.startswith(ONTOLOGY):
        return url_for("vocabulary.ontology", _anchor=iri.removeprefix(ONTOLOGY + "#") or None)
    return None


def label(store: ox.Store, iri: ox.NamedNode) -> str:
    """What a thing is called: by accepted claims, else by any claim, else the end of its IRI."""
    if iri.value.startswith((ONTOLOGY, str(CONCEPT))):
        return term_label(iri.value)
    names = [t.value for t in objects(store, iri, _LABEL)]
    names = names or [t.value for _, t in graphs_with(store, iri, _LABEL)]
    own = min(names) if names else _described(store, iri)
    return own or local(iri.value) or _compact(iri.value)


def _described(store: ox.Store, iri: ox.NamedNode) -> str | None:
    """What to call things that bear no name, by what they point at."""
    kind, _, rest = (local(iri.value) or "").partition("/")
    if kind == "mention":
        return _mention(rest)
    if kind not in _DESCRIBED:
        return None
    words, *properties = _DESCRIBED[kind]
    found = (v for p in properties for v in values(store, iri, node(p)))
    named = [label(store, v) if isinstance(v, ox.NamedNode) else v.value for v in found]
    return words.format(", ".join(named)) if named else None


def _mention(name: str) -> str | None:
    """A mention by where it stands: its words may be kept from pages."""
    article, _, span = name.rpartition("/")
    start, dash, end = span.partition("-")
    return f"{article}, characters {start} to {end}" if article and dash else None


def values(store: ox.Store, iri: ox.NamedNode, predicate: ox.NamedNode) -> list[Term]:
    """A thing's accepted values, else the claimed ones, sorted."""
    found = set(objects(store, iri, predicate))
    found = found or {value for _, value in graphs_with(store, iri, predicate)}
    return sorted(found, key=str)


@cache
def _labels() -> dict[str, str]:
    """The labels of all terms and concepts of the ontology."""
    graph = load()
    named = [*graph.subject_objects(RDFS.label), *graph.subject_objects(SKOS.prefLabel)]
    return {str(term): str(name) for term, name in sorted(named)}


def term_label(iri: str) -> str:
    """What a term or concept of the ontology is called."""
    return _labels().get(iri) or iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def predicate_label(predicate: str) -> str:
    """What a property is called, also one of another vocabulary."""
    return _CALLED.get(predicate) or _labels().get(predicate) or _compact(predicate)


def _compact(iri: str) -> str:
    for prefix, namespace in sorted(PREFIXES.items()):
        if iri.startswith(namespace) and URIRef(iri) != URIRef(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
