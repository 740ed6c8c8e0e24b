"""RDF as JSON that reads well: one thing, and what hangs on it, under our context."""

from typing import Any, TypeAlias

from pyld import jsonld
from rdflib import Graph
from rdflib.namespace import RDF, XSD

from ontology.context import context
from ontology.terms import PREFIXES

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Expanded: TypeAlias = list[dict[str, Json]]
_EXACT = 16  # digits from which JSON's numbers are no longer exact everywhere
_NO_NETWORK = "our documents carry their context; %s is not fetched"


def frame(graph: Graph, iri: str) -> dict[str, Any]:
    """The thing `iri` as compact JSON-LD, each other node once, inside the first that names it.

    Integers and booleans are JSON's own; decimals stay strings, since JSON would round them.
    """
    shape = {"@context": context(), "@id": iri}
    options = {"embed": "@once", "omitGraph": True, "documentLoader": refuse}
    framed: dict[str, Any] = jsonld.frame(expand(graph), shape, options)
    return framed


def compact(graph: Graph) -> dict[str, Any]:
    """All nodes of `graph` as compact JSON-LD, flat, in the order of their IRIs."""
    options = {"graph": True, "documentLoader": refuse}
    compacted: dict[str, Any] = jsonld.compact(expand(graph), {"@context": context()}, options)
    return compacted


def compacted(expanded: Expanded, first: str | None = None) -> dict[str, Any]:
    """Expanded JSON-LD, named graphs too, as compact JSON-LD: `first`, then all else by IRI.

    It carries the entries of our context that it uses, so that it needs no second document.
    """
    options = {"graph": True, "skipExpansion": True, "documentLoader": refuse}
    whole = context()
    native = [_native(node) for node in expanded]
    made: dict[str, Any] = jsonld.compact(native, {"@context": whole}, options)
    nodes = made["@graph"]
    nodes.sort(key=lambda node: (node["id"] != first, "@graph" in node, node["id"]))
    used = _used(nodes) | {"id", "type", *PREFIXES}
    return {"@context": {k: v for k, v in whole.items() if k in used}, "@graph": nodes}


def _native(value: Json) -> Json:
    """Integers and booleans as JSON's own, wherever they stand; long ones would be rounded."""
    if isinstance(value, list):
        return [_native(one) for one in value]
    if not isinstance(value, dict):
        return value
    kind, text = value.get("@type"), str(value.get("@value"))
    if kind == str(XSD.integer) and len(text) < _EXACT:
        return {"@value": int(text)}
    if kind == str(XSD.boolean):
        return {"@value": text == "true"}
    made = {key: _native(one) for key, one in value.items() if key != str(RDF.type)}
    kinds = value.get(str(RDF.type))
    if isinstance(kinds, list):
        made["@type"] = [one["@id"] for one in kinds if isinstance(one, dict)]
    return made


def _used(value: Json) -> set[str]:
    """The keys of compact JSON-LD, and the names of classes."""
    if isinstance(value, list):
        return {name for one in value for name in _used(one)}
    if not isinstance(value, dict):
        return set()
    kinds = value.get("type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return {*value, *map(str, named), *(name for one in value.values() for name in _used(one))}


def expand(graph: Graph) -> list[dict[str, Any]]:
    """All nodes of `graph` as expanded JSON-LD."""
    # Sorted: the output follows the input's order, and a graph has none.
    lines = sorted(graph.serialize(format="nt").splitlines(keepends=True))
    expanded: list[dict[str, Any]] = jsonld.from_rdf(
        "".join(lines), {"format": "application/n-quads", "useNativeTypes": True}
    )
    return expanded


def refuse(url: str, _options: dict[str, Any]) -> dict[str, Any]:
    """A document loader that loads nothing."""
    raise jsonld.JsonLdError(_NO_NETWORK % url, "jsonld.LoadDocumentError")
