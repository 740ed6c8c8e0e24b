"""Are two answers the same but for the names of blank nodes and the spelling of numbers?"""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = Mapping[str, Term]
Rows = list[Row]
_RESULTS = {
    ".srx": ox.QueryResultsFormat.XML,
    ".srj": ox.QueryResultsFormat.JSON,
    ".tsv": ox.QueryResultsFormat.TSV,
}


def same(left: Iterable[ox.Quad], right: Iterable[ox.Quad]) -> bool:
    """Whether two sets of quads are isomorphic."""
    return _canonical(left) == _canonical(right)


def _canonical(quads: Iterable[ox.Quad]) -> ox.Dataset:
    """Through a store, which spells literals in one way."""
    store = ox.Store()
    store.extend(quads)
    found = ox.Dataset(store)
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found


def as_quads(rows: Rows) -> list[ox.Quad]:
    """Solutions as a graph with a blank node for each: equal ones stay apart."""
    quads = []
    for row in rows:
        node = ox.BlankNode()
        quads.append(ox.Quad(node, ox.NamedNode("row:is"), ox.Literal("a row")))
        for name, value in row.items():
            quads.append(ox.Quad(node, ox.NamedNode(f"row:{name}"), value))
    return quads


def read(body: bytes, form: ox.QueryResultsFormat) -> bool | Rows:
    """Results as they were sent."""
    found = ox.parse_query_results(body, format=form)
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    names = [variable.value for variable in found.variables]
    return [{n: row[n] for n in names if row[n] is not None} for row in found]


def expected(path: Path, base: str) -> bool | Rows | frozenset[ox.Quad]:
    """What a file of the suite says that the answer is; quads for a CONSTRUCT."""
    if path.suffix in _RESULTS:
        return read(path.read_bytes(), _RESULTS[path.suffix])
    form = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    quads = frozenset(ox.parse(path=path, format=form, base_iri=base))
    return _result_set(quads) if any(q.predicate.value.startswith(RS) for q in quads) else quads


def _result_set(quads: frozenset[ox.Quad]) -> bool | Rows:
    """Results written as RDF."""

    def values(subject: object, name: str) -> list[Term]:
        wanted = RS + name
        return [q.object for q in quads if q.subject == subject and q.predicate.value == wanted]

    for quad in quads:
        if quad.predicate.value == RS + "boolean":
            return bool(quad.object.value == "true")
    solutions = [q.object for q in quads if q.predicate.value == RS + "solution"]
    return [
        {
            values(binding, "variable")[0].value: values(binding, "value")[0]
            for binding in values(solution, "binding")
        }
        for solution in solutions
    ]


def table(body: bytes) -> list[dict[str, str]]:
    """CSV, whose blank nodes' names are anybody's: rows and columns in any order."""
    rows = csv.DictReader(io.StringIO(body.decode()))
    named = ({k: "_:" if v.startswith("_:") else v for k, v in row.items()} for row in rows)
    return sorted(named, key=lambda row: sorted(row.items()))
