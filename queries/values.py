"""Reads a parameter's value where no store is needed: days, numbers, words, concepts, terms."""

import re
from collections.abc import Callable, Mapping
from datetime import date

import pyoxigraph as ox

from ontology.terms import PREFIXES
from queries.binding import Term
from queries.errors import BadParameter
from queries.folding import fold, unhump
from queries.header import Parameter
from queries.vocabulary import classes, find_concepts, labels, properties

_XSD = PREFIXES["xsd"]
_IRI = re.compile(r"<?((?:https?://|urn:)[^<>]*)>?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_DATES = (
    (_DAY, "date"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
)


def read_value(parameter: Parameter, value: str) -> list[Term]:
    """The terms that a value stands for; several are alternatives."""
    return _READERS[parameter.type](parameter, value)


def is_plain(parameter: Parameter) -> bool:
    """Whether a parameter's values mean the same whatever a store holds."""
    return parameter.type in _READERS


def read_iri(parameter: Parameter, value: str) -> ox.NamedNode | None:
    """The IRI that a value is, in full or with a known prefix; None where it is a name."""
    match = _IRI.fullmatch(value)
    prefix, _, local = value.partition(":")
    if match:
        iri = match.group(1)
    elif prefix in PREFIXES and local and " " not in value:
        iri = PREFIXES[prefix] + local
    else:
        return None
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise BadParameter(parameter.name, value, f"an IRI ({error})") from error


def _day(parameter: Parameter, value: str) -> list[Term]:
    try:
        day = date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None:
        raise BadParameter(parameter.name, value, "a day of the calendar such as 2021-09-21")
    return [ox.Literal(day.isoformat(), datatype=ox.NamedNode(f"{_XSD}date"))]


def _integer(parameter: Parameter, value: str) -> list[Term]:
    if not re.fullmatch(r"0*[1-9][0-9]{0,8}", value):
        raise BadParameter(parameter.name, value, "a whole number from 1")
    return [ox.Literal(int(value))]


def _choice(parameter: Parameter, value: str) -> list[Term]:
    if value.lower() not in parameter.choices:
        raise BadParameter(parameter.name, value, f"one of {', '.join(parameter.choices)}")
    return [ox.Literal(value.lower())]


def _text(_: Parameter, value: str) -> list[Term]:
    return [ox.Literal(value)]


def _concept(parameter: Parameter, value: str) -> list[Term]:
    """A concept by label, last part or IRI, with all narrower ones."""
    iri, scheme = read_iri(parameter, value), parameter.scheme or ""
    if iri:
        return [ox.NamedNode(found) for found in find_concepts(iri.value, None)] or [iri]
    found = find_concepts(value, scheme)
    if not found:
        raise BadParameter(parameter.name, value, f"one of {', '.join(labels(scheme))}")
    return [ox.NamedNode(iri) for iri in found]


def _class(parameter: Parameter, value: str) -> list[Term]:
    return _named(
        parameter,
        value,
        classes(),
        "a class of the ontology such as Person, Organization or Polity",
    )


def _property(parameter: Parameter, value: str) -> list[Term]:
    return _named(parameter, value, properties(), "a property's IRI or a name of the ontology's")


def _named(parameter: Parameter, value: str, known: Mapping[str, str], expected: str) -> list[Term]:
    iri = read_iri(parameter, value)
    found = iri.value if iri else known.get(fold(unhump(value)))
    if not found:
        raise BadParameter(parameter.name, value, expected)
    return [ox.NamedNode(found)]


def literals(value: str) -> list[Term]:
    """The literals of the graph that a person may mean by a value."""
    found: list[Term] = [ox.Literal(value)]
    found += [
        ox.Literal(value, datatype=ox.NamedNode(_XSD + name))
        for pattern, name in _DATES
        if pattern.fullmatch(value)
    ]
    if _NUMBER.fullmatch(value):
        names = ("decimal",) if "." in value else ("decimal", "integer")
        found += [ox.Literal(value, datatype=ox.NamedNode(_XSD + name)) for name in names]
    found.append(ox.Literal(value, datatype=ox.NamedNode(f"{PREFIXES['edtf']}EDTF")))
    return found


_READERS: Mapping[str, Callable[[Parameter, str], list[Term]]] = {
    "choice": _choice,
    "class": _class,
    "concept": _concept,
    "day": _day,
    "integer": _integer,
    "property": _property,
    "text": _text,
}
