"""Finds what a name means in a store: an exact wording first, then one that folds the same."""

from collections import defaultdict
from collections.abc import Callable, Mapping

import pyoxigraph as ox

from ontology.terms import CMQ
from queries.binding import Term, bind
from queries.catalogue import Query, internal
from queries.folding import fold
from queries.header import Parameter
from queries.values import literals, read_iri
from queries.vocabulary import find_concepts

Ask = Callable[[str], ox.QuerySolutions]
Folded = Mapping[str, tuple[Term, ...]]
_CLASSES = {
    "actor": (CMQ.Actor,),
    "article": (CMQ.Article,),
    "instrument": (CMQ.Instrument,),
    "meeting": (CMQ.Meeting,),
    "mission": (CMQ.Mission,),
    "office": (CMQ.Office,),
    "place": (CMQ.Place, CMQ.Polity),
    "search": (CMQ.Actor,),
    "thing": (
        CMQ.Actor,
        CMQ.Instrument,
        CMQ.Meeting,
        CMQ.Mission,
        CMQ.Office,
        CMQ.Place,
    ),
}
_KEPT = 24  # lists of folded names: a list a kind, for the stores and snapshots in use
_folded: dict[tuple[str, str, str], Folded] = {}


def resolve(parameter: Parameter, value: str, ask: Ask, version: str | None) -> list[Term]:
    """The terms that a value means; none where nothing has such a name.

    `version` names the state of the store: names are folded once for each.
    """
    iri = read_iri(parameter, value)
    if parameter.type == "topic":
        return _topics(value, iri, ask, version)
    if iri:
        return [iri]
    if parameter.type == "search":
        return _searched(value, ask, version)
    if parameter.type == "value":
        concepts = [ox.NamedNode(found) for found in find_concepts(value, None)]
        return [*literals(value), *concepts, *_named("thing", value, ask, version)]
    return _named(parameter.type, value, ask, version)


def _topics(value: str, iri: ox.NamedNode | None, ask: Ask, version: str | None) -> list[Term]:
    """Concepts of the scheme with all narrower ones, and wordings of articles."""
    concepts = find_concepts(iri.value if iri else value, "topics")
    found: list[Term] = [ox.NamedNode(concept) for concept in concepts]
    if iri:
        return found or [iri]
    return [*found, *_list("_topics", "topic", ask, version).get(fold(value), ())]


def _searched(value: str, ask: Ask, version: str | None) -> list[Term]:
    """Actors one of whose names has these words in it."""
    wanted = fold(value)
    names = _list("_names", "search", ask, version) if wanted else {}
    found = {term for name, terms in names.items() if wanted in name for term in terms}
    return sorted(found, key=lambda term: term.value)


def _named(kind: str, value: str, ask: Ask, version: str | None) -> list[Term]:
    """Things of a kind: by what is accepted, else by what any claim says; exact names first."""
    for names in ("_names", "_claimed_names"):
        exact = _terms(ask(bind(internal(names), {"kind": _kinds(kind), "name": _wordings(value)})))
        found = exact or _list(names, kind, ask, version).get(fold(value), ())
        if found:
            return list(found)
    return []


def _wordings(value: str) -> list[Term]:
    return [ox.Literal(value)]


def _kinds(kind: str) -> list[Term]:
    return [ox.NamedNode(str(term)) for term in _CLASSES.get(kind, ())]


def _list(query: str, kind: str, ask: Ask, version: str | None) -> Folded:
    """All names that a query finds for a kind, folded; kept under the store's version."""
    if version is None:
        return _fold_all(internal(query), kind, ask)
    key = (version, query, kind)
    if key not in _folded:
        folded = _fold_all(internal(query), kind, ask)
        while len(_folded) >= _KEPT:
            _folded.pop(next(iter(_folded)), None)
        _folded[key] = folded
    return _folded[key]


def _fold_all(query: Query, kind: str, ask: Ask) -> Folded:
    found: dict[str, set[Term]] = defaultdict(set)
    bindings = {"kind": _kinds(kind)} if kind != "topic" else {}
    for solution in ask(bind(query, bindings)):
        name, thing = solution["name"], solution["thing"]
        if isinstance(name, ox.Literal) and isinstance(thing, ox.NamedNode | ox.Literal):
            found[fold(name.value)].add(thing)
    return {
        name: tuple(sorted(things, key=lambda term: term.value)) for name, things in found.items()
    }


def _terms(solutions: ox.QuerySolutions) -> tuple[Term, ...]:
    things = {solution["thing"] for solution in solutions}
    found = [thing for thing in things if isinstance(thing, ox.NamedNode | ox.Literal)]
    return tuple(sorted(found, key=lambda term: term.value))
