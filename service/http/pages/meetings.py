"""A meeting: who sat on which side, when, where, how it stands, and who tells of it."""

from collections import defaultdict
from dataclasses import dataclass

import pyoxigraph as ox
from flask import render_template

from ontology.terms import CMQ
from service.http.links import Link, label, link
from service.http.pages.comparison import compared
from service.http.pages.seats import sides
from service.http.pages.statements import Said, said
from service.http.pages.told import links_of, pointing, texts_of, things
from service.http.tellings import Telling, one, tellings

SHOWN = 50  # statements made there


@dataclass(frozen=True)
class Summary:
    """A meeting in a list."""

    link: Link
    date: str
    date_words: str
    status: str
    form: str
    places: tuple[Link, ...]
    participants: tuple[Link, ...]
    groups: tuple[str, ...]

    @property
    def who(self) -> str:
        """Everybody who takes part, in a line."""
        return ", ".join((*(one.text for one in self.participants), *self.groups))


def summary(store: ox.Store, meeting: ox.NamedNode) -> Summary:
    """A meeting as a line of a list."""
    form = [found.text for found in links_of(store, meeting, CMQ.form)]
    status = [found.text for found in links_of(store, meeting, CMQ.status)]
    return Summary(
        link(store, meeting),
        "; ".join(texts_of(store, meeting, CMQ.date)),
        "; ".join(texts_of(store, meeting, CMQ.dateWords)),
        "; ".join(status),
        "; ".join(form),
        tuple(links_of(store, meeting, CMQ.atPlace)),
        tuple(links_of(store, meeting, CMQ.participant)),
        tuple(label(store, group) for group in things(store, meeting, CMQ.group)),
    )


def by_article(found: list[Telling]) -> list[tuple[Telling, list[Telling]]]:
    """Tellings grouped by their article, each group with its first one before it."""
    groups: dict[str, list[Telling]] = defaultdict(list)
    for telling in found:
        groups[telling.article.key].append(telling)
    return [(group[0], group) for group in groups.values()]


def _by_speaker(found: list[Said]) -> list[tuple[tuple[Link, ...], list[Said]]]:
    """Statements by who makes them, those who say most first; in the order of the text."""
    groups: dict[tuple[Link, ...], list[Said]] = defaultdict(list)
    for made in sorted(found, key=lambda made: (made.article.key, made.quote.start)):
        groups[made.speakers].append(made)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def page(store: ox.Store, meeting: ox.NamedNode) -> str:
    """The meeting's page."""
    spoken = pointing(store, CMQ.madeAt, meeting)
    compared_ = compared(store, meeting)
    return render_template(
        "meeting.html",
        meeting=summary(store, meeting),
        sides=sides(store, meeting),
        derivation=links_of(store, meeting, CMQ.dateDerivation),
        offset=texts_of(store, meeting, CMQ.dateOffset),
        topics=links_of(store, meeting, CMQ.topic),
        words_=texts_of(store, meeting, CMQ.topicWords),
        outcome=texts_of(store, meeting, CMQ.outcome),
        instruments=links_of(store, meeting, CMQ.discusses),
        part_of=links_of(store, meeting, CMQ.partOf),
        parts=[link(store, part) for part in pointing(store, CMQ.partOf, meeting)],
        said=_by_speaker([said(store, own) for own in spoken[:SHOWN]]),
        said_total=len(spoken),
        compared=compared_,
        groups=by_article(tellings(store, meeting)),
        iri=meeting.value,
        accepted=bool(one(store, meeting, CMQ.status)),
    )
