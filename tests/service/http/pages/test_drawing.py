"""Networks: the same pairs give the same picture, everything in it lies within."""

from service.http.pages.drawing import LONGEST, Actor, Pair, drawn


def actor(name: str, weight: int = 1) -> Actor:
    return Actor(f"urn:{name}", "person", name, f"/{name}", weight)


def pair(one: str, other: str, weight: int = 1) -> Pair:
    return Pair(f"urn:{one}", f"urn:{other}", weight, f"{one} and {other}", f"/{one}-{other}")


ACTORS = [actor(name, 2) for name in "abcdefgh"]
PAIRS = [
    pair("a", "b", 5),
    pair("b", "c"),
    pair("a", "c"),
    pair("c", "d"),
    pair("e", "f"),
    pair("g", "h"),
]


def test_the_order_of_what_is_given_doesnt_matter() -> None:
    made = drawn(ACTORS, PAIRS, 600)
    assert made == drawn(ACTORS[::-1], PAIRS[::-1], 600)


def test_all_nodes_lie_within_and_apart_and_edges_end_at_them() -> None:
    made = drawn(ACTORS, PAIRS, 600)
    places = {node.actor.iri: (node.x, node.y) for node in made.nodes}
    assert len(set(places.values())) == 8
    assert all(0 < x < made.width <= 600 and 0 < y < made.height for x, y in places.values())
    for edge in made.edges:
        assert (edge.x1, edge.y1) == places[edge.pair.one]
        assert (edge.x2, edge.y2) == places[edge.pair.other]


def test_more_meetings_make_a_thicker_line() -> None:
    widths = {edge.pair.words: edge.width for edge in drawn(ACTORS, PAIRS, 600).edges}
    assert widths["a and b"] > widths["b and c"] > 0


def test_groups_that_never_met_stand_apart() -> None:
    made = drawn(ACTORS, PAIRS, 600)
    x = {node.label: node.x for node in made.nodes}
    y = {node.label: node.y for node in made.nodes}
    first = [(x[one], y[one]) for one in "abcd"]
    for one in "efgh":
        beside = x[one] > max(place[0] for place in first)
        assert beside or y[one] > max(place[1] for place in first)


def test_long_names_are_cut_and_nobody_draws_nothing() -> None:
    long = "An Organization With a Name Beyond All Measure"
    made = drawn([actor("a"), actor(long)], [pair("a", long)], 400)
    label = next(node.label for node in made.nodes if node.actor.name == long)
    assert len(label) <= LONGEST
    assert label.endswith("…")
    empty = drawn([], [], 400)
    assert empty.nodes == empty.edges == ()
