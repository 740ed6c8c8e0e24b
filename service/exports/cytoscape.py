"""Cytoscape JSON: what `cytoscape({elements})` takes, an element a line."""

import json
from collections.abc import Iterator
from typing import Any

from service.exports.graphml import day
from service.exports.network import Edge, Network, Node
from service.exports.source import batched

_PART = 500  # nodes or edges


def cytoscape(network: Network) -> Iterator[bytes]:
    """The network as one document."""
    yield b'{"elements": {"nodes": ['
    separator = "\n"
    for nodes in batched(network.nodes(), _PART):
        yield (separator + ",\n".join(_element(_node(node)) for node in nodes)).encode()
        separator = ",\n"
    yield b'\n], "edges": ['
    separator, number = "\n", 0
    for edges in batched(network.edges(), _PART):
        lines = (_element(_edge(number + n, edge)) for n, edge in enumerate(edges))
        yield (separator + ",\n".join(lines)).encode()
        separator, number = ",\n", number + len(edges)
    yield b"\n]}}\n"


def _element(data: dict[str, Any]) -> str:
    return json.dumps({"data": data}, ensure_ascii=False)


def _node(node: Node) -> dict[str, Any]:
    return {**node.attributes, "id": node.id, "label": node.label, "kind": node.kind}


def _edge(number: int, edge: Edge) -> dict[str, Any]:
    told = {"source": edge.source, "target": edge.target, "kind": edge.kind, "weight": edge.weight}
    dates = {"dates": list(dict.fromkeys(map(day, edge.spells)))} if edge.spells else {}
    return {"id": f"e{number}", **told, **edge.attributes, **dates}
