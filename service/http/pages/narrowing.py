"""Lists narrowed by what an address gives, read as the ready-made questions read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox
from flask import request, url_for

from queries.binding import Term
from queries.catalogue import Parameter, get
from queries.resolve import resolve
from queries.values import is_plain, read_value
from service.http.links import label
from service.http.pages.spans import Asked, asked
from service.http.state import snapshot, state
from service.store.search.listed import Where

_MOST = 200  # characters of a name that is asked for


@dataclass(frozen=True)
class Chosen:
    """One parameter that is given: what it means here, and what to call that."""

    name: str
    value: str
    terms: tuple[Term, ...]
    shown: str


@dataclass(frozen=True)
class Narrowing:
    """What a list is narrowed to."""

    chosen: tuple[Chosen, ...]
    span: Asked

    def __bool__(self) -> bool:
        return bool(self.chosen or self.span)

    @property
    def given(self) -> dict[str, str]:
        """As parameters of an address."""
        return {one.name: one.value for one in self.chosen} | self.span.given

    def pattern(self, patterns: Mapping[str, str]) -> str:
        """SPARQL that binds `?thing`; each pattern has its parameter's value as `?NAME_`."""
        return " ".join(
            f"VALUES ?{one.name}_ {{ {' '.join(map(str, one.terms))} }} {patterns[one.name]}"
            for one in self.chosen
        )

    def where(self, name: str, properties: Mapping[str, tuple[str, ...]]) -> Where:
        """The same as keys of the index, for things of a class, by what the properties are."""
        return [
            [(f"{name}.{own}", term.value) for own in properties[one.name] for term in one.terms]
            for one in self.chosen
        ]


def address(endpoint: str, given: Mapping[str, str | list[str]]) -> str:
    """The address of a list with these parameters."""
    return url_for(endpoint, **dict[str, Any](given))


def again(**other: object) -> str:
    """This page's address with other parameters in place of its own."""
    given: dict[str, str | list[str]] = dict(request.args.lists())
    given |= {name: str(value) for name, value in other.items()}
    return address(request.endpoint or "", given | (request.view_args or {}))


def narrowing(question: str, names: tuple[str, ...]) -> Narrowing:
    """What the request narrows a list to, by parameters of a ready-made question.

    A name that nothing has narrows to nothing. Raises BadParameter, BadRequest.
    """
    known = {parameter.name: parameter for parameter in get(question).params}
    given = {name: request.args.get(name, "").strip()[:_MOST] for name in names}
    chosen = tuple(_chosen(known[name], value) for name, value in given.items() if value)
    return Narrowing(chosen, asked(request))


def _chosen(parameter: Parameter, value: str) -> Chosen:
    if is_plain(parameter):
        terms = read_value(parameter, value)
    else:
        now = snapshot()
        version = f"{now.version}@{state().reader.directory.path}"
        terms = resolve(parameter, value, _ask, version)
    named = [term for term in terms if isinstance(term, ox.NamedNode)]
    is_term = "://" in value or parameter.type in {"concept", "topic"}
    shown = label(snapshot().store, named[0]) if is_term and named else value
    return Chosen(parameter.name, value, tuple(terms), shown)


def _ask(sparql: str) -> ox.QuerySolutions:
    return state().pool.select(sparql, snapshot().source)
