"""Asks the request's snapshot and reads the answer at once, in the thread that asked."""

import pyoxigraph as ox

from ontology.terms import PREFIXES
from service.http.state import snapshot

Row = dict[str, ox.NamedNode | ox.Literal]


def rows(sparql: str) -> list[Row]:
    """The rows of a SELECT; variables that aren't bound are left out."""
    found = snapshot().store.query(sparql, prefixes=PREFIXES)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError(f"no SELECT: {sparql}")
    names = [variable.value for variable in found.variables]
    return [
        {
            n: v
            for n, v in zip(names, solution, strict=True)
            if isinstance(v, ox.NamedNode | ox.Literal)
        }
        for solution in found
    ]


def count(pattern: str) -> int:
    """How many solutions a pattern has: one a thing, as each has one label in the default graph."""
    found = rows(f"SELECT (COUNT(*) AS ?count) WHERE {{ {pattern} }}")
    return int(found[0]["count"].value)
