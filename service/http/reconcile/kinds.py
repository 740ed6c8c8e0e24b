"""Types of what can be reconciled: the classes of the ontology that actors have."""

from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from ontology.terms import CMQ
from service.http.links import term_label
from service.http.pages.told import classes


@dataclass(frozen=True)
class Type:
    """A class, by its name in the ontology, and the wider one."""

    id: str
    broader: str | None = None

    @property
    def name(self) -> str:
        """What the ontology calls it."""
        return term_label(str(CMQ[self.id]))

    def described(self) -> dict[str, Any]:
        """As the specification has it."""
        wider = [TYPES[self.broader].described()] if self.broader else []
        return {"id": self.id, "name": self.name, **({"broader": wider} if wider else {})}


TYPES = {
    made.id: made
    for made in (
        Type("Person", "Actor"),
        Type("Mission", "Organization"),
        Type("Organization", "Actor"),
        Type("Polity", "Actor"),
        Type("Actor"),
    )
}


def types_of(store: ox.Store, thing: ox.NamedNode) -> list[Type]:
    """The thing's types, the narrow ones first."""
    found = classes(store, thing) & TYPES.keys()
    return [made for name, made in TYPES.items() if name in found]


def type_id(given: str) -> str:
    """The type that a client means by its name or IRI."""
    return given.removeprefix(str(CMQ)).removeprefix("cmq:")


def is_of(types: list[Type], wanted: str) -> bool:
    """Whether one of a thing's types, of which it has the wide ones too, is the wanted one."""
    return any(wanted == made.id for made in types)
