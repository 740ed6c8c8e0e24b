"""The graph in the forms of RDF: quads as they are, or the accepted graph's triples."""

import re
from collections.abc import Iterator

import pyoxigraph as ox

from ontology.terms import PREFIXES
from service.exports.filters import Filters
from service.exports.narrowed import narrowed
from service.exports.source import Source
from service.store.workers.work import Whole

_END = b"</rdf:RDF>"
# What XML 1.0 can't hold; such characters come from broken pages.
UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_TRIPLES = {ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES, ox.RdfFormat.RDF_XML}


def rdf(source: Source, filters: Filters, form: ox.RdfFormat) -> Iterator[bytes]:
    """All quads where the form has named graphs, else what the default graph holds."""
    graph = Whole.DEFAULT if form in _TRIPLES else Whole.EVERYTHING
    parts = (b"\n".join(lines) for lines in batches(source, filters, graph))
    if form in {ox.RdfFormat.N_QUADS, ox.RdfFormat.N_TRIPLES}:
        return (part + b"\n" for part in parts if part)
    if form is ox.RdfFormat.RDF_XML:
        return _xml(parts)
    return _turtle(parts, form)


def batches(source: Source, filters: Filters, graph: Whole) -> Iterator[list[bytes]]:
    """Quads as lines of N-Quads."""
    if filters.are_none:
        return source.lines(graph)
    return narrowed(source, filters, has_claims=graph is Whole.EVERYTHING)


def head(prefixes: dict[str, str] = PREFIXES) -> bytes:
    """The prefixes, as Turtle and TriG write them."""
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items()).encode()


def body(quads: Iterator[ox.Quad], form: ox.RdfFormat, prefixes: dict[str, str]) -> bytes:
    """Quads in Turtle or TriG without the prefixes that they use."""
    written = ox.serialize(quads, format=form, prefixes=prefixes) or b""
    while written.startswith(b"@prefix "):
        written = written.partition(b"\n")[2]
    return written


def _turtle(parts: Iterator[bytes], form: ox.RdfFormat) -> Iterator[bytes]:
    yield head()
    for part in parts:
        yield body(ox.parse(part, format=ox.RdfFormat.N_QUADS), form, PREFIXES)


def _xml(parts: Iterator[bytes]) -> Iterator[bytes]:
    form = ox.RdfFormat.RDF_XML
    begin = (ox.serialize([], format=form, prefixes=PREFIXES) or b"").removesuffix(_END)
    yield begin
    for part in parts:
        quads = ox.parse(part, format=ox.RdfFormat.N_QUADS)
        written = ox.serialize(quads, format=form, prefixes=PREFIXES) or b""
        text = written.removeprefix(begin).removesuffix(_END).decode()
        yield UNSPEAKABLE.sub(REPLACEMENT, text).encode()
    yield _END + b"\n"
