"""What is counted over a whole snapshot, once, for the description of the dataset."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rdflib.namespace import SKOS

from service.http.pages.selecting import Row, rows
from service.http.state import snapshot
from service.store.workers.errors import QueryTimeout, TooMuchMemory

# One pass over an index each.
_PROPERTIES = "SELECT ?of (COUNT(*) AS ?n) WHERE { ?s ?of ?o } GROUP BY ?of"
_CLASSES = "SELECT ?of (COUNT(*) AS ?n) WHERE { ?s a ?of } GROUP BY ?of"
_ENTITIES = "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?class }"
_MATCHES = f"""
SELECT ?of (COUNT(*) AS ?n) WHERE {{ ?s <{SKOS.exactMatch}> ?o
  BIND(REPLACE(STR(?o), "^([a-z]+://[^/]+/).*$", "$1") AS ?of) }} GROUP BY ?of
"""


@dataclass(frozen=True)
class Statistics:
    """Counts over the default graph: triples by property, things by class, links by site.

    None where the store is too large to count within a query's limits.
    """

    entities: int | None
    properties: Mapping[str, int] | None
    classes: Mapping[str, int] | None
    links: Mapping[str, int] | None

    @property
    def triples(self) -> int | None:
        """All there are."""
        return sum(self.properties.values()) if self.properties is not None else None


def statistics() -> Statistics:
    """The counts of the request's snapshot, from its memory where it was asked before."""
    entities = _found(_ENTITIES)
    return Statistics(
        int(entities[0]["n"].value) if entities else None,
        _counts(_PROPERTIES),
        _counts(_CLASSES),
        _counts(_MATCHES),
    )


def _counts(sparql: str) -> dict[str, int] | None:
    found = _found(sparql)
    if found is None:
        return None
    return dict(sorted((row["of"].value, int(row["n"].value)) for row in found if "of" in row))


def _found(sparql: str) -> Sequence[Row] | None:
    """The rows, None where they can't be had; it isn't tried again on this snapshot."""
    kept, failed = snapshot().kept, f"failed {sparql}"
    if failed in kept:
        return None
    try:
        return rows(sparql)
    except (QueryTimeout, TooMuchMemory):
        kept[failed] = True
        return None
