"""What a worker can be asked; imported in the workers, so it needs the standard library alone."""

from dataclasses import dataclass
from enum import StrEnum

ROWS = "application/sparql-results+json"
TRIPLES = "application/n-triples"


class Kind(StrEnum):
    """What an answer is."""

    SOLUTIONS = "s"
    BOOLEAN = "b"
    GRAPH = "g"


class Whole(StrEnum):
    """What a dump may hold besides one named graph."""

    DEFAULT = "the default graph"
    EVERYTHING = "every graph"


@dataclass(frozen=True)
class Query:
    """A SPARQL query, with the media type for either kind of answer; None where none will do.

    A dataset that the protocol gives replaces the query's own: IRIs, or None for neither.
    `base` resolves relative IRIs.
    """

    sparql: str
    results: str | None = ROWS
    graph: str | None = TRIPLES
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    base: str | None = None


@dataclass(frozen=True)
class Dump:
    """A graph by its IRI, the default graph, or the whole dataset, as it is."""

    graph: str | Whole
    media: str


Work = Query | Dump


class Fault(StrEnum):
    """Why a worker couldn't answer."""

    MALFORMED = "malformed"
    NO_FORM = "no form"
    NO_GRAPH = "no graph"
    NO_SNAPSHOT = "no snapshot"
    TOO_LARGE = "too large"
    TOO_MUCH_MEMORY = "too much memory"
    FAILED = "failed"


@dataclass(frozen=True)
class Snapshot:
    """Where a state of the store lies; `name` tells it from every other, also at the same place."""

    folder: str
    number: int
    name: str


@dataclass(frozen=True)
class Start:
    """What a worker is told at its start."""

    prefixes: dict[str, str]
    memory: int = 0
    largest: int = 0


@dataclass(frozen=True)
class Task:
    """One piece of work on one snapshot; without work the snapshot is only opened."""

    snapshot: Snapshot
    work: Work | None
