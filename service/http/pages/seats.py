"""Who sat on which side of a meeting, as what; several articles' reports put together."""

from collections import defaultdict
from dataclasses import dataclass, field

import pyoxigraph as ox

from ontology.terms import CMQ
from service.http.links import Link, link
from service.http.pages.told import links_of, pointing, texts_of, things


@dataclass(frozen=True)
class Seat:
    """One actor's part; `offices` are those that articles of this meeting give it."""

    actor: Link
    part: str
    capacity: str
    offices: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Side:
    """Those who sit together; `name` says which side where the articles tell."""

    name: str
    seats: tuple[Seat, ...]


@dataclass
class _Part:
    """What all reports say of one actor."""

    parts: set[str] = field(default_factory=set)
    capacities: set[str] = field(default_factory=set)


def sides(store: ox.Store, meeting: ox.NamedNode) -> list[Side]:
    """Participants by side, each once; those whose side no article tells come last."""
    parts: dict[ox.NamedNode, _Part] = defaultdict(_Part)
    reports: dict[str, dict[ox.NamedNode, str]] = defaultdict(dict)
    for own in things(store, meeting, CMQ.participation):
        for actor in things(store, own, CMQ.participantActor)[:1]:
            told = [one.text for one in links_of(store, own, CMQ.part)]
            parts[actor].parts.update(one for one in told if one != "participant")
            parts[actor].capacities.update(texts_of(store, own, CMQ.capacity))
            side = texts_of(store, own, CMQ.side)
            if len(side) == 1:  # numbered anew by each report
                reports[own.value.rpartition("/")[0]][actor] = side[0]
    seated = _joined(reports)
    articles = set(things(store, meeting, CMQ.reportedIn))
    grouped: dict[int, list[Seat]] = defaultdict(list)
    for actor, part in parts.items():
        grouped[seated.get(actor, -1)].append(_seat(store, actor, part, articles))
    order = sorted(grouped, key=lambda side: (side < 0, side))
    return [Side(_name(s), tuple(sorted(grouped[s], key=lambda x: x.actor.text))) for s in order]


def _name(side: int) -> str:
    return f"Side {chr(ord('A') + side)}" if 0 <= side < 26 else "Taking part"


def _joined(reports: dict[str, dict[ox.NamedNode, str]]) -> dict[ox.NamedNode, int]:
    """One side for each actor: a report's sides are those that share most actors with them."""
    seated: dict[ox.NamedNode, int] = {}
    for report in sorted(reports):
        groups: dict[str, list[ox.NamedNode]] = defaultdict(list)
        for actor, side in sorted(reports[report].items(), key=str):
            groups[side].append(actor)
        taken: set[int] = set()
        for _, group in sorted(groups.items()):
            known = [seated[one] for one in group if one in seated and seated[one] not in taken]
            new = max({*seated.values(), *taken}, default=-1) + 1
            place = max(sorted(set(known)), key=known.count) if known else new
            taken.add(place)
            for actor in group:
                seated.setdefault(actor, place)
    return seated


def _seat(store: ox.Store, actor: ox.NamedNode, part: _Part, articles: set[ox.NamedNode]) -> Seat:
    offices = {
        link(store, office)
        for tenure in pointing(store, CMQ.holder, actor)
        if articles & set(things(store, tenure, CMQ.reportedIn))
        for office in things(store, tenure, CMQ.office)
    }
    return Seat(
        link(store, actor),
        ", ".join(sorted(part.parts)),
        "; ".join(sorted(part.capacities)),
        tuple(sorted(offices, key=lambda one: one.text)),
    )
