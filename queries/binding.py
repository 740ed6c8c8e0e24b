"""Binds parameters: VALUES rows of serialized terms, never text pasted into the query."""

import re
from collections.abc import Iterator, Mapping, Sequence

import pyoxigraph as ox

from queries.catalogue import Query
from queries.errors import UnknownParameter

Term = ox.NamedNode | ox.Literal
Bindings = Mapping[str, Sequence[Term]]
_BINDS = re.compile(r"^(\s*)#=(.*)$")
_ONLY_IF = re.compile(r"^(.*?)(?<!\S)#\?(.*)$")


def bind(query: Query, values: Bindings) -> str:
    """The SPARQL of a question with values bound; a parameter without an entry is left open.

    Several terms are alternatives, and no term at all gives the empty answer.
    """
    known = {parameter.name for parameter in query.params}
    for name in values:
        if name not in known:
            raise UnknownParameter(query.name, name, known)
    return "".join(_lines(query.sparql, values))


def _lines(sparql: str, values: Bindings) -> Iterator[str]:
    inside = True
    for line in sparql.splitlines():
        only_if = _ONLY_IF.match(line)
        wanted = not only_if or any(name in values for name in only_if.group(2).split())
        if only_if and not only_if.group(1).strip():
            inside = wanted or not only_if.group(2).strip()
        elif inside and wanted:
            yield from _bound(only_if.group(1) if only_if else line, values)


def _bound(line: str, values: Bindings) -> Iterator[str]:
    """The line, or the VALUES clauses that stand for it."""
    binds = _BINDS.match(line)
    if not binds:
        yield f"{line}\n"
        return
    for name in binds.group(2).split():
        if name in values:
            yield f"{binds.group(1)}{_row(name, values[name])}\n"


def _row(name: str, terms: Sequence[Term]) -> str:
    rows = " ".join(f"({term})" for term in dict.fromkeys(terms))
    return f"VALUES ($_{name}) {{ {rows} }}"
