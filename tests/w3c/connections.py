"""Tests that are written as requests and the responses to expect, one after the other."""

from dataclasses import dataclass

from rdflib.collection import Collection
from rdflib.namespace import Namespace
from rdflib.term import Node

from tests.w3c.manifests import MF, Test

HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
_STATUS = {"OK": "200", "Created": "201", "NoContent": "204", "NotFound": "404"}


@dataclass(frozen=True)
class Exchange:
    """A request, and what its response must be; `statuses` may be classes such as 2xx."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: frozenset[str]
    boolean: bool | None
    format: str | None
    location: str | None
    returned: tuple[str, str] | None

    def fits(self, status: int) -> bool:
        return bool(self.statuses & {str(status), f"{status // 100}xx"})


def exchanges(test: Test) -> list[Exchange]:
    """The requests of a test, in order."""
    graph = test.graph
    action = graph.value(test.node, MF.action)
    return [_exchange(test, node) for node in Collection(graph, graph.value(action, HT.requests))]


def _exchange(test: Test, node: Node) -> Exchange:
    graph = test.graph
    response = graph.value(node, HT.resp)
    headers, wanted = _headers(test, node), _headers(test, response)
    text, encoding = _content(test, node)
    if text and "multipart" in headers.get("content-type", ""):
        text = "\r\n".join(line.strip() for line in text.strip().split("\n")) + "\r\n"
    returned, _ = _content(test, response)
    boolean, form = (graph.value(response, MF[f"expected{k}"]) for k in ("Boolean", "Format"))
    location = graph.value(response, MF.expectedLocation)
    return Exchange(
        str(graph.value(node, HT.methodName)),
        str(graph.value(node, HT.absolutePath)),
        headers,
        text.encode(encoding) if text else None,
        frozenset(_status(s) for s in graph.objects(response, MF.expectedStatus)),
        None if boolean is None else bool(boolean),
        str(form) if form else None,
        str(location) if location else None,
        (wanted["content-type"], returned) if returned else None,
    )


def _status(iri: Node) -> str:
    name = str(iri).rpartition("#")[2]
    return _STATUS.get(name, name.removeprefix("StatusCode"))


def _headers(test: Test, node: Node | None) -> dict[str, str]:
    listed = test.graph.value(node, HT.headers)
    fields = Collection(test.graph, listed) if listed else []
    return {
        str(test.graph.value(f, HT.fieldName)).lower(): str(test.graph.value(f, HT.fieldValue))
        for f in fields
    }


def _content(test: Test, node: Node | None) -> tuple[str, str]:
    body = test.graph.value(node, HT.body)
    chars, encoding = (test.graph.value(body, p) for p in (CNT.chars, CNT.characterEncoding))
    return str(chars or ""), str(encoding or "UTF-8")
