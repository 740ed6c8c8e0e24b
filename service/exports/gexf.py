"""GEXF 1.3 for Gephi: who met whom moves in time, each meeting a spell of its edge."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from service.exports.network import Attributes, Edge, Network, Node
from service.exports.rdf import REPLACEMENT, UNSPEAKABLE
from service.exports.source import batched

_TYPES = {"integer": "long", "decimal": "double"}
_PART = 500  # nodes or edges


def gexf(network: Network) -> Iterator[bytes]:
    """The network as one document."""
    kind = "directed" if network.is_directed else "undirected"
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
        f'<graph mode="dynamic" timeformat="date" defaultedgetype="{kind}">\n'
        + _declared("node", {"kind": "text", **network.node_attributes})
        + _declared("edge", {"kind": "text", **network.edge_attributes})
        + "<nodes>\n"
    ).encode()
    for nodes in batched(network.nodes(), _PART):
        yield "".join(map(_node, nodes)).encode()
    yield b"</nodes>\n<edges>\n"
    number = 0
    for edges in batched(network.edges(), _PART):
        yield "".join(_edge(number + n, edge) for n, edge in enumerate(edges)).encode()
        number += len(edges)
    yield b"</edges>\n</graph>\n</gexf>\n"


def quoted(value: object) -> str:
    """An attribute's value, without what XML can't hold."""
    return quoteattr(UNSPEAKABLE.sub(REPLACEMENT, str(value)))


def _declared(of: str, attributes: dict[str, str]) -> str:
    lines = [
        f'<attribute id="{name}" title="{name}" type="{_TYPES.get(kind, "string")}"/>\n'
        for name, kind in attributes.items()
    ]
    return f'<attributes class="{of}" mode="static">\n{"".join(lines)}</attributes>\n'


def _values(told: Attributes) -> str:
    cells = (f"<attvalue for={quoted(k)} value={quoted(v)}/>" for k, v in told.items())
    return f"<attvalues>{''.join(cells)}</attvalues>"


def _node(node: Node) -> str:
    told = _values({"kind": node.kind, **node.attributes})
    return f"<node id={quoted(node.id)} label={quoted(node.label)}>{told}</node>\n"


def _edge(number: int, edge: Edge) -> str:
    told = _values({"kind": edge.kind, **edge.attributes})
    spells = "".join(f'<spell start="{start}" end="{end}"/>' for start, end in edge.spells)
    when = f"<spells>{spells}</spells>" if spells else ""
    ends = f"source={quoted(edge.source)} target={quoted(edge.target)}"
    return f'<edge id="{number}" {ends} weight="{edge.weight}">{told}{when}</edge>\n'
