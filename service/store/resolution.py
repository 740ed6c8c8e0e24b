"""Which of several claimed values the default graph shows: of a label, of a status."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib.namespace import RDFS

from ontology.terms import CMQ, CONCEPT

LABEL = ox.NamedNode(str(RDFS.label))
STATUS = ox.NamedNode(str(CMQ.status))
RESOLVED = frozenset({LABEL, STATUS})
_RANK = ("held", "cancelled", "postponed", "declined", "planned")


@dataclass(frozen=True)
class Candidate:
    """A value that an accepted claim gives; `published` is its article's date, "" where unknown."""

    value: ox.Literal | ox.NamedNode
    published: str


def chosen(predicate: ox.NamedNode, candidates: Iterable[Candidate]) -> ox.Literal | ox.NamedNode:
    """The value that the default graph takes; the same for any order of the candidates."""
    key = _label_worth if predicate == LABEL else _status_worth
    return max(candidates, key=key).value


def _label_worth(candidate: Candidate) -> tuple[bool, int, int, str]:
    """A name with capitals before one without, then with its diacritics, then the longer."""
    text = candidate.value.value
    return text != text.lower(), sum(not c.isascii() for c in text), len(text), text


def _status_worth(candidate: Candidate) -> tuple[str, int]:
    """The latest dated report counts; on one day what happened counts before plans."""
    name = candidate.value.value.removeprefix(str(CONCEPT))
    return candidate.published, -_RANK.index(name) if name in _RANK else -len(_RANK)
