"""What is counted over a whole snapshot, once, for VoID and the sitemap."""

from collections.abc import Mapping
from dataclasses import dataclass

from rdflib.namespace import SKOS

from service.http.pages.selecting import Row, rows

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
    """Counts over the default graph: triples by property, things by class, links by site."""

    entities: int
    properties: Mapping[str, int]
    classes: Mapping[str, int]
    links: Mapping[str, int]

    @property
    def triples(self) -> int:
        """All there are."""
        return sum(self.properties.values())


def statistics() -> Statistics:
    """The counts of the request's snapshot, from its memory where it was asked before."""
    return Statistics(
        _number(rows(_ENTITIES)[0]), _counts(_PROPERTIES), _counts(_CLASSES), _counts(_MATCHES)
    )


def _counts(sparql: str) -> dict[str, int]:
    found = {row["of"].value: _number(row) for row in rows(sparql) if "of" in row}
    return dict(sorted(found.items()))


def _number(row: Row) -> int:
    return int(row["n"].value)
