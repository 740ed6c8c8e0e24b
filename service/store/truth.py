"""What the store must hold for its articles, whatever others have written over it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec
import pyoxigraph as ox
from rdflib.namespace import PROV, RDF

from loaders.corrections import Mending
from loaders.mapping import ArticleGraph, map_facts
from loaders.mapping.nodes import node
from loaders.naming import token
from ontology.terms import CMQ
from service.store import linksets
from service.store.corrections import graph_of, located, mending_of, told
from service.store.patterns import Term, objects, subjects
from service.store.records import facts_of, links_of, recorded, text_of
from service.store.replacement import claims_of, owned_by, published_of
from service.store.resolution import RESOLVED, Candidate, chosen
from service.store.terms import DEFAULT
from service.store.vocabulary import concepts, is_up_to_date

_PUBLISHED, _GENERATED = node(CMQ.published), node(PROV.wasGeneratedBy)
_TYPE, _ARTICLE = node(RDF.type), node(CMQ.Article)


@dataclass
class Truth:
    """The quads that must be there; the claims' graphs of `rebuilt` hold these and no others.

    `lost` tells of articles that can't be made whole, and why.
    """

    quads: ox.Store = field(default_factory=ox.Store)
    rebuilt: set[ox.NamedNode] = field(default_factory=set)
    lost: dict[ox.NamedNode, str] = field(default_factory=dict)
    _rivals: dict[tuple[ox.NamedNode, ox.NamedNode], list[Candidate]] = field(default_factory=dict)

    def accept(self, triple: ox.Triple, published: str) -> None:
        """An accepted claim says this."""
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        if predicate not in RESOLVED:
            self.state([triple])
        elif isinstance(subject, ox.NamedNode) and isinstance(value, Term):
            candidate = Candidate(value, published)
            self._rivals.setdefault((subject, predicate), []).append(candidate)

    def state(self, triples: list[ox.Triple], graph: ox.NamedNode | None = None) -> None:
        """The graph, else the default graph, holds these."""
        self.quads.extend(
            ox.Quad(t.subject, t.predicate, t.object, graph or DEFAULT) for t in triples
        )

    def settle(self) -> None:
        """Where claims differ, the default graph shows one."""
        for (subject, predicate), found in self._rivals.items():
            self.state([ox.Triple(subject, predicate, chosen(predicate, found))])

    def shows_another(self, triple: ox.Triple) -> bool:
        """Whether the default graph must show another value instead."""
        return (triple.subject, triple.predicate) in self._rivals


def truth(store: ox.Store) -> Truth:
    """From the records that this version made and that are whole, else as the claims stand."""
    found = Truth()
    articles = {*recorded(store), *subjects(store, _TYPE, _ARTICLE)}
    known, mending = set(recorded(store)), mending_of(store)
    _tell_corrections(store, found)
    _tell_links(store, found)
    for article in sorted(articles, key=str):
        graph = _remade(store, article, mending) if article in known else None
        if graph is None:
            found.lost[article] = "its text is gone" if article in known else "its record is gone"
        if graph and _is_of_this_version(store, graph):
            _rebuild(found, graph)
        else:
            _take_as_it_stands(store, found, article)
    found.settle()
    if is_up_to_date(store):
        found.quads.extend(concepts())
    return found


def _remade(store: ox.Store, article: ox.NamedNode, mending: Mending) -> ArticleGraph | None:
    """What the record says, as readers have corrected it; None where the record isn't whole."""
    if text_of(store, article) is None:
        return None
    try:
        facts, links = facts_of(store, article), links_of(store, article)
    except (IndexError, msgspec.ValidationError):
        return None
    base = article.value.removesuffix(f"article/{token(facts.key)}")
    return map_facts(facts, links, base, mending)


def _tell_corrections(store: ox.Store, found: Truth) -> None:
    """The graph of corrections follows from their records."""
    for base, one in located(store):
        found.rebuilt.add(graph_of(base))
        found.state(list(told(base, one)), graph_of(base))


def _tell_links(store: ox.Store, found: Truth) -> None:
    """The graphs of imported links follow from their records."""
    for graph, one in linksets.records_of(store):
        base = graph.value.removesuffix(f"linkset/{one.name}")
        found.rebuilt.add(graph)
        found.state(list(linksets.told(base, one)), graph)
        found.state(list(linksets.entering(base, one)))


def _is_of_this_version(store: ox.Store, graph: ArticleGraph) -> bool:
    """Another version says the same in other triples: what it wrote is not measured by ours."""
    ours = {t.object for t in graph.own if t.predicate == _GENERATED}
    return all(
        run in ours for claim in graph.claims for run in objects(store, claim.iri, _GENERATED)
    )


def _rebuild(found: Truth, graph: ArticleGraph) -> None:
    found.state(list(graph.own))
    published = _date(graph)
    for claim in graph.claims:
        found.rebuilt.add(claim.iri)
        found.state(list(claim.triples), claim.iri)
        for triple in claim.triples if claim.accepted else ():
            found.accept(triple, published)


def _date(graph: ArticleGraph) -> str:
    everything = (*graph.own, *(t for claim in graph.claims for t in claim.triples))
    dates = (t.object for t in everything if t.predicate == _PUBLISHED)
    return next((date.value for date in dates if isinstance(date, ox.Literal)), "")


def _take_as_it_stands(store: ox.Store, found: Truth, article: ox.NamedNode) -> None:
    for subject in _owned(store, article):
        held = store.quads_for_pattern(subject, None, None, DEFAULT)
        found.state([quad.triple for quad in held])
    for claim, accepted in claims_of(store, article):
        for quad in store.quads_for_pattern(None, None, None, claim) if accepted else ():
            found.accept(quad.triple, published_of(store, claim))


def _owned(store: ox.Store, article: ox.NamedNode) -> Iterator[ox.NamedNode]:
    yield from owned_by(store, article)
    for claim, _ in claims_of(store, article):
        runs = objects(store, claim, _GENERATED)
        yield from (run for run in runs if isinstance(run, ox.NamedNode))
