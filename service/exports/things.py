"""Things with their values and what these are called, a batch at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

import pyoxigraph as ox
from rdflib import URIRef

from service.exports.selection import values
from service.exports.source import BATCH, Source, batched

SEPARATOR = "; "


class Value(NamedTuple):
    """A literal's text or an IRI, and what to call it."""

    text: str
    label: str
    is_iri: bool


@dataclass(frozen=True)
class Thing:
    """What the accepted graph says of a thing, by property."""

    iri: str
    values: Mapping[str, tuple[Value, ...]]

    def all(self, *properties: URIRef) -> list[Value]:
        """The values of these properties, sorted."""
        return sorted({v for p in properties for v in self.values.get(str(p), ())})

    def first(self, *properties: URIRef) -> str | None:
        """The first value's text or IRI, None where there is none."""
        return next((value.text for value in self.all(*properties)), None)

    def labels(self, *properties: URIRef) -> str | None:
        """What the values are called, joined; None where there are none."""
        return SEPARATOR.join(sorted({v.label for v in self.all(*properties)})) or None

    def iris(self, *properties: URIRef) -> list[str]:
        """The IRIs among the values."""
        return [value.text for value in self.all(*properties) if value.is_iri]

    def integer(self, prop: URIRef) -> int | None:
        """A value as a whole number."""
        found = self.first(prop)
        return None if found is None else int(found)

    def decimal(self, prop: URIRef) -> Decimal | None:
        """A value as a number."""
        found = self.first(prop)
        return None if found is None else Decimal(found)


def describe(source: Source, iris: Iterable[str], *properties: URIRef) -> Iterator[Thing]:
    """The things with these properties, in the order of `iris`."""
    for batch in batched(iris, BATCH):
        yield from described(source, batch, *properties)
        source.told(len(batch))


def described(source: Source, batch: list[str], *properties: URIRef) -> list[Thing]:
    """One batch of things, asked for at once."""
    shown = [str(p) for p in properties if str(p) not in source.hidden]
    if not batch or not shown:
        return [Thing(iri, {}) for iri in batch]
    found: dict[str, dict[str, dict[str, Value]]] = defaultdict(lambda: defaultdict(dict))
    for row in source.rows(_query(batch, shown)):
        value = _value(row["value"], row["label"])
        held = found[row["thing"].value][row["property"].value]
        held[value.text] = min(value, held.get(value.text, value))
    return [
        Thing(iri, {p: tuple(held.values()) for p, held in found[iri].items()}) for iri in batch
    ]


def _query(batch: list[str], properties: list[str]) -> str:
    return (
        "SELECT ?thing ?property ?value ?label WHERE { "
        f"{values('thing', batch)} {values('property', properties)} ?thing ?property ?value "
        "OPTIONAL { ?value cmq:key ?key } OPTIONAL { ?value rdfs:label ?name } "
        "OPTIONAL { ?value skos:prefLabel ?term } "
        "BIND(STR(COALESCE(?key, ?name, ?term)) AS ?label) }"
    )


def _value(term: object, label: object) -> Value:
    if isinstance(term, ox.NamedNode):
        name = label.value if isinstance(label, ox.Literal) else local(term.value)
        return Value(term.value, name, is_iri=True)
    text = str(getattr(term, "value", term))
    return Value(text, text, is_iri=False)


def local(iri: str) -> str:
    """The end of an IRI: what to call a thing without a name."""
    return iri.rpartition("#")[2].rpartition("/")[2] or iri
