"""Properties of actors and missions: they tell namesakes apart, or fill columns."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import SKOS

from ontology.terms import CMQ
from service.http.links import label, local
from service.http.pages.actors import kind
from service.http.pages.told import pointing, texts_of, things
from service.http.tellings import claims_about

Value = ox.NamedNode | str | int
_ANYONE = ("Person", "Organization", "Polity", "Mission")
_MOST = 500  # meetings that are gone through


@dataclass(frozen=True)
class Property:
    """A property: what it is called, whose it is, and how its values are found."""

    id: str
    name: str
    description: str
    types: tuple[str, ...]
    values: Callable[[ox.Store, ox.NamedNode], Iterable[Value]]

    def named(self) -> dict[str, str]:
        """Its identifier and name."""
        return {"id": self.id, "name": self.name}

    def described(self) -> dict[str, str]:
        """As the specification has it."""
        return {"id": self.id, "name": self.name, "description": self.description}


def _texts(predicate: URIRef) -> Callable[[ox.Store, ox.NamedNode], Iterable[Value]]:
    return lambda store, thing: texts_of(store, thing, predicate)


def _things(predicate: URIRef) -> Callable[[ox.Store, ox.NamedNode], Iterable[Value]]:
    return lambda store, thing: things(store, thing, predicate)


def _offices(store: ox.Store, thing: ox.NamedNode) -> list[ox.NamedNode]:
    tenures = pointing(store, CMQ.holder, thing)
    found = {office for tenure in tenures for office in things(store, tenure, CMQ.office)}
    return sorted(found, key=lambda office: office.value)


def _office_of(store: ox.Store, thing: ox.NamedNode) -> list[ox.NamedNode]:
    found = {of for office in _offices(store, thing) for of in things(store, office, CMQ.officeOf)}
    return sorted(found, key=lambda of: of.value)


def _met(store: ox.Store, thing: ox.NamedNode) -> list[ox.NamedNode]:
    meetings = pointing(store, CMQ.participant, thing)[:_MOST]
    found = {one for meeting in meetings for one in things(store, meeting, CMQ.participant)}
    return sorted(found - {thing}, key=lambda one: one.value)


def _counted(predicate: URIRef) -> Callable[[ox.Store, ox.NamedNode], Iterable[Value]]:
    return lambda store, thing: [len(pointing(store, predicate, thing))]


def _articles(store: ox.Store, thing: ox.NamedNode) -> list[Value]:
    told = {a for claim in claims_about(store, thing) for a in things(store, claim, CMQ.reportedIn)}
    return [len(told)]


PROPERTIES = {
    made.id: made
    for made in (
        Property("name", "name", "every name that articles use", _ANYONE, _texts(CMQ.name)),
        Property("kind", "kind", "person, organization …", _ANYONE, lambda s, t: [kind(s, t)]),
        Property("office", "office", "offices that articles attest", ("Person",), _offices),
        Property(
            "officeOf", "office of", "the state or body of these offices", ("Person",), _office_of
        ),
        Property("met", "was in a meeting with", "who took part beside them", _ANYONE, _met),
        Property(
            "meetings", "meetings", "how many are told of", _ANYONE, _counted(CMQ.participant)
        ),
        Property(
            "statements", "statements", "how many are told of", _ANYONE, _counted(CMQ.speaker)
        ),
        Property("articles", "articles", "how many name it", _ANYONE, _articles),
        Property(
            "exactMatch", "same as", "Wikidata, of states", _ANYONE, _texts(URIRef(SKOS.exactMatch))
        ),
        Property("ledBy", "led by", "who leads the mission", ("Mission",), _things(CMQ.ledBy)),
        Property("operatesIn", "where", "where it is", ("Mission",), _things(CMQ.operatesIn)),
        Property("mandate", "mandate", "what it acts on", ("Mission",), _things(CMQ.mandate)),
        Property(
            "contributor",
            "contributors",
            "who sends people",
            ("Mission",),
            _things(CMQ.contributor),
        ),
    )
}


def shown(store: ox.Store, value: Value) -> dict[str, str | int]:
    """A value as the specification has it: a thing, a number or words."""
    if isinstance(value, ox.NamedNode):
        name = label(store, value)
        own = local(value.value)
        return {"id": own, "name": name} if own else {"str": value.value}
    return {"int": value} if isinstance(value, int) else {"str": value}


def proposed(type_id: str) -> list[Property]:
    """The properties that things of a type may have; all where none is given."""
    return [
        made for made in PROPERTIES.values() if type_id in {"", "Actor"} or type_id in made.types
    ]
