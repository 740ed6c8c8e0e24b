"""`/queries`: the ready-made questions, their forms and their answers."""

from typing import Any

import msgspec
import pyoxigraph as ox
from flask import Blueprint, Response, jsonify, render_template, request

from queries.answers import prepare
from queries.catalogue import Query, catalogue, get
from queries.errors import MissingParameter
from service.http.asking import Found, ask, read, sent
from service.http.formats import HTML, JSON, RESULTS, chosen
from service.http.state import snapshot, state
from service.http.tables import Table, shown
from service.store.workers.work import ROWS
from service.store.workers.work import Query as Work

blueprint = Blueprint("questions", __name__)


@blueprint.get("/queries")
def listing() -> Response:
    """The catalogue."""
    known = catalogue().values()
    if chosen(request, (JSON, HTML)) == HTML:
        return Response(render_template("questions.html", questions=list(known)), mimetype=HTML)
    return jsonify(queries=[described(query) for query in known])


def described(query: Query) -> dict[str, Any]:
    """A question as JSON: what it asks for and what it answers with."""
    return {"name": query.name, **msgspec.to_builtins(query.header)}


@blueprint.get("/queries/<name>")
def question(name: str) -> Response:
    """The answer to a question; in HTML, its form where a required parameter is missing."""
    query = get(name)
    media = chosen(request, (*RESULTS, HTML))
    given = {key: value for key, value in request.args.items() if key != "format"}
    try:
        found = answer(name, given, ROWS if media == HTML else media)
    except MissingParameter:
        if media != HTML:
            raise
        return _page(query, given, None)
    if media == HTML:
        return _page(query, given, shown(found))
    return sent(found)


def answer(name: str, given: dict[str, str], media: str) -> Found:
    """Ask the request's snapshot a question."""
    now, directory = snapshot(), state().reader.directory.path

    def select(sparql: str) -> ox.QuerySolutions:
        found = read(ask(Work(sparql, ROWS, None), now.source))
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError(f"{name} is no SELECT")
        return found

    prepared = prepare(name, given, select, f"{now.version}@{directory}")
    return ask(Work(prepared.sparql, media, None), now.source)


def _page(query: Query, given: dict[str, str], rows: Table | None) -> Response:
    labels = {c.name: c.help for c in query.columns}
    page = render_template("question.html", question=query, given=given, table=rows, labels=labels)
    return Response(page, mimetype=HTML)
