"""RDF terms in Oxigraph's canonical forms, so that a round trip changes nothing."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import pyoxigraph as ox
from rdflib.namespace import XSD

from loaders.dates import earliest, latest
from loaders.facts import Date
from loaders.mapping.names import Names
from loaders.mapping.nodes import node
from ontology.terms import CMQ

_EDTF = ox.NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")
_PLAIN = (
    (re.compile(r"\d{4}-\d\d-\d\d"), XSD.date),
    (re.compile(r"\d{4}-\d\d"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
)

__all__ = ["boolean", "dated", "decimal", "edtf", "integer", "node", "string"]


def string(value: str) -> ox.Literal:
    """A plain string."""
    return ox.Literal(value)


@lru_cache(maxsize=4096)
def integer(value: int) -> ox.Literal:
    """An xsd:integer."""
    return ox.Literal(str(value), datatype=node(XSD.integer))


def boolean(value: bool) -> ox.Literal:
    """An xsd:boolean."""
    return ox.Literal("true" if value else "false", datatype=node(XSD.boolean))


def decimal(value: Decimal) -> ox.Literal:
    """An xsd:decimal without trailing zeros or exponent."""
    plain = format(value.normalize(), "f")
    return ox.Literal(plain, datatype=node(XSD.decimal))


@lru_cache(maxsize=4096)
def edtf(value: str) -> ox.Literal:
    """A date: xsd:date, xsd:gYearMonth or xsd:gYear where it is one, else an EDTF string."""
    for pattern, datatype in _PLAIN:
        if pattern.fullmatch(value):
            return ox.Literal(value, datatype=node(datatype))
    return ox.Literal(value, datatype=_EDTF)


def dated(subject: ox.NamedNode, date: Date, names: Names) -> Iterator[ox.Triple]:
    """A date with its bounds, its words and how it was derived."""
    if date.edtf:
        yield ox.Triple(subject, node(CMQ.date), edtf(date.edtf))
        for bound, day in ((CMQ.earliest, earliest(date)), (CMQ.latest, latest(date))):
            if day:
                yield ox.Triple(subject, node(bound), edtf(day.isoformat()))
    elif date.offset:
        yield ox.Triple(subject, node(CMQ.dateOffset), string(date.offset))
    yield ox.Triple(subject, node(CMQ.dateDerivation), names.concept(date.derivation.value))
    if date.words:
        yield ox.Triple(subject, node(CMQ.dateWords), string(date.words))
