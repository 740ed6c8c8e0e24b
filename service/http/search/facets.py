"""Facets as links: each value narrows the search, each one that is chosen can be taken away."""

from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox
from flask import url_for

from service.http.links import label
from service.http.pages.filters import day
from service.http.search.parameters import Question
from service.http.state import snapshot
from service.store.search.asking import Found
from service.store.search.entries import Facet

_TITLES = {
    "year": "Time",
    Facet.SPEAKER: "Speaker",
    Facet.PLACE: "Place",
    Facet.STATUS: "Status",
    Facet.FORM: "Form",
    Facet.PUBLISHER: "Publisher",
}
_OPEN = 6  # values that are shown without asking for more


@dataclass(frozen=True)
class Choice:
    """A value, how many hits have it, and where choosing it leads."""

    name: str
    count: int
    href: str


@dataclass(frozen=True)
class Group:
    """The values of one facet; `rest` are those that few want."""

    title: str
    choices: tuple[Choice, ...]
    rest: tuple[Choice, ...]


@dataclass(frozen=True)
class Chip:
    """What the search is narrowed to, and where it isn't."""

    title: str
    name: str
    href: str


def value_name(facet: str, value: str) -> str:
    """What a value is called."""
    if facet in {"kind", "year", Facet.PUBLISHER}:
        return value
    return label(snapshot().store, ox.NamedNode(value))


def groups(asking: Question, found: Found) -> list[Group]:
    """The facets that still tell hits apart."""
    chosen = dict(asking.narrowing.values)
    made = []
    for facet, title in _TITLES.items():
        values = found.facets.get(facet, [])
        if facet in chosen or (len(values) < 2 and facet == "year") or not values:
            continue
        listed = reversed(values) if facet == "year" else values
        choices = tuple(
            Choice(value_name(facet, value), count, _href(asking, facet, value))
            for value, count in listed
        )
        made.append(Group(title, choices[:_OPEN], choices[_OPEN:]))
    return made


def _href(asking: Question, facet: str, value: str) -> str:
    if facet == "year":
        return address(asking.given(**{"from": value, "to": value}))
    return address(asking.given(**{facet: value}))


def address(given: dict[str, str]) -> str:
    """The search with these parameters."""
    return url_for("search.search", **dict[str, Any](given))


def chips(asking: Question) -> list[Chip]:
    """What it is narrowed to besides its kind, which the page shows of itself."""
    made = [
        Chip(_TITLES[facet], value_name(facet, value), _href(asking, facet, ""))
        for facet, value in asking.narrowing.values
    ]
    since, until = asking.narrowing.since, asking.narrowing.until
    if since or until:
        words = {True: day(since), False: f"{day(since) or '…'} to {day(until) or '…'}"}
        without = address(asking.given(**{"from": "", "to": ""}))
        made.append(Chip("Time", words[since == until], without))
    return made
