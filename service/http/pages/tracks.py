"""Lanes of time: one for each person or office, with a dot where an article tells something."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from service.http.links import Link
from service.http.pages.filters import day as spelt
from service.http.pages.spans import ends


@dataclass(frozen=True)
class Point:
    """Something at a date: its words, and where they stand."""

    date: str
    href: str
    words: str
    series: str = "said"


@dataclass(frozen=True)
class Dot:
    """A point at its place, in per cent of the lane."""

    x: float
    point: Point
    label: str


@dataclass(frozen=True)
class Bar:
    """From a day to a day, in per cent; what is open at an end is told so."""

    x: float
    width: float
    label: str


@dataclass(frozen=True)
class Lane:
    """One line of dots."""

    title: Link
    dots: tuple[Dot, ...]
    bar: Bar | None = None


@dataclass(frozen=True)
class Tracks:
    """Lanes over the same time, and the words at its two ends."""

    lanes: tuple[Lane, ...]
    first: str
    last: str


@dataclass(frozen=True)
class Given:
    """What a lane is made of; `start` and `end` where they are told."""

    title: Link
    points: tuple[Point, ...]
    start: str = ""
    end: str = ""


def tracks(given: Iterable[Given]) -> Tracks | None:
    """The lanes; None where nothing has a date."""
    lanes = list(given)
    days = [_day(point.date) for lane in lanes for point in lane.points if point.date]
    days += [_day(end) for lane in lanes for end in (lane.start, lane.end) if end]
    if not days:
        return None
    first, last = min(days), max(days)
    made = (_lane(lane, first, last) for lane in lanes)
    return Tracks(tuple(made), spelt(first.isoformat()), spelt(last.isoformat()))


def _lane(lane: Given, first: date, last: date) -> Lane:
    points = sorted((p for p in lane.points if p.date), key=lambda p: (p.date, p.href))
    dots = tuple(
        Dot(_place(_day(p.date), first, last), p, f"{spelt(p.date)}: {p.words}") for p in points
    )
    return Lane(lane.title, dots, _bar(lane, first, last))


def _bar(lane: Given, first: date, last: date) -> Bar | None:
    if not (lane.start or lane.end):
        return None
    begin = _place(_day(lane.start), first, last) if lane.start else 0.0
    end = _place(_day(lane.end), first, last) if lane.end else 100.0
    label = f"from {spelt(lane.start) or '?'} to {spelt(lane.end) or '?'}"
    return Bar(begin, round(max(end - begin, 0.5), 2), label)


def _place(day: date, first: date, last: date) -> float:
    """In per cent, off the edges so that no dot is cut."""
    span = (last - first).days
    return round(2 + 96 * (day - first).days / span, 2) if span else 50.0


def _day(edtf: str) -> date:
    """The first day that a date may mean."""
    year, month, day = ends(edtf)[0].split("-")
    return date(max(int(year), 1), int(month), int(day))
