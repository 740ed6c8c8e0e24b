"""Who met whom at one meeting: what the index adds up, as the question `who-met-whom` counts it."""

from itertools import permutations
from typing import NamedTuple

import pyoxigraph as ox

from loaders.mapping.nodes import node
from ontology.terms import CMQ, CONCEPT
from service.store.patterns import Term, objects

PARTICIPATION = node(CMQ.participation)
SEATED = frozenset({node(CMQ.side), node(CMQ.participantActor)})
_PARTICIPANT, _STATUS, _HELD = node(CMQ.participant), node(CMQ.status), node(CONCEPT.held)
_SIDE, _ACTOR = node(CMQ.side), node(CMQ.participantActor)


class Pair(NamedTuple):
    """Two who met, in order; `sides` where one report tells that they sat opposite."""

    one: str
    other: str
    sides: bool


def pairs_of(store: ox.Store, meeting: ox.NamedNode) -> tuple[Pair, ...]:
    """The pairs of an accepted meeting that was held; where sides are told, across them alone."""
    if ox.Quad(meeting, _STATUS, _HELD) not in store:
        return ()
    found = objects(store, meeting, _PARTICIPANT)
    present = sorted({one.value for one in found if isinstance(one, ox.NamedNode)})
    if len(present) < 2:
        return ()
    seats = _seats(store, meeting)
    across = {
        tuple(sorted((one[1], other[1])))
        for one, other in permutations(seats, 2)
        if one[0] == other[0] and one[1] != other[1] and one[2] != other[2]
    }
    every = (
        Pair(one, other, (one, other) in across)
        for place, one in enumerate(present)
        for other in present[place + 1 :]
    )
    return tuple(pair for pair in every if pair.sides or not seats)


def _seats(store: ox.Store, meeting: ox.NamedNode) -> list[tuple[str, str, Term]]:
    """Report, actor and side of each part that has a side.

    Sides are numbered anew by each report: only those of one are compared.
    """
    return [
        (part.value.rpartition("/")[0], actor, side)
        for part in objects(store, meeting, PARTICIPATION)
        if isinstance(part, ox.NamedNode)
        for side in objects(store, part, _SIDE)
        for actor in [term.value for term in objects(store, part, _ACTOR)] or [""]
    ]
