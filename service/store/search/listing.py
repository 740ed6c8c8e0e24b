"""Under what a thing is listed, and when: what the index keeps of it for lists, counts and charts.

Only what is accepted counts, as for the patterns that pages would ask the graph with.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import RDF, RDFS

from loaders.mapping.nodes import node
from ontology.terms import CMQ
from service.store.patterns import Term

_TYPE, _LABEL = node(RDF.type), node(RDFS.label)
_DATE, _STATUS, _PUBLISHED = node(CMQ.date), node(CMQ.status), node(CMQ.published)
_KEYS: dict[str, tuple[URIRef, ...]] = {
    "Statement": (
        CMQ.speaker,
        CMQ.addressee,
        CMQ.about,
        CMQ.discusses,
        CMQ.topic,
        CMQ.topicWords,
        CMQ.speechAct,
        CMQ.statementForm,
    ),
    "Meeting": (CMQ.participant, CMQ.atPlace, CMQ.topic, CMQ.topicWords, CMQ.status),
}
KEYED = frozenset(node(name) for names in _KEYS.values() for name in names)
SORTS = frozenset(map(node, (CMQ.Person, CMQ.Organization, CMQ.Polity)))  # of actors, listed apart
BETWEEN = "\x01"  # sorts before whatever a name may go on with
_OURS = len(str(CMQ))

Key = tuple[str, str]


class Listing(NamedTuple):
    """Dates (or what else it is sorted by) with statuses, "" where it has none, and keys.

    A key is `Meeting.participant` or the like with a value, or `type` with a class.
    """

    at: tuple[tuple[str, str], ...]
    keys: tuple[Key, ...]


class Accepted(Protocol):
    """What is accepted of a thing."""

    def accepted(self, predicate: ox.NamedNode) -> Sequence[Term]:
        """The values of a property, sorted."""


def listing_of(thing: str, said: Accepted, published: Sequence[str]) -> Listing | None:
    """A thing's place in lists; `published` are the days of the articles that tell of it."""
    types = [v.value[_OURS:] for v in said.accepted(_TYPE) if v.value.startswith(str(CMQ))]
    if not types:
        return None
    keys = [("type", name) for name in types]
    for name in types:
        for predicate in _KEYS.get(name, ()):
            called = f"{name}.{predicate[_OURS:]}"
            keys += [(called, value.value) for value in said.accepted(node(predicate))]
    return Listing(tuple(_at(thing, types, said, published)), tuple(sorted(set(keys))))


def _at(
    thing: str, types: Sequence[str], said: Accepted, published: Sequence[str]
) -> Iterator[tuple[str, str]]:
    if "Actor" in types or "Mission" in types:
        for label in said.accepted(_LABEL):
            yield f"{label.value.lower()}{BETWEEN}{thing}", ""
        return
    own = said.accepted(_PUBLISHED if "Article" in types else _DATE)
    dates = [date.value for date in own]
    if "Statement" in types and not dates:
        dates = sorted(set(published))
    statuses = [s.value.rsplit("/", 1)[-1] for s in said.accepted(_STATUS)]
    for date in dates or [""]:
        yield from ((date, status) for status in statuses or [""])
