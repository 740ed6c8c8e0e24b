"""`/sparql`: SPARQL 1.1 Protocol, query operation, and a form for people."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from flask import Blueprint, Request, Response, render_template, request
from werkzeug.exceptions import BadRequest, Forbidden, UnsupportedMediaType

from ontology.terms import PREFIXES
from service.http.description import describe
from service.http.examples import EXAMPLES
from service.http.formats import GRAPHS, HTML, RESULTS, chosen, content_type
from service.http.state import snapshot
from service.http.tables import Table, table
from service.sparql_text import calls_service, excess

blueprint = Blueprint("sparql", __name__)
_FORM, _DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
Defaults = list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] | None
Named = list[ox.NamedNode | ox.BlankNode] | None
Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
SHOWN = 500  # rows of an answer on a page; the other forms have them all


@dataclass(frozen=True)
class Operation:
    """A query with the dataset that the protocol's parameters give it."""

    query: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@blueprint.route("/sparql", methods=["GET", "POST"])
def sparql() -> Response:
    """Answer a query; without one, describe the service or show the form."""
    operation = _operation(request)
    if operation is None:
        media = chosen(request, (*GRAPHS, HTML))
        return _form(None) if media == HTML else _described(media)
    results = answer(operation)
    if chosen(request, (*_offered(results), HTML)) == HTML:
        return _form(operation.query, table(results, SHOWN))
    return serialized(results)


def answer(operation: Operation) -> Results:
    """Run a query on the request's snapshot; what comes back must be read in this thread."""
    if reason := excess(operation.query):
        raise BadRequest(f"the query is too large: {reason}")
    if calls_service(operation.query):
        raise Forbidden("SERVICE is not allowed here: this endpoint asks no other endpoints")
    default, named = _dataset(operation)
    try:
        return snapshot().store.query(
            operation.query, prefixes=PREFIXES, default_graph=default, named_graphs=named
        )
    except SyntaxError as error:
        raise BadRequest(f"the query can't be read: {error}") from error


def serialized(results: Results) -> Response:
    """An answer in the form that the client accepts."""
    media = chosen(request, _offered(results))
    if isinstance(results, ox.QueryTriples):
        body = ox.serialize(results, format=GRAPHS[media], prefixes=PREFIXES)
    else:
        body = results.serialize(format=RESULTS[media])
    return Response(body or b"", content_type=content_type(media))


def _offered(results: Results) -> Sequence[str]:
    return tuple(GRAPHS if isinstance(results, ox.QueryTriples) else RESULTS)


def _dataset(operation: Operation) -> tuple[Defaults, Named]:
    """The protocol's dataset replaces the query's own; a part that isn't given is empty."""
    if not (operation.default or operation.named):
        return None, None
    try:
        return [*map(ox.NamedNode, operation.default)], [*map(ox.NamedNode, operation.named)]
    except ValueError as error:
        raise BadRequest(f"a graph's name is no IRI: {error}") from error


def _operation(asked: Request) -> Operation | None:
    """The operation that a request carries, None where it carries no query."""
    if asked.method != "POST":
        query = _single(asked.args.getlist("query"))
        return _with_dataset(query, asked) if query is not None else None
    if asked.mimetype_params.get("charset", "utf-8").lower() != "utf-8":
        raise UnsupportedMediaType("queries are UTF-8")
    if asked.mimetype == _DIRECT:
        try:
            return _with_dataset(asked.get_data().decode("utf-8"), asked)
        except UnicodeDecodeError as error:
            raise BadRequest(f"the query is not UTF-8: {error}") from error
    if asked.mimetype != _FORM:
        raise UnsupportedMediaType(f"POST a query as {_FORM} or {_DIRECT}, not {asked.mimetype!r}")
    query = _single(asked.form.getlist("query"))
    if query is None:
        raise BadRequest("the form has no field 'query'")
    return _with_dataset(query, asked)


def _with_dataset(query: str, asked: Request) -> Operation:
    default = tuple(asked.values.getlist("default-graph-uri"))
    return Operation(query, default, tuple(asked.values.getlist("named-graph-uri")))


def _single(given: list[str]) -> str | None:
    if len(given) > 1:
        raise BadRequest("more than one query was given")
    return given[0] if given else None


def _form(query: str | None, shown: Table | None = None) -> Response:
    page = render_template("sparql.html", query=query, table=shown, examples=EXAMPLES)
    return Response(page, mimetype=HTML)


def _described(media: str) -> Response:
    body = describe(request.base_url, GRAPHS[media])
    return Response(body, content_type=content_type(media))
