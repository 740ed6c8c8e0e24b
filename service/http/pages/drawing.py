"""Networks drawn on the server: the same pairs always give the same picture."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil, sqrt

import networkx as nx

_SEED, _ROUNDS = 7, 120
_ROOM = 88.0  # units of side that one node's square has
_FONT, _LETTER = 13.0, 7.0  # units of a label's height, and of a letter's width
LONGEST = 24  # letters of a label
_MARGIN = 24.0
Place = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Actor:
    """Somebody to draw: what kind, what to call it, where it leads, how many meetings."""

    iri: str
    kind: str
    name: str
    href: str
    weight: int


@dataclass(frozen=True)
class Pair:
    """Two that met: how often, on what ground, and where that is listed."""

    one: str
    other: str
    weight: int
    words: str
    href: str


@dataclass(frozen=True)
class Node:
    """An actor at its place; its label stands at `label_x`, `label_y`."""

    actor: Actor
    x: float
    y: float
    size: float
    label: str
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True)
class Edge:
    """A line between two nodes."""

    pair: Pair
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True)
class Drawing:
    """All of it, within `width` and `height` units."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def drawn(actors: Iterable[Actor], pairs: Iterable[Pair], width: float) -> Drawing:
    """Everybody who is in a pair, those who met close together; groups apart stand apart."""
    known = {actor.iri: actor for actor in actors}
    lines = sorted(pairs, key=lambda pair: (pair.one, pair.other))
    graph = nx.Graph()
    graph.add_nodes_from(sorted({iri for pair in lines for iri in (pair.one, pair.other)}))
    graph.add_weighted_edges_from((p.one, p.other, 1 + sqrt(p.weight)) for p in lines)
    places, (width, height) = _packed(graph, width)
    most = max((pair.weight for pair in lines), default=1)
    edges = [_edge(pair, places, most) for pair in lines]
    nodes = _labelled([known[iri] for iri in sorted(graph)], places, width)
    return Drawing(width, height, tuple(nodes), tuple(edges))


def _edge(pair: Pair, places: Mapping[str, Place], most: int) -> Edge:
    (x1, y1), (x2, y2) = places[pair.one], places[pair.other]
    return Edge(pair, x1, y1, x2, y2, round(1.2 + 5 * sqrt(pair.weight / most), 1))


def _packed(graph: nx.Graph, width: float) -> tuple[dict[str, Place], Place]:
    """The groups that hang together on shelves, the largest first; places, width and height."""
    groups = [sorted(group) for group in nx.connected_components(graph)]
    groups.sort(key=lambda group: (-len(group), group))
    places: dict[str, Place] = {}
    left = top = shelf = used = 0.0
    for group in groups:
        wide, high = _size(len(group), width)
        if left + wide > width:
            left, top, shelf = 0.0, top + shelf, 0.0
        for iri, (x, y) in _laid_out(graph.subgraph(group)).items():
            inner = wide - 2 * _MARGIN * 1.6, high - 2 * _MARGIN
            places[iri] = (
                round(left + _MARGIN * 1.6 + x * inner[0], 1),
                round(top + _MARGIN + y * inner[1], 1),
            )
        left, shelf = left + wide, max(shelf, high)
        used = max(used, left)
    return places, (round(used, 1), round(top + shelf, 1))


def _size(count: int, width: float) -> tuple[float, float]:
    """Room for so many: as wide as needed, never wider than the drawing."""
    side = _ROOM * sqrt(count) * 1.15
    wide = min(width, side * 1.5)
    return wide, ceil(side * side * 1.5 / wide)


def _laid_out(graph: nx.Graph) -> dict[str, Place]:
    """Places from 0 to 1 either way."""
    names = sorted(graph)
    if len(names) == 2:
        return {names[0]: (0.15, 0.3), names[1]: (0.85, 0.7)}
    ordered = nx.Graph()
    ordered.add_nodes_from(names)
    ordered.add_edges_from(sorted((*sorted(edge[:2]), edge[2]) for edge in _data(graph)))
    spread = 2.2 / sqrt(len(names))
    found = nx.spring_layout(ordered, k=spread, seed=_SEED, iterations=_ROUNDS)
    columns = list(zip(*(found[name] for name in names), strict=True))
    lows, highs = [min(c) for c in columns], [max(c) for c in columns]
    return {
        name: (
            float((found[name][0] - lows[0]) / ((highs[0] - lows[0]) or 1)),
            float((found[name][1] - lows[1]) / ((highs[1] - lows[1]) or 1)),
        )
        for name in names
    }


def _data(graph: nx.Graph) -> Iterator[tuple[str, str, dict[str, float]]]:
    yield from graph.edges(data=True)


def _labelled(actors: list[Actor], places: Mapping[str, Place], width: float) -> Iterator[Node]:
    """Nodes with labels where they hide least, those with most meetings first."""
    most = max((actor.weight for actor in actors), default=1)
    sizes = {actor.iri: round(6 + 7 * sqrt(actor.weight / most), 1) for actor in actors}
    taken: list[Box] = []
    for iri, size in sizes.items():
        x, y = places[iri]
        taken.append((x - size, y - size, x + size, y + size))
    for actor in sorted(actors, key=lambda one: (-one.weight, one.iri)):
        (x, y), size = places[actor.iri], sizes[actor.iri]
        label = actor.name
        label = label if len(label) <= LONGEST else label[: LONGEST - 1].rstrip() + "…"
        options = list(_spots(x, y, size, len(label) * _LETTER))
        best = min(options, key=lambda spot: (_hidden(spot[3], taken, width), options.index(spot)))
        taken.append(best[3])
        inside = max(0.0, 2 - best[3][0]) - max(0.0, best[3][2] - width + 2)
        yield Node(actor, x, y, size, label, round(best[0] + inside, 1), best[1], best[2])


def _spots(x: float, y: float, size: float, wide: float) -> Iterator[tuple[float, float, str, Box]]:
    """Below, above, right and left of a node: where the text begins, and its box."""
    low, high, mid = y + size + _FONT, y - size - 5, y + _FONT / 3
    half = wide / 2
    yield x, round(low, 1), "middle", (x - half, low - _FONT, x + half, low + 3)
    yield x, round(high, 1), "middle", (x - half, high - _FONT, x + half, high + 3)
    side = x + size + 4
    yield round(side, 1), round(mid, 1), "start", (side, mid - _FONT, side + wide, mid + 3)
    side = x - size - 4
    yield round(side, 1), round(mid, 1), "end", (side - wide, mid - _FONT, side, mid + 3)


def _hidden(box: Box, taken: list[Box], width: float) -> float:
    """How much of a label would lie over others, or beside the picture."""
    over = sum(
        max(0.0, min(box[2], other[2]) - max(box[0], other[0]))
        * max(0.0, min(box[3], other[3]) - max(box[1], other[1]))
        for other in taken
    )
    beside = max(0.0, -box[0]) + max(0.0, box[2] - width) + max(0.0, -box[1])
    return over + 40 * beside
