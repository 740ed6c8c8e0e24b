"""SERVICE and LOAD of a request: refused, unless a setting names the hosts that may be asked."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import pyoxigraph as ox
from flask import current_app
from werkzeug.exceptions import Forbidden

from ontology.terms import PREFIXES
from service.federation import FetchFailed, Rows, inline_loads, inline_services
from service.http.fetching import Fetcher
from service.http.state import state
from service.sparql_text import calls_service, loads

_ROWS = "application/sparql-results+json"
_RDF = "text/turtle, application/n-triples, application/rdf+xml;q=0.9, application/ld+json;q=0.8"
_SECONDS = 20.0  # that another server has to answer
FETCHER = "communique.fetcher"  # in the application's extensions: another one, for tests


def without_services(query: str) -> str:
    """The query with what the endpoints of its SERVICE clauses answer in their place."""
    if not calls_service(query):
        return query
    fetcher = _fetcher("SERVICE")

    def ask(endpoint: str, select: str) -> Rows:
        found = fetcher.fetch(endpoint, _ROWS, {"query": select})
        try:
            rows = ox.parse_query_results(found.body, format=ox.QueryResultsFormat.JSON)
            if not isinstance(rows, ox.QuerySolutions):
                raise FetchFailed(f"{endpoint}: it answers with no solutions")
            return Rows([v.value for v in rows.variables], [list(row) for row in rows])
        except (SyntaxError, ValueError) as error:
            raise FetchFailed(f"{endpoint}: its answer can't be read: {error}") from error

    return _clean(inline_services(query, PREFIXES, ask))


def without_loads(update: str) -> str:
    """The update with what its LOAD operations fetch in their place."""
    if calls_service(update):
        raise Forbidden("SERVICE is not allowed in an update: it fetches nothing but by LOAD")
    if not loads(update):
        return update
    fetcher = _fetcher("LOAD")

    def load(address: str) -> Sequence[ox.Triple]:
        found = fetcher.fetch(address, _RDF)
        suffix = PurePosixPath(urlsplit(address).path).suffix.removeprefix(".")
        form = ox.RdfFormat.from_media_type(found.media) or ox.RdfFormat.from_extension(suffix)
        if form is None:
            raise FetchFailed(f"{address}: {found.media or 'its type'} is no RDF")
        try:
            parsed = ox.parse(
                found.body,
                format=form,
                base_iri=address,
                without_named_graphs=True,
                rename_blank_nodes=True,
            )
            return [quad.triple for quad in parsed]
        except (SyntaxError, ValueError) as error:
            raise FetchFailed(f"{address}: it can't be read: {error}") from error

    inlined = inline_loads(update, load)
    if loads(inlined):
        raise Forbidden("this LOAD can't be carried out here")
    return inlined


def _fetcher(keyword: str) -> Fetcher:
    known = state().settings
    hosts = frozenset(known.service_hosts.lower().split())
    if not hosts:
        raise Forbidden(
            f"{keyword} is not allowed here: this service fetches nothing from elsewhere; "
            "whoever runs it may allow hosts by COMMUNIQUE_SERVICE_HOSTS"
        )
    made = current_app.extensions.get(FETCHER)
    return made if isinstance(made, Fetcher) else Fetcher(hosts, _SECONDS, known.body_limit)


def _clean(query: str) -> str:
    """What the tokens didn't find is refused still."""
    if calls_service(query):
        raise Forbidden("this SERVICE can't be asked here")
    return query
