"""A mission: who leads it, where, on what mandate, and every figure with its words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import pyoxigraph as ox
from flask import render_template
from rdflib import URIRef

from ontology.terms import CMQ
from service.http.links import Link, label
from service.http.pages.actors import Tenure, tenure
from service.http.pages.figures import Figure
from service.http.pages.levels import plots
from service.http.pages.selecting import rows
from service.http.pages.statements import said
from service.http.pages.told import links_of, pointing, texts_of
from service.http.tellings import tellings

SHOWN = 100  # figures on the page, and a quarter of it statements; the questions have all


def figure(store: ox.Store, own: ox.NamedNode) -> Figure:
    """One figure with its evidence."""

    def words(predicate: URIRef) -> str:
        return "; ".join(found.text for found in links_of(store, own, predicate))

    return Figure(
        own.value,
        words(CMQ.measure),
        words(CMQ.figureKind),
        words(CMQ.bound),
        _grouped("; ".join(texts_of(store, own, CMQ.value))),
        "; ".join(texts_of(store, own, CMQ.unit)),
        "; ".join(texts_of(store, own, CMQ.asOf)),
        tuple(links_of(store, own, CMQ.saidBy)),
        tuple(links_of(store, own, CMQ.countedIn)),
        tuple(tellings(store, own)),
    )


def _grouped(value: str) -> str:
    """1200 as 1,200."""
    whole, point, rest = value.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() else value


def figures(store: ox.Store, mission: ox.NamedNode) -> list[Figure]:
    """All figures of a mission by measure and day, those that contradict each other marked."""
    own = pointing(store, CMQ.figureFor, mission)[:SHOWN]
    found = [figure(store, one) for one in own]
    return sorted(_compared(found), key=_order)


def _order(one: Figure) -> tuple[str, str, str, str]:
    return one.measure, one.as_of or one.tellings[0].article.published, one.kind, one.iri


def _compared(found: Iterable[Figure]) -> list[Figure]:
    """Levels of one measure, place and day can't differ; changes and proposals can."""
    given, values = list(found), defaultdict(set)
    for one in given:
        values[_point(one)].add((one.bound, one.value))
    return [
        replace(
            one, differs=one.kind == "level" and bool(one.as_of) and len(values[_point(one)]) > 1
        )
        for one in given
    ]


def disputes(found: Iterable[Figure]) -> list[list[Figure]]:
    """Levels of one measure, place and day with different numbers, side by side."""
    together: dict[tuple[str, str, str, tuple[Link, ...]], list[Figure]] = {}
    for one in found:
        if one.differs:
            together.setdefault(_point(one), []).append(one)
    return list(together.values())


def _point(one: Figure) -> tuple[str, str, str, tuple[Link, ...]]:
    return one.measure, one.kind, one.as_of, one.places


_LATEST = """
SELECT ?figure WHERE {
  ?figure cmq:figureFor %s ; cmq:figureKind concept:level ; cmq:measure ?measure .
  OPTIONAL { ?figure cmq:asOf ?day }
  OPTIONAL { ?figure cmq:reportedIn/cmq:published ?published }
} ORDER BY DESC(?measure = concept:troops) DESC(STR(COALESCE(?day, ?published, "")))
  DESC(STR(?published)) ?figure LIMIT 1
"""


def latest_level(store: ox.Store, mission: ox.NamedNode) -> Figure | None:
    """The latest level that is told of a mission, its strength if there is one, for lists."""
    found = rows(_LATEST % mission)
    own = found[0]["figure"] if found else None
    return figure(store, own) if isinstance(own, ox.NamedNode) else None


def _commanders(store: ox.Store, mission: ox.NamedNode) -> list[Tenure]:
    offices = pointing(store, CMQ.officeOf, mission)
    return [tenure(store, own) for office in offices for own in pointing(store, CMQ.office, office)]


def page(store: ox.Store, mission: ox.NamedNode) -> str:
    """The mission's page."""
    name, told = label(store, mission), figures(store, mission)
    about = [s for s in pointing(store, CMQ.about, mission) if "/statement/" in s.value]
    return render_template(
        "mission.html",
        name=name,
        names=[other for other in texts_of(store, mission, CMQ.name) if other != name],
        leads=links_of(store, mission, CMQ.ledBy),
        places=links_of(store, mission, CMQ.operatesIn),
        mandates=links_of(store, mission, CMQ.mandate),
        contributors=links_of(store, mission, CMQ.contributor),
        commanders=_commanders(store, mission),
        commander_words=texts_of(store, mission, CMQ.commanderDescription),
        figures=told,
        plots=plots(told),
        disputes=disputes(told),
        statements=[said(store, one) for one in about[: SHOWN // 4]],
        figures_total=len(pointing(store, CMQ.figureFor, mission)),
        tellings=tellings(store, mission),
        iri=mission.value,
    )
