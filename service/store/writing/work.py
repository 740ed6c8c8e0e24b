"""What the writing process is asked to do, and what it answers; plain data that travels."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import pyoxigraph as ox


@dataclass(frozen=True)
class Document:
    """RDF as it was sent: `media` names its format, `base` resolves its relative IRIs."""

    data: bytes
    media: str
    base: str


@dataclass(frozen=True)
class Update:
    """A SPARQL update; all its operations or none."""

    text: str
    base: str
    prefixes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Put:
    """A graph (None: the default graph) becomes what the documents say."""

    graph: str | None
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class Add:
    """A graph gets what the documents say beside what it holds."""

    graph: str | None
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class AddDataset:
    """Every graph that the documents name gets what they say of it."""

    documents: tuple[Document, ...]


@dataclass(frozen=True)
class Drop:
    """A graph goes; the default graph is emptied."""

    graph: str | None


Work = Update | Put | Add | AddDataset | Drop


class Planned(NamedTuple):
    """Work that was made for a state of the store, and what it reaches of the search index."""

    work: Work
    reached: frozenset[str]


@dataclass(frozen=True)
class Plan:
    """Work that depends on what the store holds: made when its turn has come, of that state.

    It stays in the server's process. What `make` raises is told to whoever waits.
    """

    make: Callable[[ox.Store], Planned]


@dataclass(frozen=True)
class Done:
    """It was carried out; `existed` tells whether the graph that it is about was there before."""

    existed: bool = True


@dataclass(frozen=True)
class Refused:
    """It can't be carried out, and nothing changed: `malformed` input, or against the data."""

    reason: str
    malformed: bool = True


@dataclass(frozen=True)
class Open:
    """Open the store in this folder."""

    path: str


@dataclass(frozen=True)
class Publish:
    """Copy the store to this folder."""

    folder: str


@dataclass(frozen=True)
class Close:
    """Close the store."""


Order = Open | Publish | Close | Work
Answer = Done | Refused
