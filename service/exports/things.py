"""Things with their values and what these are called, a batch at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import RDFS, SKOS

from ontology.terms import CMQ
from service.exports.selection import values
from service.exports.source import BATCH, Source, batched

SEPARATOR = "; "
_NAMING = (CMQ.key, RDFS.label, SKOS.prefLabel)  # the first that there is
_RANKS = {str(term): rank for rank, term in enumerate(_NAMING)}


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
    rows = [
        (r["thing"].value, r["property"].value, r["value"])
        for r in source.rows(
            f"SELECT ?thing ?property ?value WHERE {{ {values('thing', batch)} "
            f"?thing ?property ?value {_among('property', shown)} }}"
        )
    ]
    called = labels(source, {term.value for *_, term in rows if isinstance(term, ox.NamedNode)})
    found: dict[str, dict[str, set[Value]]] = defaultdict(lambda: defaultdict(set))
    for thing, prop, term in rows:
        found[thing][prop].add(_value(term, called))
    return [Thing(iri, {p: tuple(held) for p, held in found[iri].items()}) for iri in batch]


def _among(name: str, iris: list[str]) -> str:
    """A filter rather than VALUES, for which all triples of a property may be gone through."""
    return f"FILTER(?{name} IN ({', '.join(f'<{iri}>' for iri in iris)}))"


def labels(source: Source, iris: Iterable[str]) -> dict[str, str]:
    """What things are called: an article's key, else a label; those without have none here."""
    found: dict[str, tuple[int, str]] = {}
    naming = _among("naming", [str(term) for term in _NAMING])
    for some in batched(sorted(iris), 5 * BATCH):
        asked = f"{values('thing', some)} ?thing ?naming ?label {naming}"
        for row in source.rows(f"SELECT ?thing ?naming ?label WHERE {{ {asked} }}"):
            name = _RANKS[row["naming"].value], row["label"].value
            found[row["thing"].value] = min(name, found.get(row["thing"].value, name))
    return {iri: name for iri, (_, name) in found.items()}


def _value(term: object, called: Mapping[str, str]) -> Value:
    if isinstance(term, ox.NamedNode):
        return Value(term.value, called.get(term.value) or local(term.value), is_iri=True)
    text = str(getattr(term, "value", term))
    return Value(text, text, is_iri=False)


def local(iri: str) -> str:
    """The end of an IRI: what to call a thing without a name."""
    return iri.rpartition("#")[2].rpartition("/")[2] or iri
