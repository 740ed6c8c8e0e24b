"""GraphML: the network with all attributes; days as text, since it has no time of its own."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from service.exports.gexf import quoted
from service.exports.network import Attributes, Edge, Network, Node
from service.exports.rdf import REPLACEMENT, UNSPEAKABLE
from service.exports.source import batched
from service.exports.things import SEPARATOR

_TYPES = {"integer": "long", "decimal": "double"}
_PART = 500  # nodes or edges


def graphml(network: Network) -> Iterator[bytes]:
    """The network as one document."""
    kind = "directed" if network.is_directed else "undirected"
    nodes = {"label": "text", "kind": "text", **network.node_attributes}
    edges = {"kind": "text", "weight": "integer", "dates": "text", **network.edge_attributes}
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        + _declared("node", nodes)
        + _declared("edge", edges)
        + f'<graph edgedefault="{kind}">\n'
    ).encode()
    for some in batched(network.nodes(), _PART):
        yield "".join(map(_node, some)).encode()
    for ties in batched(network.edges(), _PART):
        yield "".join(map(_edge, ties)).encode()
    yield b"</graph>\n</graphml>\n"


def _declared(of: str, attributes: dict[str, str]) -> str:
    return "".join(
        f'<key id="{of}_{name}" for="{of}" attr.name="{name}" '
        f'attr.type="{_TYPES.get(kind, "string")}"/>\n'
        for name, kind in attributes.items()
    )


def _data(of: str, told: Attributes) -> str:
    return "".join(
        f'<data key="{of}_{name}">{escape(UNSPEAKABLE.sub(REPLACEMENT, str(value)))}</data>'
        for name, value in told.items()
    )


def _node(node: Node) -> str:
    told = _data("node", {"label": node.label, "kind": node.kind, **node.attributes})
    return f"<node id={quoted(node.id)}>{told}</node>\n"


def _edge(edge: Edge) -> str:
    told: Attributes = {"kind": edge.kind, "weight": edge.weight, **edge.attributes}
    if edge.spells:
        told["dates"] = SEPARATOR.join(dict.fromkeys(map(day, edge.spells)))
    ends = f"source={quoted(edge.source)} target={quoted(edge.target)}"
    return f"<edge {ends}>{_data('edge', told)}</edge>\n"


def day(spell: tuple[str, str]) -> str:
    """A spell in one word: its day, else an interval as ISO 8601 and EDTF have it."""
    start, end = spell
    return start if start == end else f"{start}/{end}"
