"""Positions: what was said on a topic, the speakers side by side over time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from flask import Response, render_template, request, url_for

from service.http.links import Link, link
from service.http.pages.chronicle import STATEMENTS, chronicle
from service.http.pages.listed_data import page_or_data
from service.http.pages.narrowing import Narrowing, address, narrowing
from service.http.pages.paging import SIZE, paging
from service.http.pages.selecting import rows
from service.http.pages.statement_list import PATTERNS, PROPERTIES
from service.http.pages.statements import Said, said
from service.http.pages.tracks import Given, Point, tracks
from service.http.search.index_in_step import index_at_hand
from service.http.state import snapshot
from service.store.search import lists

BESIDE = 4  # speakers side by side
_SPEAKERS, _TOPICS = 24, 60  # that are offered
_OF_TOPIC = """
SELECT ?who (COUNT(DISTINCT ?thing) AS ?count) WHERE { %s ?thing cmq:speaker ?who }
GROUP BY ?who ORDER BY DESC(?count) ?who LIMIT %d
"""
_COUNTED = """
SELECT ?topic (COUNT(DISTINCT ?thing) AS ?count) (COUNT(DISTINCT ?who) AS ?speakers) WHERE {
  ?thing cmq:%s ?topic . ?thing a cmq:Statement ; cmq:speaker ?who
} GROUP BY ?topic ORDER BY DESC(?count) ?topic LIMIT %d
"""


@dataclass(frozen=True)
class Topic:
    """What statements are about, how many, and by how many speakers."""

    name: str
    href: str
    statements: int
    speakers: int


@dataclass(frozen=True)
class Speaker:
    """Somebody who speaks on the topic; `href` puts them beside the others, or takes them away."""

    iri: str
    link: Link
    count: int
    href: str
    chosen: bool


@dataclass(frozen=True)
class Row:
    """What was said at one time, a cell for each speaker."""

    date: str
    cells: tuple[tuple[Said, ...], ...]


def topics() -> list[Topic]:
    """The topics that most statements are about, by concept and in articles' own words."""
    found = [
        (link(snapshot().store, ox.NamedNode(value)).text, value, statements, speakers)
        for value, statements, speakers in _counted("topic", _TOPICS)
    ]
    found += [
        (words, words, statements, speakers)
        for words, statements, speakers in _counted("topicWords", _TOPICS // 2)
    ]
    return [
        Topic(name, url_for("pages.positions", topic=value), statements, speakers)
        for name, value, statements, speakers in found
    ]


def _counted(own: str, most: int) -> list[tuple[str, int, int]]:
    """The topics of most statements, how many these are, by how many speakers."""
    with index_at_hand() as index:
        if index:
            return lists.topics(index.connection, f"Statement.{own}", most)
    return [
        (row["topic"].value, int(row["count"].value), int(row["speakers"].value))
        for row in rows(_COUNTED % (own, most))
        if "topic" in row
    ]


def page() -> Response:
    """Choose a topic; then what each speaker says on it."""
    asked = narrowing("statements", ("topic",))
    if not asked.chosen:
        shown = render_template("positions.html", topics=topics(), topic=None)
        return page_or_data((), lambda: shown)
    pattern = asked.pattern(PATTERNS)
    offered = _offered(asked, pattern)
    beside = [one for one in offered if one.chosen]
    who = " ".join(str(ox.NamedNode(one.iri)) for one in beside)
    of_these = f"{pattern} VALUES ?who {{ {who} }} ?thing cmq:speaker ?who ."
    speaking = [("Statement.speaker", one.iri) for one in beside]
    within = [*asked.where("Statement", PROPERTIES), speaking]
    found = chronicle(STATEMENTS, of_these, asked.span, within)
    where = paging(request, found.total)
    things = found.part(where.offset, SIZE)

    def shown_() -> str:
        told = [said(snapshot().store, one) for one in things]
        return render_template(
            "positions.html",
            topic=asked.chosen[0],
            asked=asked,
            offered=offered,
            beside=beside,
            lanes_=tracks(_lanes(told, beside)),
            table=list(_table(told, beside)),
            paging=where,
        )

    return page_or_data(things, shown_)


def _offered(asked: Narrowing, pattern: str) -> list[Speaker]:
    """The speakers on a topic; those asked for are chosen, else the first."""
    found = {ox.NamedNode(who): number for who, number in _speaking(asked, pattern)}
    wanted = [iri for iri in request.args.getlist("speaker") if ox_named(iri)][:BESIDE]
    chosen = wanted or [who.value for who in list(found)[:BESIDE]]
    for iri in wanted:
        found.setdefault(ox.NamedNode(iri), 0)
    return [
        Speaker(
            who.value,
            link(snapshot().store, who),
            count,
            _turned(asked, chosen, who.value),
            who.value in chosen,
        )
        for who, count in found.items()
    ]


def _speaking(asked: Narrowing, pattern: str) -> list[tuple[str, int]]:
    """Who makes most statements on the topic, and how many."""
    with index_at_hand() as index:
        if index:
            [keys] = asked.where("Statement", PROPERTIES)
            return lists.speakers(index.connection, keys, _SPEAKERS)
    return [
        (row["who"].value, int(row["count"].value))
        for row in rows(_OF_TOPIC % (pattern, _SPEAKERS))
        if "who" in row
    ]


def ox_named(iri: str) -> bool:
    """Whether a text is an IRI."""
    try:
        ox.NamedNode(iri)
    except ValueError:
        return False
    return True


def _turned(asked: Narrowing, chosen: list[str], iri: str) -> str:
    """The address with one more speaker beside the others, or without this one."""
    others = [one for one in chosen if one != iri]
    now = others if iri in chosen else [*chosen[: BESIDE - 1], iri]
    return address("pages.positions", asked.given | {"speaker": now})


def _speaks(one: Said, speaker: Speaker) -> bool:
    return any(link.href == speaker.link.href for link in one.speakers)


def _lanes(told: list[Said], beside: list[Speaker]) -> Iterator[Given]:
    for speaker in beside:
        own = [one for one in told if _speaks(one, speaker)]
        points = (
            Point(one.date or one.article.published, one.quote.href, _words(one)) for one in own
        )
        yield Given(speaker.link, tuple(points))


def _words(one: Said) -> str:
    words = one.quote.shown.words if one.quote.shown else "a statement"
    return words if len(words) <= 140 else words[:139] + "…"


def _table(told: list[Said], beside: Sequence[Speaker]) -> Iterator[Row]:
    """A row for each date, in the order of the list."""
    by_date: dict[str, list[Said]] = {}
    for one in told:
        by_date.setdefault(one.date or one.article.published, []).append(one)
    for date, some in by_date.items():
        cells = (tuple(one for one in some if _speaks(one, speaker)) for speaker in beside)
        yield Row(date, tuple(cells))
