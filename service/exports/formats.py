"""The forms of export: names, media types, what each is made of and by what."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pyoxigraph as ox

from queries.errors import nearest
from service.errors import UsageError
from service.exports import parquet
from service.exports.csv_tables import csv_files, table_csv
from service.exports.cytoscape import cytoscape
from service.exports.dictionary import chosen
from service.exports.filters import Filters
from service.exports.framed import framed
from service.exports.ftm import ftm
from service.exports.gexf import gexf
from service.exports.graphml import graphml
from service.exports.linkset import linkset
from service.exports.met import met
from service.exports.neo4j import neo4j_files
from service.exports.network import Network, full
from service.exports.packing import File, packed
from service.exports.plover import plover
from service.exports.rdf import rdf
from service.exports.reified import rdf12
from service.exports.source import Source

NETWORKS = {"met": met, "full": full}
_ZIP = "application/zip"
Chunks = Iterator[bytes]


class Choice(NamedTuple):
    """What is wanted beside filters: one table, or another network than who met whom."""

    table: str | None = None
    network: str | None = None


@dataclass(frozen=True)
class Format:
    """A form; `make` gives one file, `files` several that travel as a ZIP."""

    name: str
    media: str
    suffix: str
    holds: str
    make: Callable[[Source, Filters, Choice], Chunks] | None = None
    files: Callable[[Source, Filters, Choice], Iterator[File]] | None = None
    has_tables: bool = False
    has_networks: bool = False

    def is_many(self, choice: Choice) -> bool:
        """Whether it is several files."""
        return self.files is not None and not choice.table

    def check(self, choice: Choice) -> None:
        """Raises UsageError where the choice doesn't fit, or something isn't installed."""
        if choice.table and not self.has_tables:
            raise UsageError(f"{self.name} has no tables: csv and parquet have")
        if choice.network and not self.has_networks:
            raise UsageError(f"{self.name} has no network to choose: gexf, graphml, cytoscape have")
        if choice.network and choice.network not in NETWORKS:
            raise UsageError(f"no network {choice.network!r}; there are: {', '.join(NETWORKS)}")
        if self.has_tables:
            chosen(choice.table, frozenset())
        if self.name == "parquet":
            parquet.check()

    def file_name(self, choice: Choice) -> str:
        """What to call what is sent."""
        stem = choice.table or (f"communique-{choice.network}" if choice.network else "communique")
        return f"{stem}.{'zip' if self.is_many(choice) else self.suffix}"

    def media_type(self, choice: Choice) -> str:
        """What is sent."""
        return _ZIP if self.is_many(choice) else self.media

    def chunks(self, source: Source, filters: Filters, choice: Choice) -> Chunks:
        """One file, or a ZIP of several."""
        if self.files and not choice.table:
            return packed(self.files(source, filters, choice))
        if self.make is None:
            raise TypeError(f"{self.name} is several files")
        return self.make(source, filters, choice)


def _rdf(form: ox.RdfFormat) -> Callable[[Source, Filters, Choice], Chunks]:
    return lambda source, filters, _: rdf(source, filters, form)


def _network(write: Callable[[Network], Chunks]) -> Callable[[Source, Filters, Choice], Chunks]:
    def make(source: Source, filters: Filters, choice: Choice) -> Chunks:
        return write(NETWORKS[choice.network or "met"](source, filters))

    return make


def _graph(name: str, form: ox.RdfFormat, holds: str) -> Format:
    return Format(name, form.media_type, form.file_extension, holds, _rdf(form))


def _drawn(name: str, media: str, suffix: str, write: Callable[[Network], Chunks]) -> Format:
    return Format(name, media, suffix, _MET, _network(write), has_networks=True)


_TRIPLES = "the accepted graph and what is said about claims"
_MET = "who met whom (in GEXF: in time), or everything as a network"

FORMATS = {
    form.name: form
    for form in (
        _graph("nquads", ox.RdfFormat.N_QUADS, "everything, a quad a line"),
        _graph("trig", ox.RdfFormat.TRIG, "everything, a graph a claim"),
        _graph("turtle", ox.RdfFormat.TURTLE, _TRIPLES),
        _graph("ntriples", ox.RdfFormat.N_TRIPLES, _TRIPLES),
        _graph("rdfxml", ox.RdfFormat.RDF_XML, _TRIPLES),
        Format(
            "jsonld",
            "application/ld+json",
            "jsonld",
            "everything, thing by thing and claim by claim",
            lambda source, filters, _: framed(source, filters),
        ),
        Format(
            "rdf12",
            "text/turtle",
            "ttl",
            "everything, claims as reifiers of their triples (Turtle 1.2)",
            lambda source, filters, _: rdf12(source, filters),
        ),
        _drawn("graphml", "application/graphml+xml", "graphml", graphml),
        _drawn("gexf", "application/gexf+xml", "gexf", gexf),
        _drawn("cytoscape", "application/json", "cyjs", cytoscape),
        Format(
            "neo4j",
            _ZIP,
            "zip",
            "everything accepted as nodes and edges, for neo4j-admin and Ladybug",
            None,
            lambda source, filters, _: neo4j_files(source, filters),
        ),
        Format(
            "parquet",
            "application/vnd.apache.parquet",
            "parquet",
            "tables of what is accepted, and the words of all claims",
            lambda s, f, choice: parquet.table_parquet(s, f, chosen(choice.table, f.kinds)[0]),
            lambda s, f, choice: parquet.parquet_files(s, f, chosen(choice.table, f.kinds)),
            has_tables=True,
        ),
        Format(
            "csv",
            "text/csv",
            "csv",
            "the same tables, with CSVW metadata",
            lambda s, f, choice: table_csv(s, f, chosen(choice.table, f.kinds)[0]),
            lambda s, f, choice: csv_files(s, f, chosen(choice.table, f.kinds)),
            has_tables=True,
        ),
        Format(
            "ftm",
            "application/json+ftm",
            "ftm.json",
            "FollowTheMoney entities, a line each",
            lambda source, filters, _: ftm(source, filters),
        ),
        Format(
            "plover",
            "text/csv",
            "csv",
            "events after PLOVER: meetings and the speech acts that it counts",
            lambda source, filters, _: plover(source, filters),
        ),
        Format(
            "linkset",
            "application/linkset+json",
            "linkset.json",
            "links to other identifiers (RFC 9264)",
            lambda source, filters, _: linkset(source, filters),
        ),
    )
}


def known(name: str) -> Format:
    """The form of this name. Raises UsageError, naming all."""
    if name not in FORMATS:
        raise UsageError(f"no format {name!r}{nearest(name, FORMATS)}")
    return FORMATS[name]
