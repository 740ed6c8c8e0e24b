"""What stood there before a correction, in words."""

import pyoxigraph as ox
from rdflib.namespace import RDF, RDFS

from loaders.corrections import Kind
from loaders.mapping.nodes import node
from ontology.terms import CMQ
from service.store.patterns import texts

_LABEL, _TEXT = node(RDFS.label), node(CMQ.text)
_SHOWN = 160  # characters of a statement's words
_TOLD = {
    Kind.SPEAKER: CMQ.speaker,
    Kind.DATE: CMQ.date,
    Kind.PLACE: CMQ.atPlace,
}
_BESIDE = {
    node(term) for term in (RDF.type, CMQ.denotedBy, CMQ.reportedIn, CMQ.earliest, CMQ.latest)
}


def named(store: ox.Store, thing: ox.NamedNode) -> str:
    """What a thing is called: by its label, an office by its holder, else the end of its IRI."""
    return "; ".join(texts(store, thing, _LABEL)) or thing.value.rsplit("/", 1)[-1]


def said(store: ox.Store, claim: ox.NamedNode, kind: Kind) -> str:
    """What a claim says of what is corrected; of all of it where it is rejected."""
    if kind is not Kind.REJECT:
        values = _values(store, claim, node(_TOLD[kind]))
        return ", ".join(values) or "none"
    spoken = _values(store, claim, _TEXT)
    if spoken:
        who = ", ".join(_values(store, claim, node(CMQ.speaker)))
        return f"{who}: “{_cut(spoken[0])}”"
    holder = _values(store, claim, node(CMQ.holder))
    if holder:
        return f"{', '.join(holder)}, {', '.join(_values(store, claim, node(CMQ.office)))}"
    labels = [
        v for subject in _subjects(store, claim) for v in texts(store, subject, _LABEL, claim)
    ]
    return "; ".join(sorted(set(labels))[:1]) or _cut(_all(store, claim))


def _subjects(store: ox.Store, claim: ox.NamedNode) -> list[ox.NamedNode]:
    found = store.quads_for_pattern(claim, node(CMQ.subject), None, ox.DefaultGraph())
    return [quad.object for quad in found if isinstance(quad.object, ox.NamedNode)]


def _values(store: ox.Store, claim: ox.NamedNode, predicate: ox.NamedNode) -> list[str]:
    found = store.quads_for_pattern(None, predicate, None, claim)
    return sorted(_text(store, quad.object) for quad in found)


def _text(store: ox.Store, term: object) -> str:
    if isinstance(term, ox.NamedNode):
        return named(store, term)
    return term.value if isinstance(term, ox.Literal) else str(term)


def _all(store: ox.Store, claim: ox.NamedNode) -> str:
    """Everything else that the claim says: a figure's value, a topic."""
    quads = sorted(store.quads_for_pattern(None, None, None, claim), key=str)
    told = (q for q in quads if q.predicate not in _BESIDE)
    return "; ".join(
        f"{q.predicate.value.rsplit('#', 1)[-1]} {_text(store, q.object)}" for q in told
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
