"""A store as a script has it: load articles, ask, hand the graph to networkx or rdflib."""

import math
import warnings
import weakref
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ontology.terms import PREFIXES
from queries.answers import prepare
from queries.catalogue import catalogue
from queries.errors import QueryError
from service.errors import UsageError
from service.exports.source import Source
from service.library.answer import Answer, answer_of
from service.library.reading import articles
from service.limits import limits_of
from service.loading import Loader, Report
from service.settings import Settings, settings, store_path
from service.store.directory import StoreDirectory
from service.store.workers.errors import Malformed
from service.store.workers.pool import Pool
from service.store.workers.work import ROWS, TRIPLES, Kind, Query, Snapshot, Whole

if TYPE_CHECKING:
    import networkx as nx
    import rdflib


class Graph:
    """The graph in the store `path`; made there where nothing or an empty folder is.

    Questions run in a process beside, under the limits of the settings (`query_timeout` …), on
    the last published state; others may load and serve meanwhile. `close` ends that process, as
    do `with` and the end of the script.
    """

    def __init__(self, path: str | Path | None = None, *, create: bool = True) -> None:
        self.settings: Settings = settings(store=None if path is None else str(path))
        place, patience = store_path(self.settings), self.settings.lock_timeout
        open_it = StoreDirectory.create if create else StoreDirectory
        self._directory = open_it(place, patience)
        limits = replace(limits_of(self.settings), fast=1, budget=math.inf)
        self._pool = Pool(self._directory, limits, PREFIXES)
        self.close = weakref.finalize(self, self._pool.close)

    def __enter__(self) -> "Graph":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def load(
        self,
        *sources: str | Path,
        name: str = "text",
        collection: str | None = None,
        force: bool = False,
        jobs: int = 1,
        **known: str | None,
    ) -> Report:
        """Read articles into the store, as `communique load` does; what failed is in the report.

        A `Path` is a file or a folder; a `str` is the text of one article, kept under `name`.
        `known` is what you know beside the text: published, publisher, url, title, language …
        """
        loader = Loader(self._directory, self.settings.base, force=force, jobs=jobs)
        return loader.load(articles(sources, name, collection, known))

    @property
    def questions(self) -> Mapping[str, str]:
        """The ready-made questions by name, and what each asks."""
        return {name: query.header.summary for name, query in catalogue().items()}

    def ask(self, question: str, **params: str) -> Answer:
        """The answer to a ready-made question. Raises UsageError that says what is wrong.

        A parameter whose name is a word of Python is given with `_` after it: `with_`.
        """
        given = {name.removesuffix("_"): str(value) for name, value in params.items()}
        with self._directory.holding() as (at, _):
            try:
                prepared = prepare(question, given, lambda q: self._pool.select(q, at))
            except QueryError as error:
                raise UsageError(str(error)) from error
            return self._rows(prepared.sparql, at)

    def sparql(self, query: str) -> Answer:
        """The rows of a SELECT; of an ASK one row with the column `answer`."""
        return self._rows(query, None)

    def construct(self, query: str) -> "rdflib.Graph":
        """The triples of a CONSTRUCT or DESCRIBE."""
        import rdflib

        kind, body = self._answer(query, None)
        if kind is not Kind.GRAPH:
            raise UsageError("that is a SELECT or ASK: use sparql(…)")
        return rdflib.Graph().parse(data=body, format="nt")

    def rdflib(self, *, claims: bool = False) -> "rdflib.Graph":
        """A copy of the accepted graph; with `claims` a Dataset that also has each claim's."""
        import rdflib

        with self._directory.holding() as (at, _):
            graph = Whole.EVERYTHING if claims else Whole.DEFAULT
            lines = [line for part in Source(self._pool, at).lines(graph) for line in part]
        data = b"\n".join([*lines, b""])
        if claims:
            with warnings.catch_warnings():  # rdflib 7.6's parser uses what it itself deprecates
                warnings.simplefilter("ignore", DeprecationWarning)
                return rdflib.Dataset().parse(data=data, format="nquads")
        return rdflib.Graph().parse(data=data, format="nt")

    def network(self, since: str = "", until: str = "") -> "nx.Graph":
        """Who met whom in meetings that were held, of a time.

        Nodes are IRIs with a `label`; edges have `meetings` (as `weight` too), `first`, `last`
        and `basis`.
        """
        import networkx as nx

        network = nx.Graph()
        for row in self.ask("who-met-whom", since=since, until=until):
            for end in ("a", "b"):
                network.add_node(row[f"actor_{end}"], label=row[f"name_{end}"])
            told = {name: row[name] for name in ("meetings", "first", "last", "basis")}
            ends = row["actor_a"], row["actor_b"]
            network.add_edge(*ends, weight=row["meetings"], **told)
        return network

    def _rows(self, query: str, at: Snapshot | None) -> Answer:
        kind, body = self._answer(query, at)
        if kind is Kind.GRAPH:
            raise UsageError("that is a CONSTRUCT or DESCRIBE: use construct(…)")
        found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        if isinstance(found, ox.QueryBoolean):
            return Answer(("answer",), ((bool(found),),))
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError(f"rows of {kind}")
        return answer_of(found)

    def _answer(self, query: str, at: Snapshot | None) -> tuple[Kind, bytes]:
        try:
            answer = self._pool.answer(Query(query, ROWS, TRIPLES), at)
        except Malformed as error:
            raise UsageError(str(error)) from error
        return answer.kind, answer.body
