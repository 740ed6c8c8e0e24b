"""RDF as JSON that reads well: one thing, and what hangs on it, under our context."""

from typing import Any

from pyld import jsonld
from rdflib import Graph

from ontology.context import context

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
