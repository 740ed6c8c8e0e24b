"""Links to other people's identifiers as a linkset (RFC 9264), thing by thing."""

import json
from collections.abc import Iterator
from itertools import groupby

from service.exports.evidence import subjects
from service.exports.filters import Filters
from service.exports.selection import values
from service.exports.source import Source, batched
from service.store.linksets import RELATIONS

_LINK = f"VALUES ?p {{ {' '.join(f'<{iri}>' for iri in RELATIONS.values())} }} ?s ?p ?o"
_OUTSIDE = "FILTER(ISIRI(?s) && ISIRI(?o))"


def linkset(source: Source, filters: Filters) -> Iterator[bytes]:
    """The JSON of a linkset: a line each thing, sorted; relations are named by their IRIs."""
    yield b'{"linkset": ['
    mark = b"\n"
    for batch in batched(_linked(source, filters)):
        links = sorted(_links(source, batch))
        for thing, found in groupby(links, key=lambda link: link[0]):
            yield mark + json.dumps(_context(thing, found), ensure_ascii=False).encode()
            mark = b",\n"
        source.told(len(batch))
    yield b"\n]}\n"


def _linked(source: Source, filters: Filters) -> list[str]:
    """Whatever has links or, where narrowed, the things that are left."""
    if not filters.are_none:
        return subjects(source, filters)
    found = source.rows(f"SELECT DISTINCT ?s WHERE {{ {_LINK} {_OUTSIDE} }}")
    return sorted(row["s"].value for row in found)


def _links(source: Source, things: list[str]) -> Iterator[tuple[str, str, str]]:
    asked = f"SELECT DISTINCT ?s ?p ?o WHERE {{ {values('s', things)} {_LINK} {_OUTSIDE} }}"
    for row in source.rows(asked):
        yield row["s"].value, row["p"].value, row["o"].value


def _context(thing: str, links: Iterator[tuple[str, str, str]]) -> dict[str, object]:
    by_relation = groupby(links, key=lambda link: link[1])
    targets = {relation: [{"href": link[2]} for link in some] for relation, some in by_relation}
    return {"anchor": thing, **targets}
