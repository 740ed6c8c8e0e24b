"""Reads the comment header of a query file: title, summary, tags, parameters, columns."""

import re
from typing import Literal

import msgspec
import yaml

from queries.errors import BadQueryFile

Kind = Literal[
    "actor",
    "article",
    "choice",
    "class",
    "concept",
    "day",
    "instrument",
    "integer",
    "meeting",
    "mission",
    "office",
    "place",
    "property",
    "search",
    "text",
    "thing",
    "topic",
    "value",
]
_MARK = "#+"
_PATH = re.compile(r"`\$((?:\.\w+|\[\d+\])*)")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")


class Parameter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What may be given to a question; `scheme` holds the concepts that a `concept` may name."""

    name: str
    type: Kind
    help: str
    example: str
    default: str | None = None
    required: bool = False
    scheme: str | None = None
    choices: tuple[str, ...] = ()


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column of the answer; `always` where every row has it."""

    name: str
    type: Literal["iri", "label", "text", "key", "date", "integer", "decimal"]
    help: str
    always: bool = False


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that a query file says of itself."""

    title: str
    summary: str
    tags: tuple[str, ...]
    columns: tuple[Column, ...]
    params: tuple[Parameter, ...] = ()


# Threads that are the first to use a type, at the same time, crash msgspec (0.22): it learns
# all of them here, while one thread imports this.
msgspec.json.Decoder(Header)


def split(text: str) -> tuple[str, str]:
    """A file's header, as YAML without the comment marks, and its SPARQL."""
    lines = text.splitlines(keepends=True)
    length = next((n for n, line in enumerate(lines) if not line.startswith(_MARK)), len(lines))
    head = [line.removeprefix(_MARK).removeprefix(" ") for line in lines[:length]]
    return "".join(head), "".join(lines[length:])


def read_header(file: str, text: str) -> Header:
    """The header of a file, checked; errors name the file and the line."""
    try:
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
        return msgspec.convert(yaml.safe_load(text), Header)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise BadQueryFile(file, mark.line + 1 if mark else 1, str(error.problem)) from error
    except msgspec.ValidationError as error:
        raise BadQueryFile(file, _line(tree, str(error)), str(error)) from error


def _line(node: yaml.Node | None, message: str) -> int:
    """The line of the part that a validation error's path (`$.params[1].type`) points at."""
    path = _PATH.search(message)
    if node is None:
        return 1
    for name, number in _STEP.findall(path.group(1)) if path else ():
        child = _child(node, name, number)
        if child is None:
            break
        node = child
    return int(node.start_mark.line) + 1


def _child(node: yaml.Node, name: str, number: str) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and number:
        items: list[yaml.Node] = node.value
        return items[int(number)]
    if isinstance(node, yaml.MappingNode) and name:
        pairs: list[tuple[yaml.ScalarNode, yaml.Node]] = node.value
        return next((value for key, value in pairs if key.value == name), None)
    return None
