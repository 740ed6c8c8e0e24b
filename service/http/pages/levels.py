"""A mission's figures over time: one drawing a measure, each dot leading to its sentence.

Places along the time are in per cent and heights in pixels, so that words keep their size.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from service.http.pages.figures import Figure
from service.http.pages.filters import day as spelt

HEIGHT, _TOP = 150, 24  # pixels from the line of nothing to the greatest number, and above it
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_LEFT, _RIGHT = 10.0, 88.0  # per cent: the first and the last day; the rest is for words


@dataclass(frozen=True)
class Dot:
    """A figure at its place; `told` where the day is the figure's own, else it is the report's."""

    x: float
    y: float
    href: str
    name: str
    label: str
    kind: str
    told: bool
    differs: bool
    anchor: str


@dataclass(frozen=True)
class Plot:
    """The dots of one measure, the number at the top, the days at both ends."""

    measure: str
    dots: tuple[Dot, ...]
    top: str
    first: str
    last: str
    undrawn: int
    height: int = HEIGHT + _TOP
    ground: int = HEIGHT + _TOP


@dataclass(frozen=True)
class _Point:
    """A figure with its number and its day as numbers."""

    own: Figure
    value: float
    day: int
    words: str
    told: bool


def plots(found: Iterable[Figure]) -> list[Plot]:
    """Drawings of levels, and of changes beside them, by measure."""
    by_measure: dict[str, list[Figure]] = {}
    for one in found:
        by_measure.setdefault(one.measure, []).append(one)
    return [plot for name, own in sorted(by_measure.items()) for plot in _plots(name, own)]


def _plots(measure: str, own: list[Figure]) -> Iterator[Plot]:
    """At most one: a measure without a day draws nothing."""
    points = [point for one in own if (point := _point(one))]
    if not points:
        return
    points.sort(key=lambda point: (point.day, point.value, point.own.iri))
    first, last = points[0], points[-1]
    most = max(abs(point.value) for point in points) or 1.0
    length = last.day - first.day
    dots = (_dot(point, first.day, length, most) for point in points)
    yield Plot(
        measure,
        tuple(dots),
        f"{most:,.10g}",
        first.words,
        last.words if length else "",
        len(own) - len(points),
    )


def _point(one: Figure) -> _Point | None:
    """A figure with one number, at its own day, else that of the article that reports it."""
    number = one.value.replace(",", "")
    published = next((t.article.published for t in one.tellings if t.article.published), "")
    edtf = one.as_of or published
    day = _first_day(edtf)
    if day is None or not _NUMBER.fullmatch(number):
        return None
    return _Point(one, float(number), day.toordinal(), spelt(edtf), bool(one.as_of))


def _first_day(edtf: str) -> date | None:
    """The first day that a date may mean, None where it is open or can't be read."""
    found = _DAY.match(edtf)
    if found is None:
        return None
    try:
        return date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        return None


def _dot(point: _Point, first: int, length: int, most: float) -> Dot:
    one = point.own
    x = _LEFT + (_RIGHT - _LEFT) * ((point.day - first) / length if length else 0.5)
    y = _TOP + HEIGHT * (1 - abs(point.value) / most)
    quote = next((q for t in one.tellings for q in t.quotes), None)
    when = f"on {point.words}" if point.told else f"reported {point.words}"
    by = ", ".join(who.text for who in one.said_by) or one.tellings[0].article.title
    return Dot(
        round(x, 2),
        round(y, 1),
        quote.href if quote else "#figures",
        one.number,
        f"{one.number} {one.measure}, {one.kind}, {when}, by {by}",
        one.kind,
        point.told,
        one.differs,
        "end" if x > _RIGHT - 10 else "start",
    )
