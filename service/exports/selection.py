"""Which things of each kind an export holds, under its filters: sorted IRIs."""

import pyoxigraph as ox

from service.exports.filters import Filters
from service.exports.source import Source, batched

_CLASSES = {
    "actors": "cmq:Actor",
    "articles": "cmq:Article",
    "figures": "cmq:Figure",
    "instruments": "cmq:Instrument",
    "meetings": "cmq:Meeting",
    "missions": "cmq:Mission",
    "offices": "cmq:Office",
    "statements": "cmq:Statement",
}
# What a kind has to do with events of the three kinds, where these are narrowed.
_LINKS = {
    "actors": {
        "meetings": "?event cmq:participant ?thing",
        "statements": "?event cmq:speaker|cmq:addressee|cmq:about ?thing . ?thing a cmq:Actor",
        "missions": "?event (cmq:ledBy|cmq:contributor|(cmq:commander/cmq:holder))? ?thing",
    },
    "articles": {
        "meetings": "?event cmq:reportedIn ?thing",
        "statements": "?event cmq:reportedIn ?thing",
        "missions": "?event cmq:reportedIn ?thing",
    },
    "figures": {"missions": "?thing cmq:figureFor ?event"},
    "instruments": {
        "meetings": "?event cmq:discusses ?thing",
        "statements": "?event cmq:discusses ?thing",
        "missions": "?event cmq:mandate ?thing",
    },
    "places": {
        "meetings": "?event cmq:atPlace ?thing",
        "missions": "?event cmq:operatesIn ?thing",
    },
    "topics": {"meetings": "?event cmq:topic ?thing", "statements": "?event cmq:topic ?thing"},
}
_OF_ACTORS = {
    "meetings": "?event cmq:participant ?who",
    "missions": "?event cmq:ledBy|cmq:contributor|(cmq:commander/cmq:holder) ?who",
    "statements": "?event cmq:speaker|cmq:addressee|cmq:about ?who",
}
_SAID = (
    "OPTIONAL { ?event cmq:date ?told } OPTIONAL { ?event cmq:reportedIn/cmq:published ?published }"
    " BIND(COALESCE(STR(?told), STR(?published)) AS ?said) FILTER(BOUND(?said))"
)


def iris(source: Source, filters: Filters, kind: str) -> list[str]:
    """The IRIs of a kind's things, sorted; every kind of `KINDS`, and what hangs on these."""
    if kind == "offices" and filters.narrow_events:
        return _offices(source, iris(source, filters, "actors"))
    if kind in _OF_ACTORS and filters.narrow_events:
        pattern = _events(filters, kind).replace("?event", "?thing")
    elif kind in _LINKS and (filters.narrow_events or kind not in _CLASSES):
        pattern = " UNION ".join(_branches(filters, kind))
    else:
        pattern = f"?thing a {_CLASSES[kind]}"
    if kind == "places":  # a state's name is that state
        pattern = f"{{ {pattern} }} FILTER NOT EXISTS {{ ?thing a cmq:Actor }}"
    return sorted(_found(source, pattern))


def _offices(source: Source, holders: list[str]) -> list[str]:
    path = "?holder ^cmq:holder/cmq:office ?thing"
    found = (_found(source, f"{values('holder', some)} {path}") for some in batched(holders))
    return sorted({iri for some in found for iri in some})


def _found(source: Source, pattern: str) -> set[str]:
    rows = source.rows(f"SELECT DISTINCT ?thing WHERE {{ {pattern} }}")
    return {term.value for row in rows if isinstance(term := row["thing"], ox.NamedNode)}


def _branches(filters: Filters, kind: str) -> list[str]:
    branches = [f"{{ {_events(filters, events)} {link} }}" for events, link in _LINKS[kind].items()]
    if kind == "actors" and filters.actors is not None:
        who = " ".join(map(str, filters.actors))
        branches.append(f"{{ VALUES ?thing {{ {who} }} ?thing a cmq:Actor }}")
    return branches


def _events(filters: Filters, kind: str) -> str:
    """A pattern for `?event` of a kind, within the filters."""
    parts = []
    if filters.actors is not None:
        who = " ".join(map(str, filters.actors))
        part = f"VALUES ?who {{ {who} }} {_OF_ACTORS[kind]}"
        own = f"{{ VALUES ?event {{ {who} }} }} UNION " if kind == "missions" else ""
        parts.append(f"{own}{{ {part} }}")
    parts.append(f"?event a {_CLASSES[kind]} .")
    if filters.is_timed:
        parts.append("?event cmq:date ?when ." if kind == "meetings" else _SAID)
        parts += _bounds(filters, kind)
    return " ".join(parts)


def _bounds(filters: Filters, kind: str) -> list[str]:
    """A meeting's own date counts, else that of the article which tells."""
    bounds = []
    for name, sign, day in (("latest", ">=", filters.since), ("earliest", "<=", filters.until)):
        if day is None:
            continue
        own = f"!BOUND(?{name}) || ?{name} {sign} {day}"
        bounds.append(f"OPTIONAL {{ ?event cmq:{name} ?{name} }}")
        if kind == "meetings":
            bounds.append(f"FILTER({own})")
        else:
            told = f"?said {sign} SUBSTR(STR({day}), 1, STRLEN(?said))"
            bounds.append(f"FILTER(IF(BOUND(?told), {own}, {told}))")
    return bounds


def values(name: str, found: list[str]) -> str:
    """A VALUES clause of IRIs."""
    return f"VALUES ?{name} {{ {' '.join(f'<{iri}>' for iri in found)} }}"
