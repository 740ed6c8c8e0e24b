"""The first page: what is in the graph."""

from dataclasses import dataclass

import pyoxigraph as ox
from flask import render_template, url_for

from service.http.links import Link, link
from service.http.pages import disagreements
from service.http.pages.meetings import summary
from service.http.pages.missions import latest_level
from service.http.pages.selecting import count, rows
from service.http.search.index_in_step import index_at_hand
from service.http.state import snapshot
from service.http.tellings import article_of
from service.store.search import lists

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


_FEW = 1000  # articles up to which contradictions are looked for here too, not on their page alone
_WARNED = """
SELECT ?code (COUNT(?warning) AS ?count) (COUNT(DISTINCT ?article) AS ?articles)
  (MIN(?told) AS ?message) WHERE {
  ?warning cmq:code ?code ; cmq:inArticle ?article ; cmq:message ?told
} GROUP BY ?code ORDER BY DESC(?count) ?code LIMIT 12
"""
_TRUST = """
SELECT ?accepted (COUNT(?claim) AS ?count) WHERE { ?claim cmq:accepted ?accepted }
GROUP BY ?accepted
"""


def _count(pattern: str) -> int:
    """How many things of a class there are."""
    with index_at_hand() as index:
        if index:
            return lists.count(index.connection, ("type", pattern.rpartition(":")[2]))
    return count(pattern)


def _quoted() -> list[tuple[ox.NamedNode, int]]:
    with index_at_hand() as index:
        if index:
            found = lists.leading(index.connection, "Statement.speaker", 8)
            return [(ox.NamedNode(who), number) for who, number in found]
    return [
        (row["thing"], int(row["count"].value))
        for row in rows(_QUOTED)
        if isinstance(row["thing"], ox.NamedNode)
    ]


def _found(sparql: str) -> list[ox.NamedNode]:
    return [row["thing"] for row in rows(sparql) if isinstance(row["thing"], ox.NamedNode)]


def counts() -> list[tuple[str, int, str]]:
    """How many there are of each kind, and where they are listed."""
    root = url_for("pages.overview")
    found = ((names, _count(pattern), root + to) for names, to, pattern in _COUNTED)
    return [(names[number != 1], number, to) for names, number, to in found]


def most_quoted() -> list[tuple[Link, int, str]]:
    """Who is quoted most often."""
    store = snapshot().store
    return [
        (
            link(store, who),
            number,
            url_for("pages.statements", speaker=who.value),
        )
        for who, number in _quoted()
    ]


@dataclass(frozen=True)
class Warned:
    """What wasn't read, how often, in how many articles, and which these are."""

    message: str
    count: int
    articles: int
    href: str


def warnings() -> list[Warned]:
    """What readers should beware of, the most frequent first."""
    return [
        Warned(
            row["message"].value,
            int(row["count"].value),
            int(row["articles"].value),
            url_for("pages.articles", warning=row["code"].value),
        )
        for row in rows(_WARNED)
        if "code" in row
    ]


def trust() -> dict[str, int]:
    """How many claims there are, and how many of them are taken as facts."""
    found = {row["accepted"].value: int(row["count"].value) for row in rows(_TRUST) if len(row) > 1}
    return {"claims": sum(found.values()), "accepted": found.get("true", 0)}


def page() -> str:
    """The overview."""
    store, articles_ = snapshot().store, _count("?thing a cmq:Article")
    return render_template(
        "overview.html",
        counts=counts(),
        meetings=[summary(store, one) for one in _found(_MEETINGS)],
        quoted=most_quoted(),
        missions=[(link(store, one), latest_level(store, one)) for one in _found(_MISSIONS)],
        articles=[article_of(store, one) for one in _found(_ARTICLES)],
        differing=disagreements.found() if articles_ <= _FEW else None,
        warnings=warnings(),
        trust=trust(),
    )
