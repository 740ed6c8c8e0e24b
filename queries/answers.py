"""From a question's name and its parameters, as people write them, to SPARQL that can be run."""

from collections.abc import Mapping
from dataclasses import dataclass

from queries.binding import Term, bind
from queries.catalogue import Query, get
from queries.errors import MissingParameter, UnknownParameter
from queries.resolve import Ask, resolve
from queries.values import is_plain, read_value

__all__ = ["Ask", "Prepared", "prepare"]


@dataclass(frozen=True)
class Prepared:
    """A question ready to run: its SPARQL, and the question with the columns of its answer."""

    sparql: str
    query: Query


def prepare(name: str, params: Mapping[str, str], ask: Ask, version: str | None = None) -> Prepared:
    """The question `name` with its parameters bound.

    `ask` runs SPARQL SELECT on the store, to find what names mean; `version` names the
    store's present state, so that names are folded once for it. A blank value counts as
    none given.
    """
    query = get(name)
    known = {parameter.name for parameter in query.params}
    for given in params:
        if given not in known:
            raise UnknownParameter(name, given, known)
    return Prepared(bind(query, _bindings(query, params, ask, version)), query)


def _bindings(
    query: Query, params: Mapping[str, str], ask: Ask, version: str | None
) -> dict[str, list[Term]]:
    bound: dict[str, list[Term]] = {}
    for parameter in query.params:
        value = params.get(parameter.name, "").strip() or parameter.default
        if value and is_plain(parameter):
            bound[parameter.name] = read_value(parameter, value)
        elif value:
            bound[parameter.name] = resolve(parameter, value, ask, version)
        elif parameter.required:
            raise MissingParameter(parameter.name, query.name)
    return bound
