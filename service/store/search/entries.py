"""What the index holds of each thing: read out of a state of the store, and of nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS

from loaders.mapping.nodes import node
from ontology.terms import CMQ, NIF
from service.store.patterns import Term, objects, subjects, texts
from service.store.search.listing import KEYED, Listing, listing_of
from service.store.search.meeting_pairs import PARTICIPATION, SEATED, Pair, pairs_of
from service.store.search.words import folded
from service.store.terms import BOOKKEEPING, DEFAULT, FOREIGN

TYPE = node(RDF.type)
REPORTED = node(CMQ.reportedIn)
_NAMES = tuple(map(node, (RDFS.label, CMQ.name, SKOS.prefLabel)))
_NAMES_AND_TYPE = (*_NAMES, TYPE)


class Kind(StrEnum):
    """What can be found."""

    ACTOR = "actor"
    MEETING = "meeting"
    STATEMENT = "statement"
    MISSION = "mission"
    ARTICLE = "article"


class Facet(StrEnum):
    """By what can be narrowed, besides kind and time; NAMED only notes whose names are used."""

    SPEAKER = "speaker"
    PLACE = "place"
    FORM = "form"
    STATUS = "status"
    PUBLISHER = "publisher"
    NAMED = "named"


# A thing of several classes is the first of these: a mission may be an actor too.
CLASSES = {
    node(CMQ.Mission): Kind.MISSION,
    node(CMQ.Actor): Kind.ACTOR,
    node(CMQ.Meeting): Kind.MEETING,
    node(CMQ.Statement): Kind.STATEMENT,
    node(CMQ.Article): Kind.ARTICLE,
}
_FACETS: dict[Kind, dict[URIRef, Facet]] = {
    Kind.STATEMENT: {
        CMQ.speaker: Facet.SPEAKER,
        CMQ.statementForm: Facet.FORM,
        CMQ.addressee: Facet.NAMED,
        CMQ.about: Facet.NAMED,
        CMQ.topic: Facet.NAMED,
    },
    Kind.MEETING: {
        CMQ.atPlace: Facet.PLACE,
        CMQ.form: Facet.FORM,
        CMQ.status: Facet.STATUS,
        CMQ.participant: Facet.NAMED,
        CMQ.group: Facet.NAMED,
        CMQ.topic: Facet.NAMED,
    },
    Kind.MISSION: {
        CMQ.operatesIn: Facet.PLACE,
        CMQ.ledBy: Facet.NAMED,
        CMQ.mandate: Facet.NAMED,
    },
    Kind.ACTOR: {},
    Kind.ARTICLE: {DCTERMS.publisher: Facet.PUBLISHER},
}
_BODY: dict[Kind, tuple[URIRef, ...]] = {
    Kind.STATEMENT: (CMQ.text, CMQ.topicWords),
    Kind.MEETING: (CMQ.topicWords, CMQ.outcome),
    Kind.MISSION: (),
    Kind.ACTOR: (),
    Kind.ARTICLE: (NIF.isString,),
}
_DATES = (CMQ.date, CMQ.latest, CMQ.published)
# A quad with none of these predicates changes no entry, but for the vocabulary's labels.
RELEVANT = frozenset(
    {node(p) for p in (*_DATES, *(p for many in _FACETS.values() for p in many))}
    | {node(p) for many in _BODY.values() for p in many}
    | set(_NAMES_AND_TYPE)
    | {PARTICIPATION, *SEATED}
    | KEYED
)


@dataclass(frozen=True)
class Entry:
    """One thing: its folded title, names and body, its day ("" where unknown), its values, who met.

    `listing` tells under what it is listed.

    The names are those of what it points at, so they change with them.
    """

    kind: Kind
    title: str
    names: str
    body: str
    date: str
    values: tuple[tuple[Facet, str], ...]
    met: tuple[Pair, ...] = ()
    listing: Listing | None = None


@dataclass
class Entries:
    """Reads entries out of one state of the store; what several share is looked up once."""

    store: ox.Store
    _names: dict[str, str] = field(default_factory=dict)
    _articles: dict[ox.NamedNode, tuple[str, str]] = field(default_factory=dict)

    def entry(self, thing: ox.NamedNode) -> Entry | None:
        """The thing's entry, None where nobody would look for it."""
        if ox.Quad(thing, TYPE, node(CMQ.Actor)) in self.store:
            said = self._narrow(thing)  # all of an actor's quads would be thousands
        else:
            said = _Said(self.store.quads_for_pattern(thing, None, None, None))
        kind = next((kind for name, kind in CLASSES.items() if name in said.of(TYPE)), None)
        if kind is None:
            return None
        if kind is Kind.MISSION:
            said = _Said(self.store.quads_for_pattern(thing, None, None, None))
        met = pairs_of(self.store, thing) if kind is Kind.MEETING else ()
        return self._made(thing.value, kind, said, met)

    def _narrow(self, thing: ox.NamedNode) -> "_Said":
        return _Said(
            quad
            for predicate in _NAMES_AND_TYPE
            for quad in self.store.quads_for_pattern(thing, predicate, None, DEFAULT)
        )

    def _made(self, thing: str, kind: Kind, said: "_Said", met: tuple[Pair, ...]) -> Entry:
        values = [
            (facet, value.value) for p, facet in _FACETS[kind].items() for value in said.of(node(p))
        ]
        told = [self._article(one) for one in self._told_by(kind, said)]
        values += [(Facet.PUBLISHER, name) for name, _ in told if name]
        dates = [value.value for p in _DATES for value in said.of(node(p))]
        dates += [day for _, day in told if day] if kind is Kind.STATEMENT else []
        own = [value.value for p in _NAMES for value in said.of(p)]
        title = folded(own[0]) if own and kind is not Kind.MEETING else ""
        others = [folded(name) for name in own[1:]] if title else []
        pointed = [value for facet, value in values if facet is not Facet.PUBLISHER]
        return Entry(
            kind,
            title,
            " ".join(dict.fromkeys([*others, *map(self.names, sorted(set(pointed)))])).strip(),
            " ".join(folded(v.value) for p in _BODY[kind] for v in said.of(node(p))),
            day(dates[0]) if dates else "",
            tuple(sorted(set(values))),
            met,
            listing_of(thing, said, [published for _, published in told if published]),
        )

    def names(self, iri: str) -> str:
        """All names of a thing, each word once, folded."""
        if iri not in self._names:
            thing = ox.NamedNode(iri)
            found = [text for p in _NAMES for text in texts(self.store, thing, p)]
            if not found:
                quads = self.store.quads_for_pattern(thing, _NAMES[0], None, None)
                found = sorted({q.object.value for q in quads if isinstance(q.object, ox.Literal)})
            self._names[iri] = " ".join(dict.fromkeys(folded(" ".join(found)).split()))
        return self._names[iri]

    def _told_by(self, kind: Kind, said: "_Said") -> Sequence[ox.NamedNode]:
        """The articles that tell of a statement or a meeting."""
        if kind is Kind.STATEMENT:
            return [v for v in said.of(REPORTED) if isinstance(v, ox.NamedNode)]
        if kind is not Kind.MEETING:
            return []
        found = {v for graph in said.graphs for v in objects(self.store, graph, REPORTED)}
        return sorted((v for v in found if isinstance(v, ox.NamedNode)), key=lambda v: v.value)

    def _article(self, article: ox.NamedNode) -> tuple[str, str]:
        if article not in self._articles:
            both = (texts(self.store, article, node(p)) for p in (DCTERMS.publisher, CMQ.published))
            publisher, published = (next(iter(found), "") for found in both)
            self._articles[article] = publisher, published
        return self._articles[article]


class _Said:
    """What is accepted of a thing, and where nothing is, what is claimed."""

    def __init__(self, quads: Iterator[ox.Quad]) -> None:
        self._accepted: dict[ox.NamedNode, list[Term]] = {}
        self._claimed: dict[ox.NamedNode, list[Term]] = {}
        self.graphs: set[ox.NamedNode] = set()
        for quad in quads:
            graph, value = quad.graph_name, quad.object
            if not isinstance(value, Term):
                continue
            if isinstance(graph, ox.DefaultGraph):
                self._accepted.setdefault(quad.predicate, []).append(value)
            elif isinstance(graph, ox.NamedNode) and graph not in {BOOKKEEPING, FOREIGN}:
                self._claimed.setdefault(quad.predicate, []).append(value)
                self.graphs.add(graph)

    def accepted(self, predicate: ox.NamedNode) -> list[Term]:
        """The accepted values of a property, sorted."""
        return sorted(set(self._accepted.get(predicate, ())), key=lambda value: value.value)

    def of(self, predicate: ox.NamedNode) -> list[Term]:
        """The values of a property, sorted."""
        found = self._accepted.get(predicate) or self._claimed.get(predicate, [])
        return sorted(set(found), key=lambda value: value.value)


def day(edtf: str) -> str:
    """The first day that a date may mean, as ten characters or fewer: 2031-05 for 2031-05~."""
    return edtf.partition("/")[0].strip("~?%")[:10]


def things(store: ox.Store) -> Iterator[ox.NamedNode]:
    """Everything that may have an entry, also what is only claimed; each once a class."""
    for name in CLASSES:
        seen: set[ox.NamedNode] = set(subjects(store, TYPE, name))
        yield from sorted(seen, key=lambda thing: thing.value)
        for quad in store.quads_for_pattern(None, TYPE, name, None):
            if isinstance(quad.subject, ox.NamedNode) and quad.subject not in seen:
                seen.add(quad.subject)
                yield quad.subject
