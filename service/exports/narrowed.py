"""The quads that a filter leaves: what is said of the things it names, by which claims, in which
words, and what their neighbours are called. Each quad once."""

from collections.abc import Iterator

import pyoxigraph as ox

from service.exports.evidence import about, subjects
from service.exports.filters import Filters
from service.exports.selection import values
from service.exports.source import Source, batched

_CLAIM = "GRAPH ?g { ?s ?p ?o }"
_OF_CLAIMS = "cmq:denotedBy|cmq:reportedIn|prov:wasGeneratedBy|cmq:saidBy"
_NAMING = "rdf:type rdfs:label skos:prefLabel cmq:key"


def narrowed(source: Source, filters: Filters, *, has_claims: bool) -> Iterator[list[bytes]]:
    """Lines of N-Quads, sorted in each batch; with the claims' graphs if wanted."""
    done: set[str] = set()  # subjects whose triples are out
    named: set[str] = set()  # neighbours whose names are out
    for batch in batched(subjects(source, filters), 50):
        claims = _claims(source, batch)
        said = _said_about(source, batch, claims)
        quads = _quads(source, said - done)
        if has_claims:
            quads += _graphs(source, claims - done)
        done |= said
        beside = {
            term.value
            for quad in quads
            for term in (quad.subject, quad.object)
            if isinstance(term, ox.NamedNode)
        }
        names = _names(source, beside - done - named)
        named |= beside
        yield sorted(line for line in map(_line, {*quads, *names}) if line)
        source.told(len(batch))


def _claims(source: Source, things: list[str]) -> set[str]:
    return _column(source, f"SELECT DISTINCT ?x WHERE {{ {about(things)} BIND(?claim AS ?x) }}")


def _said_about(source: Source, things: list[str], claims: set[str]) -> set[str]:
    """The things, all that claims about them speak of first, the claims and their words."""
    said = {*things, *claims}
    for some in batched(sorted(claims)):
        claim = values("claim", some)
        said |= _column(
            source,
            f"SELECT DISTINCT ?x WHERE {{ {claim} "
            f"{{ GRAPH ?claim {{ ?x ?p ?o }} }} UNION {{ ?claim {_OF_CLAIMS} ?x }} }}",
        )
    return said


def _quads(source: Source, wanted: set[str]) -> list[ox.Quad]:
    """What the default graph says of some things."""
    found: list[ox.Quad] = []
    for some in batched(sorted(wanted)):
        found += source.quads(f"{values('s', some)} ?s ?p ?o")
    return found


def _graphs(source: Source, claims: set[str]) -> list[ox.Quad]:
    found: list[ox.Quad] = []
    for some in batched(sorted(claims)):
        found += source.quads(f"{values('g', some)} {_CLAIM}")
    return found


def _names(source: Source, wanted: set[str]) -> list[ox.Quad]:
    """What neighbours are and are called: with that much, the rest can be read."""
    found: list[ox.Quad] = []
    for some in batched(sorted(wanted)):
        naming = f"VALUES ?p {{ {_NAMING} }}"
        found += source.quads(f"{values('s', some)} {naming} ?s ?p ?o")
    return found


def _column(source: Source, sparql: str) -> set[str]:
    return {row["x"].value for row in source.rows(sparql) if isinstance(row["x"], ox.NamedNode)}


def _line(quad: ox.Quad) -> bytes:
    return (ox.serialize([quad], format=ox.RdfFormat.N_QUADS) or b"").rstrip(b"\n")
