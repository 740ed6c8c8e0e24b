"""Answers to questions: candidates with scores, the best first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from ontology.terms import CMQ
from service.http.links import label, local
from service.http.pages.told import exists, texts_of
from service.http.reconcile.agreeing import context, having
from service.http.reconcile.candidates import candidates
from service.http.reconcile.kinds import Type, is_of, type_id, types_of
from service.http.reconcile.messages import Question
from service.http.reconcile.properties import PROPERTIES, shown
from service.http.reconcile.scores import (
    OTHER_TYPE,
    Context,
    Fit,
    Level,
    fit,
    in_context,
    is_match,
)
from service.http.search.index_in_step import Opened
from service.http.state import snapshot, state

_LEAST = 30.0  # a candidate with less is none
_DESCRIBED = 3  # offices in a description


@dataclass(frozen=True)
class Candidate:
    """A thing that may be meant."""

    id: str
    name: str
    types: tuple[Type, ...]
    fit: Fit | None
    context: Context
    of_type: bool
    score: float


def answer(opened: Opened | None, question: Question) -> list[dict[str, Any]]:
    """The candidates as the specification has them."""
    found = sorted(_found(opened, question), key=lambda one: (-one.score, one.name, one.id))
    scores = [one.score for one in found]
    return [
        _described(one, is_match=bool(question.name) and is_match(scores, at))
        for at, one in enumerate(found[: question.most])
    ]


def identified(given: str) -> ox.NamedNode | None:
    """The actor or mission that an id or an IRI stands for."""
    base = state().settings.base
    try:
        thing = ox.NamedNode(given if given.startswith(base) else base + given)
    except ValueError:
        return None
    store = snapshot().store
    return thing if exists(store, thing) and types_of(store, thing) else None


def described_in_words(store: ox.Store, thing: ox.NamedNode) -> str:
    """What tells a thing from its namesakes."""
    offices = [shown(store, value) for value in PROPERTIES["office"].values(store, thing)]
    named = [str(one["name"]) for one in offices if "name" in one][:_DESCRIBED]
    return "; ".join(named) or str(next(iter(PROPERTIES["kind"].values(store, thing))))


def _found(opened: Opened | None, question: Question) -> Iterator[Candidate]:
    store = snapshot().store
    same = identified(question.name) if question.name else None
    if same:
        yield _candidate(store, same, question, Fit(Level.LABEL))
        return
    if not question.name:
        iris = having(store, question.properties)
    else:
        iris = candidates(opened, question.name) if opened else []
    for iri in iris:
        thing = ox.NamedNode(iri)
        if types_of(store, thing) and local(iri):
            made = _candidate(store, thing, question, None)
            if made.score >= _LEAST and (made.of_type or question.type_strict == "should"):
                yield made


def _candidate(
    store: ox.Store, thing: ox.NamedNode, question: Question, known: Fit | None
) -> Candidate:
    name, types = label(store, thing), types_of(store, thing)
    wanted = [is_of(types, type_id(one)) for one in question.types]
    of_type = all(wanted) if question.type_strict == "all" else any(wanted) or not wanted
    found = known
    if found is None and question.name:
        found = fit(question.name, name, texts_of(store, thing, CMQ.name))
    agreed = context(store, thing, question.properties)
    score = in_context(found.score if found else 0.0, agreed)
    score = score if of_type else max(score - OTHER_TYPE, 0.0)
    own = local(thing.value) or thing.value
    return Candidate(own, name, tuple(types), found, agreed, of_type, round(score, 1))


def _described(one: Candidate, *, is_match: bool) -> dict[str, Any]:
    store, thing = snapshot().store, ox.NamedNode(state().settings.base + one.id)
    return {
        "id": one.id,
        "name": one.name,
        "description": described_in_words(store, thing),
        "type": [{"id": made.id, "name": made.name} for made in one.types],
        "score": one.score,
        "match": is_match,
        "features": list(_features(one)),
    }


def _features(one: Candidate) -> Iterator[dict[str, Any]]:
    """What the score was made of."""
    if one.fit:
        yield {"id": "name", "value": round(one.fit.score, 1)}
        for level in Level:
            yield {"id": level.name.lower(), "value": one.fit.level is level}
    yield {"id": "type", "value": one.of_type}
    for pid, agreed in one.context.agreed:
        if agreed is not None:
            yield {"id": f"property-{pid}", "value": round(agreed, 2)}
