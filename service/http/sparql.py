"""`/sparql`: SPARQL 1.1 Protocol, query operation, and a form for people."""

from flask import Blueprint, Request, Response, request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from service.http.asking import Operation, asked, forms, sent
from service.http.description import describe
from service.http.editor import opened, told
from service.http.formats import GRAPHS, HTML, chosen, content_type
from service.http.state import state
from service.http.tables import shown
from service.store.workers.errors import QueryFailed

blueprint = Blueprint("sparql", __name__)
_FORM, _DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"


@blueprint.route("/sparql", methods=["GET", "POST"])
def sparql() -> Response:
    """Answer a query; without one, describe the service or show the form."""
    operation = _operation(request)
    if operation is None:
        media = chosen(request, (*GRAPHS, HTML))
        return opened() if media == HTML else _described(media)
    taken = forms()
    try:
        found = asked(operation, taken)
    except QueryFailed as failure:
        if taken.results != HTML:
            raise
        return told(operation.query, failure)
    if taken.wanted(found.kind) == HTML:
        return opened(operation.query, shown(found))
    return sent(found)


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
    named = tuple(asked.values.getlist("named-graph-uri"))
    return Operation(query, default, named, asked.base_url)


def _single(given: list[str]) -> str | None:
    if len(given) > 1:
        raise BadRequest("more than one query was given")
    return given[0] if given else None


def _described(media: str) -> Response:
    update = request.url_root + "update" if state().settings.token else None
    body = describe(request.base_url, update, GRAPHS[media])
    return Response(body, content_type=content_type(media))
