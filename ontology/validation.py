"""SHACL: which nodes of a graph aren't as the shapes want them."""

from dataclasses import dataclass
from functools import cache

from pyshacl import validate as run_pyshacl
from rdflib import Graph
from rdflib.namespace import SH
from rdflib.term import Node

from ontology.files import SHAPES, load


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
    return load(SHAPES)


@cache
def _background() -> Graph:
    return load()


def validate(data: Graph) -> list[Finding]:
    """Every finding of the shapes on `data`, sorted; `data` itself stays as it is.

    The vocabulary and the concepts are added for the run: classes are read with their
    subclasses, and values are looked up in their schemes.
    """
    # pySHACL's own ont_graph adds classes alone, and the schemes' members are needed too.
    whole = data + _background()
    _, report, _ = run_pyshacl(whole, shacl_graph=_shapes(), inplace=True)
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL gave no report but {report!r}")
    # Results that explain another one hang on that by sh:detail: they are no findings of their own.
    return sorted(_finding(report, result) for result in report.objects(None, SH.result))


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
