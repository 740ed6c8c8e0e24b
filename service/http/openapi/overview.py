"""The OpenAPI description as a page shows it: sections of operations, references followed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
_METHODS = ("get", "post", "put", "delete")


@dataclass(frozen=True)
class Operation:
    """A method at an address."""

    method: str
    path: str
    id: str
    summary: str
    description: str
    needs_token: bool
    parameters: tuple[Json, ...]
    forms: tuple[str, ...]
    statuses: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Section:
    """Operations of one tag."""

    name: str
    description: str
    operations: tuple[Operation, ...]


def sections(document: Json) -> list[Section]:
    """All operations by tag, in the document's order."""
    found = list(_operations(document))
    return [
        Section(
            tag["name"], tag["description"], tuple(o for name, o in found if name == tag["name"])
        )
        for tag in document["tags"]
    ]


def _operations(document: Json) -> Iterator[tuple[str, Operation]]:
    for path, item in document["paths"].items():
        for method in _METHODS:
            if method in item:
                yield item[method]["tags"][0], _operation(document, path, item, method)


def _operation(document: Json, path: str, item: Json, method: str) -> Operation:
    given = item[method]
    responses = {code: _followed(document, one) for code, one in given["responses"].items()}
    done = next((one for code, one in responses.items() if code.startswith(("2", "3"))), {})
    return Operation(
        method.upper(),
        path,
        given["operationId"],
        given["summary"],
        given.get("description", ""),
        "security" in given,
        (*item.get("parameters", ()), *given.get("parameters", ())),
        tuple(done.get("content", ())),
        tuple((code, one["description"]) for code, one in responses.items()),
    )


def _followed(document: Json, one: Json) -> Json:
    found = document if "$ref" in one else one
    for step in one.get("$ref", "#").split("/")[1:]:
        found = found[step]
    return found
