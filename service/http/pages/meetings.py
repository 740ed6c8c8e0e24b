"""A meeting: who sat on which side, when, where, how it stands, and who tells of it."""

from collections import defaultdict
from dataclasses import dataclass

import pyoxigraph as ox
from flask import render_template

from ontology.terms import CMQ
from service.http.links import Link, label, link
from service.http.pages.told import links_of, pointing, texts_of, things
from service.http.tellings import Telling, one, tellings


@dataclass(frozen=True)
class Seat:
    """One actor's part."""

    actor: Link
    part: str
    capacity: str


@dataclass(frozen=True)
class Side:
    """Those who sit together; `name` says which side where the articles tell."""

    name: str
    seats: tuple[Seat, ...]


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


def sides(store: ox.Store, meeting: ox.NamedNode) -> list[Side]:
    """Participants by side; those whose side no article tells come last."""
    seated: dict[str, list[Seat]] = defaultdict(list)
    for own in things(store, meeting, CMQ.participation):
        seat, side = _seat(store, own)
        seated[side].append(seat)
    named = {side: f"Side {side.translate(_LETTERS)}" if side else "Taking part" for side in seated}
    order = sorted(seated, key=lambda side: (side == "", side))
    return [Side(named[s], tuple(sorted(seated[s], key=lambda x: x.actor.text))) for s in order]


_LETTERS = str.maketrans("0123456789", "ABCDEFGHIJ")


def _seat(store: ox.Store, own: ox.NamedNode) -> tuple[Seat, str]:
    actor = links_of(store, own, CMQ.participantActor)[0]
    part = [found.text for found in links_of(store, own, CMQ.part) if found.text != "participant"]
    told = texts_of(store, own, CMQ.side)
    seat = Seat(actor, ", ".join(part), "; ".join(texts_of(store, own, CMQ.capacity)))
    return seat, told[0] if len(told) == 1 else ""


def by_article(found: list[Telling]) -> list[tuple[Telling, list[Telling]]]:
    """Tellings grouped by their article, each group with its first one before it."""
    groups: dict[str, list[Telling]] = defaultdict(list)
    for telling in found:
        groups[telling.article.key].append(telling)
    return [(group[0], group) for group in groups.values()]


def page(store: ox.Store, meeting: ox.NamedNode) -> str:
    """The meeting's page."""
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
        whole=links_of(store, meeting, CMQ.partOf),
        parts=[link(store, part) for part in pointing(store, CMQ.partOf, meeting)],
        said=[link(store, said) for said in pointing(store, CMQ.madeAt, meeting)],
        groups=by_article(tellings(store, meeting)),
        iri=meeting.value,
        accepted=bool(one(store, meeting, CMQ.status)),
    )
