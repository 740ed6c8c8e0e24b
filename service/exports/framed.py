"""JSON-LD, framed: things one after the other by kind, each holding what belongs to it alone;
then what articles say of them, claim by claim."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph as ox

from ontology.context import context
from ontology.framing import compacted
from service.exports.filters import KINDS, Filters
from service.exports.selection import iris, values
from service.exports.source import Source, batched

# What belongs to a kind's things: the variable ?owned.
_OWNED = {
    "actors": "?owned cmq:holder ?thing",
    "articles": "?owned cmq:inArticle|cmq:reportedIn ?thing "
    "FILTER EXISTS { VALUES ?class { cmq:Claim cmq:Mention cmq:Warning } ?owned a ?class }",
    "meetings": "?thing cmq:participation|cmq:group ?owned",
    "missions": "?owned cmq:figureFor|cmq:holder ?thing",
}
_BESIDE = ("offices", "places", "instruments")
_RUNS = "{ ?s a cmq:Run } UNION { ?s a skos:Concept } UNION { ?s a skos:ConceptScheme } ?s ?p ?o"
_CLAIM = "?g cmq:reportedIn ?thing GRAPH ?g { ?s ?p ?o }"


def framed(source: Source, filters: Filters) -> Iterator[bytes]:
    """One document: our context, then a node a line."""
    head = json.dumps(context(), ensure_ascii=False, separators=(",", ":"))
    yield f'{{"@context": {head},\n"@graph": ['.encode()
    separator = "\n"
    for nodes in _nodes(source, filters):
        lines = [json.dumps(node, ensure_ascii=False) for node in nodes]
        if lines:
            yield (separator + ",\n".join(lines)).encode()
            separator = ",\n"
    yield b"\n]}\n"


def _nodes(source: Source, filters: Filters) -> Iterator[list[dict[str, Any]]]:
    if filters.are_none:
        yield _frame(source.quads(_RUNS), [])  # all concepts too
    for kind in (*_BESIDE, *(() if filters.are_none else ("topics",)), *KINDS):
        if kind not in filters.kinds and kind in KINDS:
            continue
        found = iris(source, filters, kind)
        if kind == "actors" and "missions" in filters.kinds:  # these come as missions
            others = set(iris(source, filters, "missions"))
            found = [iri for iri in found if iri not in others]
        for batch in batched(found, 10 if kind == "articles" else 100):
            yield _frame(_quads(source, kind, batch), batch)
            source.told(len(batch))


def _quads(source: Source, kind: str, batch: list[str]) -> Iterator[ox.Quad]:
    things = values("thing", batch)
    yield from source.quads(f"{values('s', batch)} ?s ?p ?o")
    if kind in _OWNED:
        yield from source.quads(f"{things} {_OWNED[kind]} BIND(?owned AS ?s) ?s ?p ?o")
    if kind == "articles":
        yield from source.quads(f"{things} {_CLAIM}")


def _frame(quads: Iterable[ox.Quad], first: list[str]) -> list[dict[str, Any]]:
    """Compact nodes, each once: within the first that names it, if it belongs to another."""
    ordered = sorted(set(quads), key=lambda q: (str(q.graph_name), str(q.subject), str(q)))
    if not ordered:
        return []
    expanded = json.loads(ox.serialize(ordered, format=ox.RdfFormat.JSON_LD) or b"[]")
    graph: list[dict[str, Any]] = compacted(expanded)["@graph"]
    whole = [node for node in graph if "@graph" not in node]
    own = {node["id"]: node for node in whole}
    for claim in (node for node in graph if "@graph" in node):
        own[claim["id"]]["@graph"] = claim["@graph"]
    order = {iri: number for number, iri in enumerate(first)}
    roots = sorted(whole, key=lambda n: (order.get(n["id"], len(order)), n["id"]))
    placed = set(first)
    for node in roots:
        _embed(node, own, placed)
    return [node for node in roots if node["id"] in order or node["id"] not in placed]


def _embed(node: dict[str, Any], own: dict[str, dict[str, Any]], placed: set[str]) -> None:
    for key, value in node.items():
        if key in {"id", "type", "@graph"}:
            continue
        if isinstance(value, list):
            node[key] = [_within(one, own, placed) for one in value]
        else:
            node[key] = _within(value, own, placed)


def _within(value: Any, own: dict[str, dict[str, Any]], placed: set[str]) -> Any:  # noqa: ANN401 JSON
    if not isinstance(value, str) or value not in own or value in placed:
        return value
    placed.add(value)
    _embed(own[value], own, placed)
    return own[value]
