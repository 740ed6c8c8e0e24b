"""The network of who met whom, and the part of it around one actor."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox
from flask import Response, render_template, request

from ontology.terms import CONCEPT
from service.http.links import Link, label, page_of
from service.http.pages import pairs
from service.http.pages.actor_kinds import kind
from service.http.pages.chronicle import MEETINGS, chronicle
from service.http.pages.drawing import Actor, Drawing, Pair, drawn
from service.http.pages.listed_data import page_or_data
from service.http.pages.narrowing import address
from service.http.pages.pairs import Met
from service.http.pages.spans import Asked, asked
from service.http.state import snapshot

STRONGEST = 80  # pairs that are drawn
AROUND = 10  # whom an actor met most often, in the actor's own picture
_WIDTH, _EGO_WIDTH = 1000.0, 460.0
_HELD = "VALUES ?status_ { concept:held } ?thing cmq:status ?status_ ."


@dataclass(frozen=True)
class Line:
    """A pair as a row of the table beside the picture."""

    one: Link
    other: Link
    meetings: int
    basis: str
    href: str


@dataclass(frozen=True)
class Network:
    """A picture and the same as lines; `more` where the graph has further pairs."""

    drawing: Drawing
    lines: tuple[Line, ...]
    more: bool


def page() -> Response:
    """Who met whom, within a span of time where one is asked for."""
    span = asked(request)
    dates = None
    if span:
        days = chronicle(MEETINGS, _HELD, span, [[("Meeting.status", str(CONCEPT.held))]]).days
        dates = list(dict.fromkeys(day.term for day in days))
    met, more = pairs.strongest(STRONGEST, dates)
    things = sorted({one for pair in met for one in (pair.one, pair.other)}, key=str)

    def shown() -> str:
        key = f"network {span.given} {snapshot().version}"
        kept = snapshot().kept
        if key not in kept:
            kept[key] = _network(met, more, span, _WIDTH)
        return render_template("network.html", network=kept[key], span=span, most=STRONGEST)

    return page_or_data(things, shown)


def around(actor: ox.NamedNode) -> Network | None:
    """Whom an actor met most often, and who of these met each other; None where nobody."""
    met, more = pairs.of(actor, AROUND)
    if not met:
        return None
    others = pairs.among((pair.other for pair in met), 3 * AROUND)
    network = _network([*met, *others], more, Asked(), _EGO_WIDTH)
    return Network(network.drawing, network.lines[: len(met)], more)


def _network(met: list[Met], more: bool, span: Asked, width: float) -> Network:
    weights: dict[ox.NamedNode, int] = {}
    for pair in met:
        for one in (pair.one, pair.other):
            weights[one] = weights.get(one, 0) + pair.meetings
    actors = {one: _actor(one, weight) for one, weight in weights.items()}
    lines = [_line(pair, actors, span) for pair in met]
    drawing = drawn(
        actors.values(),
        (
            Pair(pair.one.value, pair.other.value, pair.meetings, _words(line), line.href)
            for pair, line in zip(met, lines, strict=True)
        ),
        width,
    )
    return Network(drawing, tuple(lines), more)


def _actor(one: ox.NamedNode, weight: int) -> Actor:
    store = snapshot().store
    return Actor(one.value, kind(store, one), label(store, one), page_of(one.value) or "", weight)


def _line(pair: Met, actors: Mapping[ox.NamedNode, Actor], span: Asked) -> Line:
    given = {"actor": pair.one.value, "with": pair.other.value, "status": "held"}
    one, other = actors[pair.one], actors[pair.other]
    return Line(
        Link(one.name, one.href),
        Link(other.name, other.href),
        pair.meetings,
        "sides" if pair.sides else "same meeting",
        address("pages.meetings", given | span.given),
    )


def _words(line: Line) -> str:
    times = "1 meeting" if line.meetings == 1 else f"{line.meetings} meetings"
    across = "" if line.basis == "sides" else ", in the same meeting, sides not told"
    return f"{line.one.text} and {line.other.text}: {times}{across}"
