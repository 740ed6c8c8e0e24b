"""Asks the request's snapshot, in a worker as every query, and remembers the rows for pages."""

from collections.abc import Mapping, Sequence
from typing import cast

import pyoxigraph as ox

from service.http.state import snapshot, state

Row = Mapping[str, ox.NamedNode | ox.Literal]


def rows(sparql: str) -> Sequence[Row]:
    """The rows of a SELECT, asked once a snapshot; variables that aren't bound are left out."""
    kept = snapshot().kept
    if sparql not in kept:  # two threads may both ask: they find the same
        kept[sparql] = _asked(sparql)
    return cast(Sequence[Row], kept[sparql])


def _asked(sparql: str) -> Sequence[Row]:
    found = state().pool.select(sparql, snapshot().source)
    names = [variable.value for variable in found.variables]
    return tuple(
        {
            n: v
            for n, v in zip(names, solution, strict=True)
            if isinstance(v, ox.NamedNode | ox.Literal)
        }
        for solution in found
    )


def count(pattern: str) -> int:
    """How many solutions a pattern has: one a thing, as each has one label in the default graph."""
    found = rows(f"SELECT (COUNT(*) AS ?count) WHERE {{ {pattern} }}")
    return int(found[0]["count"].value)
