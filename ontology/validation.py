"""Which nodes of a graph aren't as shapes and disjointness want them."""

from dataclasses import dataclass
from functools import cache

from pyshacl import validate as run_pyshacl
from rdflib import Graph
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from ontology.disjointness import Clash, clashes
from ontology.files import SHAPES, VOCABULARY, load


@dataclass(frozen=True, order=True)
class Finding:
    """One complaint: the node, the path from it (empty for the node itself), what, how grave.

    `severity` is Violation, Warning or Info; `value` is empty where something is missing.
    """

    focus: str
    path: str
    message: str
    severity: str
    value: str = ""


@cache
def _shapes() -> Graph:
    """The shapes with each property shape aimed at its class by itself.

    It means the same, but pySHACL then reads a shape once, and not once for every node.
    """
    shapes = load(SHAPES)
    aimed = list(shapes.subject_objects(SH.targetClass))
    for node_shape, aim in aimed:
        for property_shape in shapes.objects(node_shape, SH.property):
            shapes.add((property_shape, SH.targetClass, aim))
    for node_shape, _ in aimed:
        shapes.remove((node_shape, SH.property, None))
    return shapes


@cache
def _vocabulary() -> Graph:
    return load(VOCABULARY)


def validate(data: Graph) -> list[Finding]:
    """Every finding of shapes and disjointness on `data`, sorted; `data` itself stays as it is.

    The vocabulary is added for the run, so that classes are read with their subclasses.
    """
    _, report, _ = run_pyshacl(data, shacl_graph=_shapes(), ont_graph=_vocabulary())
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL gave no report but {report!r}")
    # Results that explain another one hang on that by sh:detail: they are no findings of their own.
    findings = [_finding(report, result) for result in report.objects(None, SH.result)]
    return sorted(findings + [_contradiction(clash) for clash in clashes(data)])


def _contradiction(clash: Clash) -> Finding:
    one, other = (iri.rpartition("#")[2] for iri in (clash.one, clash.other))
    return Finding(clash.node, str(RDF.type), f"can't be both {one} and {other}", "Violation")


def _finding(report: Graph, result: Node) -> Finding:
    severity = str(report.value(result, SH.resultSeverity) or "")
    path = report.value(result, SH.resultPath)
    return Finding(
        focus=str(report.value(result, SH.focusNode) or ""),
        path=_path(report, path) if path is not None else "",
        message=str(report.value(result, SH.resultMessage) or ""),
        severity=severity.removeprefix(str(SH)),
        value=str(report.value(result, SH.value) or ""),
    )


def _path(report: Graph, path: Node) -> str:
    """A property's IRI, or the alternatives of a path joined by "|"."""
    alternatives = report.value(path, SH.alternativePath)
    if alternatives is None:
        return str(path)
    return "|".join(str(step) for step in report.items(alternatives))
