"""Puts what others answer in the place of SERVICE and LOAD, by tokens: the store asks nobody.

A SERVICE's solutions are joined as a VALUES block, which is what the specification's bottom-up
evaluation of SERVICE means; a LOAD becomes an INSERT DATA of what the document says.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import pyoxigraph as ox

from service.errors import CommuniqueError, UsageError
from service.sparql_text import Token, tokens

_QUERY_FORMS = frozenset({"select", "ask", "construct", "describe"})
_NOTHING = "{ VALUES () { () } }"  # one solution that binds nothing


class FetchFailed(CommuniqueError):
    """Another server wasn't asked, or didn't answer as it should; `status` for our client."""

    def __init__(self, reason: str, status: int = 502) -> None:
        super().__init__(reason)
        self.status = status


class Rows(NamedTuple):
    """What an endpoint answers to a SELECT."""

    variables: Sequence[str]
    rows: Sequence[Sequence[object]]


Ask = Callable[[str, str], Rows]
Load = Callable[[str], Sequence[ox.Triple]]


class _Call(NamedTuple):
    """A SERVICE or LOAD from `start` to `end`, of an address, silent or not."""

    start: int
    end: int
    address: str
    is_silent: bool
    rest: str


def inline_services(query: str, prefixes: Mapping[str, str], ask: Ask) -> str:
    """The query with each SERVICE's solutions in its place. Raises UsageError and FetchFailed."""
    every = [t for t in tokens(query) if t.kind != "comment" and not t.text.isspace()]
    forms = (t.start for t in every if t.kind == "word" and t.text.lower() in _QUERY_FORMS)
    declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in sorted(prefixes.items()))
    head = declared + query[: next(forms, 0)]

    def values(call: _Call) -> str:
        return _values(call.address, ask(call.address, f"{head} SELECT * WHERE {call.rest}"))

    return _replaced(query, _services(query, every), values, _NOTHING)


def inline_loads(update: str, load: Load) -> str:
    """The update with each LOAD's document in its place. Raises UsageError and FetchFailed."""
    every = [t for t in tokens(update) if t.kind != "comment" and not t.text.isspace()]

    def data(call: _Call) -> str:
        triples = ox.serialize(load(call.address), format=ox.RdfFormat.N_TRIPLES) or b""
        inside = f"GRAPH {call.rest} {{ {triples.decode()} }}" if call.rest else triples.decode()
        return f"INSERT DATA {{ {inside} }}"

    return _replaced(update, _loads(every), data, "INSERT DATA {}")


def _replaced(text: str, calls: Iterator[_Call], by: Callable[[_Call], str], otherwise: str) -> str:
    pieces, end = [], 0
    for call in calls:
        try:
            instead = by(call)
        except FetchFailed:
            if not call.is_silent:
                raise
            instead = otherwise
        pieces += [text[end : call.start], instead]
        end = call.end
    return "".join([*pieces, text[end:]])


def _services(query: str, every: list[Token]) -> Iterator[_Call]:
    inside = 0
    for number, token in enumerate(every):
        if not _is_word(every, number, "service") or token.start < inside:
            continue
        is_silent = _is_word(every, number + 1, "silent")
        address, opening = number + 1 + is_silent, number + 2 + is_silent
        iri = _iri(every, address, "SERVICE")
        last = _closing(every, opening)
        if any(_is_word(every, n, "service") for n in range(opening, last)):
            raise UsageError("a SERVICE within a SERVICE can't be asked here")
        inside = every[last].end
        yield _Call(token.start, inside, iri, is_silent, query[every[opening].start : inside])


def _loads(every: list[Token]) -> Iterator[_Call]:
    for number, token in enumerate(every):
        if not _is_word(every, number, "load"):
            continue
        is_silent = _is_word(every, number + 1, "silent")
        place = number + 1 + is_silent
        iri, last, graph = _iri(every, place, "LOAD"), place, ""
        if _is_word(every, place + 1, "into") and len(every) > place + 3:
            last, graph = place + 3, every[place + 3].text
        yield _Call(token.start, every[last].end, iri, is_silent, graph)


def _is_word(every: list[Token], number: int, word: str) -> bool:
    return (
        number < len(every) and every[number].kind == "word" and every[number].text.lower() == word
    )


def _iri(every: list[Token], number: int, keyword: str) -> str:
    if number >= len(every) or every[number].kind != "iri":
        raise UsageError(f"write the address of {keyword} in full: <https://…>")
    return every[number].text[1:-1]


def _closing(every: list[Token], opening: int) -> int:
    depth = 0
    for number in range(opening, len(every)):
        if every[number].kind == "other":
            depth += (every[number].text == "{") - (every[number].text == "}")
        if not depth:
            break
    if opening >= len(every) or every[opening].text != "{" or depth:
        raise UsageError("SERVICE needs a group: { … }")
    return number


def _values(endpoint: str, found: Rows) -> str:
    names = " ".join(f"?{name}" for name in found.variables)
    rows = " ".join(f"({' '.join(_term(endpoint, t) for t in row)})" for row in found.rows)
    return f"{{ VALUES ({names}) {{ {rows} }} }}"


def _term(endpoint: str, term: object) -> str:
    """VALUES takes no blank nodes: another server's get names, the same in all its answers."""
    if isinstance(term, ox.BlankNode):
        digest = hashlib.sha256(f"{endpoint} {term.value}".encode()).hexdigest()[:24]
        return f"<urn:communique:node:{digest}>"
    return "UNDEF" if term is None else str(term)
