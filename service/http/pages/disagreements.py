"""Where articles contradict each other, and what several of them tell alike.

The question `contradictions` goes by the same rules; here each sort is asked for on its own, and
only as many as a page shows, so that a large graph answers too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from flask import Response, render_template

from service.http.links import Link, link
from service.http.pages.comparison import Comparison, compared
from service.http.pages.figures import Figure
from service.http.pages.listed_data import page_or_data
from service.http.pages.meetings import Summary, summary
from service.http.pages.missions import figure as figure_of
from service.http.pages.selecting import Row, rows
from service.http.pages.statements import Said, said
from service.http.state import snapshot
from service.http.tellings import Telling, tellings

SHOWN = 20  # of each sort
_STATUSES = """
SELECT DISTINCT ?thing WHERE {
  GRAPH ?claim { ?thing cmq:status ?status }
  GRAPH ?against { ?thing cmq:status ?other }
  FILTER(STR(?status) < STR(?other))
  FILTER(?status != concept:hypothetical && ?other != concept:hypothetical)
  ?claim cmq:reportedIn ?article . ?against cmq:reportedIn ?otherArticle .
  OPTIONAL { ?article cmq:published ?on } OPTIONAL { ?otherArticle cmq:published ?otherOn }
  BIND(COALESCE(STR(?on), "") AS ?day) BIND(COALESCE(STR(?otherOn), "") AS ?otherDay)
  FILTER(?day = ?otherDay || ?status = concept:denied || ?other = concept:denied
    || (?status = concept:held && ?day != "" && ?otherDay > ?day)
    || (?other = concept:held && ?otherDay != "" && ?day > ?otherDay))
} LIMIT %d
"""
_PLACES = """
SELECT DISTINCT ?thing WHERE {
  ?thing cmq:atPlace ?one , ?other . FILTER(STR(?one) < STR(?other)) ?thing a cmq:Meeting
} LIMIT %d
"""
_DATES = """
SELECT DISTINCT ?thing WHERE {
  ?thing cmq:latest ?latest ; cmq:earliest ?earliest . FILTER(?latest < ?earliest)
  ?thing a cmq:Meeting
} LIMIT %d
"""
_SPEAKERS = """
SELECT DISTINCT ?thing ?other WHERE {
  ?thing cmq:text ?words . ?other cmq:text ?words . FILTER(STR(?thing) < STR(?other))
  FILTER(REGEX(?words, "\\\\S\\\\s+\\\\S+\\\\s+\\\\S"))
  ?thing cmq:reportedIn ?article . ?other cmq:reportedIn ?otherArticle .
  FILTER(?article != ?otherArticle)
  FILTER NOT EXISTS { ?thing cmq:speaker ?shared . ?other cmq:speaker ?shared }
} LIMIT %d
"""
_LEVELS = """
SELECT DISTINCT ?mission ?thing ?other WHERE {
  ?thing cmq:figureKind concept:level ; cmq:figureFor ?mission ; cmq:measure ?measure ;
         cmq:value ?value ; cmq:bound ?bound ; cmq:reportedIn ?article .
  ?other cmq:figureFor ?mission ; cmq:measure ?measure ; cmq:figureKind concept:level ;
         cmq:value ?value2 ; cmq:bound ?bound2 ; cmq:reportedIn ?article2 .
  FILTER(STR(?thing) < STR(?other) && ?value != ?value2)
  OPTIONAL { ?thing cmq:asOf ?asOf } OPTIONAL { ?article cmq:published ?published }
  OPTIONAL { ?other cmq:asOf ?asOf2 } OPTIONAL { ?article2 cmq:published ?published2 }
  BIND(STR(COALESCE(?asOf, ?published)) AS ?when)
  FILTER(STRLEN(?when) = 10 && ?when = STR(COALESCE(?asOf2, ?published2)))
  BIND(IF(?bound IN (concept:atMost, concept:lessThan), 0,
       IF(?bound = concept:about, ?value * 0.9, ?value)) AS ?low)
  BIND(IF(?bound IN (concept:atLeast, concept:moreThan), 1e15,
       IF(?bound = concept:about, ?value * 1.1, ?value)) AS ?high)
  BIND(IF(?bound2 IN (concept:atMost, concept:lessThan), 0,
       IF(?bound2 = concept:about, ?value2 * 0.9, ?value2)) AS ?low2)
  BIND(IF(?bound2 IN (concept:atLeast, concept:moreThan), 1e15,
       IF(?bound2 = concept:about, ?value2 * 1.1, ?value2)) AS ?high2)
  FILTER(?high < ?low2 || ?high2 < ?low)
} LIMIT %d
"""
_SEVERAL = """
SELECT ?thing (COUNT(DISTINCT ?article) AS ?articles) (MAX(?day) AS ?latest) WHERE {
  ?thing a cmq:Meeting ; cmq:reportedIn ?article . OPTIONAL { ?thing cmq:latest ?day }
} GROUP BY ?thing HAVING (COUNT(DISTINCT ?article) > 1)
ORDER BY DESC(?latest) DESC(?articles) ?thing LIMIT %d
"""
_ONCE = "SELECT (COUNT(DISTINCT ?thing) AS ?count) WHERE { ?thing a cmq:Meeting }"


@dataclass(frozen=True)
class Meeting:
    """A meeting and what its articles tell of it."""

    summary: Summary
    comparison: Comparison


@dataclass(frozen=True)
class Words:
    """The same words, given to different speakers."""

    one: Said
    other: Said


@dataclass(frozen=True)
class Level:
    """A number that somebody tells of a mission, with its words."""

    figure: Figure
    tellings: tuple[Telling, ...]


@dataclass(frozen=True)
class Levels:
    """Two numbers for the same mission, measure and day."""

    mission: Link
    one: Level
    other: Level


@dataclass(frozen=True)
class Disagreements:
    """Everything that is found of each sort; `more` names those of which there is more."""

    meetings: tuple[Meeting, ...]
    words: tuple[Words, ...]
    levels: tuple[Levels, ...]
    more: bool

    @property
    def count(self) -> int:
        """How many."""
        return len(self.meetings) + len(self.words) + len(self.levels)


def found() -> Disagreements:
    """What articles tell differently, at most so many of each sort."""
    kept = snapshot().kept
    if "disagreements" not in kept:
        kept["disagreements"] = _found()
    made = kept["disagreements"]
    if not isinstance(made, Disagreements):
        raise TypeError(type(made))
    return made


def _found() -> Disagreements:
    asked = [rows(sparql % (SHOWN + 1)) for sparql in (_STATUSES, _PLACES, _DATES)]
    words, levels = rows(_SPEAKERS % (SHOWN + 1)), rows(_LEVELS % (SHOWN + 1))
    things = dict.fromkeys(thing for some in asked for thing in _nodes(some[:SHOWN], "thing"))
    store = snapshot().store
    meetings = sorted((_meeting(store, one) for one in things), key=_latest, reverse=True)
    return Disagreements(
        tuple(meetings),
        tuple(_words(store, row) for row in words[:SHOWN]),
        tuple(_levels(store, row) for row in levels[:SHOWN]),
        any(len(some) > SHOWN for some in (*asked, words, levels)),
    )


def _nodes(found: Sequence[Row], name: str) -> Iterator[ox.NamedNode]:
    for row in found:
        if isinstance(thing := row.get(name), ox.NamedNode):
            yield thing


def _node(row: Row, name: str) -> ox.NamedNode:
    found = row[name]
    if not isinstance(found, ox.NamedNode):
        raise TypeError(f"{name} is {found}")
    return found


def _meeting(store: ox.Store, thing: ox.NamedNode) -> Meeting:
    return Meeting(summary(store, thing), compared(store, thing))


def _latest(meeting: Meeting) -> tuple[str, str]:
    return meeting.summary.date, meeting.summary.link.text


def _words(store: ox.Store, row: Row) -> Words:
    return Words(said(store, _node(row, "thing")), said(store, _node(row, "other")))


def _levels(store: ox.Store, row: Row) -> Levels:
    mission = link(store, _node(row, "mission"))
    return Levels(mission, *(_level(store, _node(row, name)) for name in ("thing", "other")))


def _level(store: ox.Store, figure: ox.NamedNode) -> Level:
    return Level(figure_of(store, figure), tuple(tellings(store, figure)))


def page() -> Response:
    """Contradictions, then meetings that several articles tell of."""
    several = rows(_SEVERAL % SHOWN)
    things = list(_nodes(several, "thing"))
    differing = found()

    def shown() -> str:
        store = snapshot().store
        total = int(rows(_ONCE)[0]["count"].value)
        return render_template(
            "contradictions.html",
            found=differing,
            several=[_meeting(store, one) for one in things],
            total=total,
            shown=SHOWN,
        )

    return page_or_data(things, shown)
