"""The IRIs that one article's facts have."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import pyoxigraph as ox
from rigour.territories import get_territories

from loaders.corrections import Merge
from loaders.facts import Actor, ActorType, Facts, Meeting, Mission, Span, Statement
from loaders.identity import Link
from loaders.naming import digest, fold, slug, token
from loaders.run import run_name
from ontology.terms import CONCEPT

_SHOWN = 3  # participants spelt out in a meeting's IRI; a digest stands for all


@dataclass(frozen=True)
class Names:
    """Names everything of one article under `base`; `links` are its persons' across articles.

    `merges` are readers' corrections of who is who, by the path that leads elsewhere; `given` the
    labels of actors that corrections name by IRI.
    """

    base: str
    facts: Facts
    links: Mapping[str, Link]
    merges: Mapping[str, Merge] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)

    def iri(self, *segments: str) -> ox.NamedNode:
        """The IRI of these path segments, or of what readers say is the same."""
        path = "/".join(segments)
        merge = self.merges.get(path)
        return ox.NamedNode(self.base + (merge.into if merge else path))

    def merge_of(self, actor: Actor) -> Merge | None:
        """Where readers' corrections have led an actor of the article."""
        return self.merges.get(self._path(actor))

    def called(self, name: str) -> str:
        """What to call an actor whom the article names only in passing."""
        merge = self.passing(name)
        return merge.label if merge else self.given.get(name, name)

    def passing(self, name: str) -> Merge | None:
        """Where readers' corrections have led one whom the article names only in passing."""
        return self.merges.get(f"actor/{slug(name)}")

    def _path(self, actor: Actor) -> str:
        link = self.links.get(actor.id) if actor.type is ActorType.PERSON else None
        return f"actor/{link.slug if link else slug(actor.name)}"

    @cached_property
    def token(self) -> str:
        """The article's own segment."""
        return token(self.facts.key)

    @cached_property
    def article(self) -> ox.NamedNode:
        """The article."""
        return self.iri("article", self.token)

    @cached_property
    def run(self) -> ox.NamedNode:
        """The extraction run: software, model and tables, no clock."""
        return self.iri("run", run_name())

    def claim(self, local: str) -> ox.NamedNode:
        """A claim, and the named graph that holds it."""
        return self.iri("claim", self.token, local)

    def mention(self, span: Span) -> ox.NamedNode:
        """A span of the article."""
        return self.iri("mention", self.token, f"{span.start}-{span.end}")

    def concept(self, name: str) -> ox.NamedNode:
        """A concept of the ontology's schemes."""
        return ox.NamedNode(f"{CONCEPT}{name}")

    @cached_property
    def _actors(self) -> dict[str, ox.NamedNode]:
        """Actors by id, name and alias."""
        found: dict[str, ox.NamedNode] = {}
        for actor in (*self.facts.actors, *self.facts.others):
            iri = self.iri(self._path(actor))
            found[actor.id] = iri
            for name in (actor.name, *actor.aliases):
                found.setdefault(fold(name), iri)
        for mission in self.facts.missions:
            iri = self.mission(mission)
            found.setdefault(mission.id, iri)
            for name in (mission.name, *mission.aliases):
                found[fold(name)] = iri
        return found

    def actor(self, reference: str) -> ox.NamedNode:
        """The actor or mission of this id or name; an unknown name stands for itself."""
        if reference in self.given:
            return self.iri(reference.removeprefix(self.base))
        known = self._actors.get(reference) or self._actors.get(fold(reference))
        return known or self.iri("actor", slug(reference))

    def knows(self, reference: str) -> bool:
        """Whether the article has an actor or a mission of this id or name."""
        return reference in self._actors or fold(reference) in self._actors

    def label(self, reference: str) -> str:
        """What to call the actor or mission of this id or name."""
        return self._labels.get(reference, reference)

    @cached_property
    def _labels(self) -> dict[str, str]:
        everybody: tuple[Actor | Mission, ...]
        everybody = (*self.facts.missions, *self.facts.others, *self.facts.actors)
        return {one.id: one.name for one in everybody}

    def mission(self, mission: Mission) -> ox.NamedNode:
        """A named mission is the same everywhere, a described one belongs to its article."""
        if mission.described:
            return self.iri("mission", self.token, slug(mission.name))
        return self.iri("mission", slug(mission.name))

    def instrument(self, name: str) -> ox.NamedNode:
        """An agreement, treaty, resolution or programme."""
        known = {i.id: i.name for i in self.facts.instruments}
        return self.iri("instrument", slug(known.get(name, name)))

    def place(self, name: str) -> ox.NamedNode:
        """A place; a state's name is that state."""
        known = self._actors.get(fold(name))
        if known:
            return known
        return self.iri("actor" if fold(name) in _states() else "place", slug(name))

    def office(self, title: str, of: str | None) -> ox.NamedNode:
        """An office: a title and the body whose it is."""
        return self.iri("office", slug(f"{title} of {self.label(of)}" if of else title))

    def tenure(self, holder: ox.NamedNode, office: ox.NamedNode) -> ox.NamedNode:
        """One person's holding of one office."""
        return self.iri("tenure", holder.value.rsplit("/", 1)[1], office.value.rsplit("/", 1)[1])

    def statement(self, statement: Statement) -> ox.NamedNode:
        """A statement belongs to its article and place there."""
        span = statement.span
        return self.iri("statement", self.token, f"{span.start}-{span.end}")

    def meeting(self, meeting: Meeting) -> ox.NamedNode:
        """With a known day it is shared by participants, day and kind; else the article's own."""
        return self._meetings[meeting.id]

    @cached_property
    def _meetings(self) -> dict[str, ox.NamedNode]:
        shared = [self._shared_meeting(m) for m in self.facts.meetings]
        return {
            m.id: self.iri("meeting", name)
            if name and shared.count(name) == 1
            else self.iri("meeting", self.token, m.id)
            for m, name in zip(self.facts.meetings, shared, strict=True)
        }

    def _shared_meeting(self, meeting: Meeting) -> str | None:
        """The name that articles which tell of the same meeting share; None without a day."""
        day = meeting.date.edtf if meeting.date else None
        if not day or len(day) != len("2021-09-21"):
            return None
        people = sorted(self.actor(p.actor).value for p in meeting.participations)
        marks = [*people, day, meeting.kind]
        if len(people) < 2:  # a visit is told apart by where it went, a reception by who came
            marks += [fold(meeting.place.value) if meeting.place else ""]
            marks += sorted(fold(g.label) for g in meeting.groups)
        shown = "-".join(p.rsplit("/", 1)[1] for p in people[:_SHOWN])
        return f"{day}-{shown}-{digest(*marks)}"


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    return frozenset(fold(t.name) for t in get_territories() if t.is_country)
