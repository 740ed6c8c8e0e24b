"""The first page: what is in the graph."""

import pyoxigraph as ox
from flask import render_template, url_for

from service.http.links import Link, link
from service.http.pages.meetings import summary
from service.http.pages.missions import latest_level
from service.http.pages.selecting import count, rows
from service.http.state import snapshot
from service.http.tellings import article_of

_COUNTED = (
    (("article", "articles"), "articles", "?thing a cmq:Article"),
    (("person", "people"), "actors?type=Person", "?thing a cmq:Person"),
    (("organization", "organizations"), "actors?type=Organization", "?thing a cmq:Organization"),
    (("state or territory", "states and territories"), "actors?type=Polity", "?thing a cmq:Polity"),
    (("meeting", "meetings"), "meetings", "?thing a cmq:Meeting"),
    (("statement", "statements"), "statements", "?thing a cmq:Statement"),
    (("mission", "missions"), "missions", "?thing a cmq:Mission"),
)
_MEETINGS = """
SELECT ?thing WHERE { ?thing a cmq:Meeting ; cmq:latest ?latest }
ORDER BY DESC(?latest) ?thing LIMIT 6
"""
_QUOTED = """
SELECT ?thing (COUNT(?said) AS ?count) WHERE { ?said cmq:speaker ?thing }
GROUP BY ?thing ORDER BY DESC(?count) ?thing LIMIT 8
"""
_MISSIONS = """
SELECT ?thing WHERE { ?thing a cmq:Mission ; rdfs:label ?label } ORDER BY ?label LIMIT 8
"""
_ARTICLES = """
SELECT ?thing WHERE { ?thing a cmq:Article OPTIONAL { ?thing cmq:published ?date } }
ORDER BY DESC(STR(?date)) ?thing LIMIT 8
"""


# Levels of one measure on one day, a tenth apart as "about" allows less; statuses told on one day.
_LEVELS = """
SELECT ?thing ?what (CONCAT(STR(MIN(?value)), " / ", STR(MAX(?value))) AS ?values) WHERE {
  ?figure cmq:figureKind concept:level ; cmq:measure/skos:prefLabel ?name ; cmq:bound ?bound ;
          cmq:figureFor ?thing ; cmq:value ?value .
  BIND(IF(?bound IN (concept:atMost, concept:lessThan), 0, ?value) AS ?low)
  BIND(IF(?bound IN (concept:atLeast, concept:moreThan), 1e15, ?value) AS ?high)
  OPTIONAL { ?figure cmq:asOf ?day }
  OPTIONAL { ?figure cmq:reportedIn/cmq:published ?told }
  BIND(CONCAT(?name, " on ", STR(COALESCE(?day, ?told))) AS ?what)
  FILTER(BOUND(?what))
} GROUP BY ?thing ?what HAVING (MAX(?low) > 1.1 * MIN(?high)) ORDER BY ?thing ?what LIMIT 4
"""
_STATUSES = """
SELECT DISTINCT ?thing ("status" AS ?what) ?values WHERE {
  GRAPH ?one { ?thing cmq:status ?status }
  GRAPH ?two { ?thing cmq:status ?other }
  FILTER(STR(?status) < STR(?other))
  ?one cmq:reportedIn/cmq:published ?day . ?two cmq:reportedIn/cmq:published ?day .
  ?status skos:prefLabel ?name . ?other skos:prefLabel ?rival .
  BIND(CONCAT(?name, " / ", ?rival) AS ?values)
} LIMIT 4
"""


def _found(sparql: str) -> list[ox.NamedNode]:
    return [row["thing"] for row in rows(sparql) if isinstance(row["thing"], ox.NamedNode)]


def counts() -> list[tuple[str, int, str]]:
    """How many there are of each kind, and where they are listed."""
    root = url_for("pages.overview")
    found = ((names, count(pattern), root + to) for names, to, pattern in _COUNTED)
    return [(names[number != 1], number, to) for names, number, to in found]


def most_quoted() -> list[tuple[Link, int]]:
    """Who is quoted most often."""
    store = snapshot().store
    return [
        (link(store, row["thing"]), int(row["count"].value))
        for row in rows(_QUOTED)
        if isinstance(row["thing"], ox.NamedNode)
    ]


def contradictions() -> list[tuple[Link, str, str]]:
    """Of what articles tell different things: subject, of what, values.

    Only what is quick to find; the question `contradictions` has them all.
    """
    store = snapshot().store
    return [
        (link(store, row["thing"]), row["what"].value, row["values"].value)
        for sparql in (_LEVELS, _STATUSES)
        for row in rows(sparql)
        if isinstance(row["thing"], ox.NamedNode)
    ]


def page() -> str:
    """The overview."""
    store = snapshot().store
    return render_template(
        "overview.html",
        counts=counts(),
        meetings=[summary(store, one) for one in _found(_MEETINGS)],
        quoted=most_quoted(),
        missions=[(link(store, one), latest_level(store, one)) for one in _found(_MISSIONS)],
        articles=[article_of(store, one) for one in _found(_ARTICLES)],
        contradictions=contradictions(),
    )
