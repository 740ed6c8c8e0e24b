"""What changes in the store when articles come, change or go: a pure function of what it holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox
from rdflib.namespace import PROV

from loaders.mapping import ArticleGraph
from loaders.mapping.nodes import node
from ontology.terms import CMQ
from service.store.linksets import is_linkset
from service.store.patterns import Term, graphs_with, objects, subjects, texts
from service.store.resolution import LABEL, RESOLVED, Candidate, chosen
from service.store.terms import BOOKKEEPING, DEFAULT, FOREIGN

_REPORTED, _ACCEPTED, _IN = node(CMQ.reportedIn), node(CMQ.accepted), node(CMQ.inArticle)
_PUBLISHED, _GENERATED = node(CMQ.published), node(PROV.wasGeneratedBy)


@dataclass
class Change:
    """Quads to take out and to put in; applied at once or not at all."""

    removed: set[ox.Quad] = field(default_factory=set)
    added: set[ox.Quad] = field(default_factory=set)

    def settle(self) -> "Change":
        """Leave alone what would be taken out and put in again."""
        both = self.removed & self.added
        return Change(self.removed - both, self.added - both)


@dataclass
class _Weighing:
    """Triples that lose or gain an accepted claim, and the graphs that go."""

    lapsed: set[ox.Triple] = field(default_factory=set)
    raised: set[ox.Triple] = field(default_factory=set)
    gone: set[ox.NamedNode] = field(default_factory=set)
    published: dict[ox.NamedNode, str] = field(default_factory=dict)


def replacement(
    store: ox.Store, gone: Iterable[ox.NamedNode], new: Iterable[ArticleGraph]
) -> Change:
    """What to change so that the store says of these articles only what `new` says."""
    change, weighing, graphs = Change(), _Weighing(), list(new)
    for article in dict.fromkeys([*gone, *(g.article for g in graphs)]):
        _take_out(store, article, change, weighing)
    for graph in graphs:
        _put_in(graph, change, weighing)
    _weigh(store, change, weighing)
    _resolve(store, graphs, change, weighing)
    _forget_runs(store, change, weighing)
    return change.settle()


def _quad(triple: ox.Triple, graph: ox.NamedNode | ox.DefaultGraph = DEFAULT) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def claims_of(store: ox.Store, article: ox.NamedNode) -> Iterator[tuple[ox.NamedNode, bool]]:
    """The claims that an article makes and whether each is accepted."""
    for thing in subjects(store, _REPORTED, article):
        for accepted in texts(store, thing, _ACCEPTED):
            yield thing, accepted == "true"


def owned_by(store: ox.Store, article: ox.NamedNode) -> Iterator[ox.NamedNode]:
    """What exists by the article alone: itself, its claims, mentions and warnings."""
    yield article
    yield from (claim for claim, _ in claims_of(store, article))
    yield from subjects(store, _IN, article)


def _take_out(store: ox.Store, article: ox.NamedNode, change: Change, weighing: _Weighing) -> None:
    """Everything that belongs to the article alone goes; its accepted triples are to be weighed."""
    for claim, accepted in claims_of(store, article):
        held = list(store.quads_for_pattern(None, None, None, claim))
        change.removed.update(held)
        weighing.gone.add(claim)
        if accepted:
            weighing.lapsed.update(quad.triple for quad in held)
    for subject in owned_by(store, article):
        change.removed.update(store.quads_for_pattern(subject, None, None, DEFAULT))
    change.removed.update(store.quads_for_pattern(article, None, None, BOOKKEEPING))


def _put_in(graph: ArticleGraph, change: Change, weighing: _Weighing) -> None:
    change.added.update(_quad(triple) for triple in graph.own)
    for claim in graph.claims:
        change.added.update(_quad(triple, claim.iri) for triple in claim.triples)
        if claim.accepted:
            weighing.raised.update(claim.triples)
    everything = (*graph.own, *(t for claim in graph.claims for t in claim.triples))
    dates = (t.object for t in everything if t.predicate == _PUBLISHED)
    date = next(dates, None)
    weighing.published[graph.article] = date.value if isinstance(date, ox.Literal) else ""


def _weigh(store: ox.Store, change: Change, weighing: _Weighing) -> None:
    """Accepted triples enter the default graph; those that nobody accepts any more leave it."""
    for triple in weighing.raised:
        if triple.predicate not in RESOLVED:
            change.added.add(_quad(triple))
    for triple in weighing.lapsed - weighing.raised:
        if triple.predicate not in RESOLVED and not is_supported(store, triple, weighing.gone):
            change.removed.add(_quad(triple))


def is_supported(store: ox.Store, triple: ox.Triple, gone: set[ox.NamedNode]) -> bool:
    """Whether an accepted claim or links that stay hold the triple, or somebody else wrote it."""
    quads = store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    graphs = (quad.graph_name for quad in quads)
    return any(
        isinstance(graph, ox.NamedNode)
        and graph not in gone
        and (graph == FOREIGN or _is_accepted(store, graph) or is_linkset(store, graph))
        for graph in graphs
    )


def _is_accepted(store: ox.Store, claim: ox.NamedNode) -> bool:
    return "true" in texts(store, claim, _ACCEPTED)


def _resolve(
    store: ox.Store, graphs: list[ArticleGraph], change: Change, weighing: _Weighing
) -> None:
    """Choose again wherever a label or a status is claimed or no longer claimed."""
    touched = {
        (t.subject, t.predicate)
        for t in weighing.lapsed | weighing.raised
        if t.predicate in RESOLVED and isinstance(t.subject, ox.NamedNode)
    }
    lapsed = {(t.subject, t.predicate) for t in weighing.lapsed}
    fresh = _fresh(graphs, weighing)
    for subject, predicate in sorted(touched, key=str):
        candidates = fresh.get((subject, predicate), [])
        if predicate == LABEL and (subject, predicate) not in lapsed:
            candidates += _shown(store, subject)
        else:
            candidates += _standing(store, subject, predicate, weighing)
        change.removed.update(store.quads_for_pattern(subject, predicate, None, DEFAULT))
        if candidates:
            value = chosen(predicate, candidates)
            change.added.add(ox.Quad(subject, predicate, value, DEFAULT))


def _fresh(
    graphs: list[ArticleGraph], weighing: _Weighing
) -> dict[tuple[object, object], list[Candidate]]:
    """What the new articles' accepted claims say."""
    found: dict[tuple[object, object], list[Candidate]] = {}
    for graph in graphs:
        published = weighing.published[graph.article]
        for claim in graph.claims:
            for triple in claim.triples if claim.accepted else ():
                key, value = (triple.subject, triple.predicate), triple.object
                if triple.predicate in RESOLVED and isinstance(value, Term):
                    found.setdefault(key, []).append(Candidate(value, published))
    return found


def _shown(store: ox.Store, subject: ox.NamedNode) -> list[Candidate]:
    """The label shown now: the best of all that stand, where none goes."""
    return [Candidate(value, "") for value in objects(store, subject, LABEL)]


def _standing(
    store: ox.Store, subject: ox.NamedNode, predicate: ox.NamedNode, weighing: _Weighing
) -> list[Candidate]:
    """What accepted claims that stay say."""
    return [
        Candidate(value, published_of(store, claim))
        for claim, value in graphs_with(store, subject, predicate)
        if claim not in weighing.gone and _is_accepted(store, claim)
    ]


def published_of(store: ox.Store, claim: ox.NamedNode) -> str:
    """The date of a claim's article, "" where it has none."""
    articles = (a for a in objects(store, claim, _REPORTED) if isinstance(a, ox.NamedNode))
    return next((date for article in articles for date in texts(store, article, _PUBLISHED)), "")


def _forget_runs(store: ox.Store, change: Change, weighing: _Weighing) -> None:
    """A run that no claim was made by any more goes with its last claim."""
    kept = {q.object for q in change.added if q.predicate == _GENERATED}
    for run in {q.object for q in change.removed if q.predicate == _GENERATED} - kept:
        if isinstance(run, ox.NamedNode) and weighing.gone.issuperset(
            subjects(store, _GENERATED, run)
        ):
            change.removed.update(store.quads_for_pattern(run, None, None, DEFAULT))
