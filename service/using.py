"""Sets the protocol's dataset into an update as USING clauses: its parameters mean just that."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pyoxigraph as ox

from service.errors import UsageError
from service.sparql_text import Token, tokens


class _Edit(NamedTuple):
    at: int
    text: str


def with_dataset(update: str, default: Sequence[str], named: Sequence[str]) -> str:
    """The update with `using-graph-uri` and `using-named-graph-uri` in each operation's WHERE.

    Raises UsageError where a graph's name is no IRI, or the update names a dataset itself.
    """
    if not (default or named):
        return update
    try:
        clauses = [f"USING {ox.NamedNode(iri)}" for iri in default]
        clauses += [f"USING NAMED {ox.NamedNode(iri)}" for iri in named]
    except ValueError as error:
        raise UsageError(f"a graph's name is no IRI: {error}") from error
    pieces, end = [], 0
    for edit in _edits(update, " ".join(clauses)):
        pieces += [update[end : edit.at], edit.text]
        end = edit.at
    return "".join([*pieces, update[end:]])


def _edits(update: str, using: str) -> Iterator[_Edit]:
    """What to insert where: before each WHERE that stands outside of all braces."""
    shortcut: Token | None = None  # of `DELETE WHERE { … }`, which can't have a USING: its WHERE
    depth, before, opened = 0, "", 0
    for token in _significant(update):
        word = token.text.lower() if token.kind == "word" and not depth else ""
        if word in {"using", "with"}:
            raise UsageError(
                f"the update has {token.text.upper()}, and the request using-graph-uri or "
                "using-named-graph-uri: only one of the two may name the dataset"
            )
        if word == "where" and before == "delete":
            shortcut = token
        elif word == "where":
            yield _Edit(token.start, f"{using} ")
        if token.kind == "other" and token.text in "{}":
            depth += 1 if token.text == "{" else -1
            if token.text == "{" and depth == 1:
                opened = token.start
            elif shortcut and token.text == "}" and depth == 0:
                pattern = update[opened : token.end]
                yield _Edit(shortcut.start, f"{pattern} {using} ")
                shortcut = None
        before = word


def _significant(update: str) -> Iterator[Token]:
    return (t for t in tokens(update) if t.kind != "comment" and not t.text.isspace())
