"""`/queries`: the ready-made questions, their forms and their answers."""

from dataclasses import replace
from typing import Any

import msgspec
import pyoxigraph as ox
from flask import Blueprint, Response, jsonify, render_template, request
from werkzeug.exceptions import BadRequest

from queries.answers import Prepared, prepare
from queries.catalogue import Query, catalogue, get
from queries.errors import MissingParameter
from queries.paging import Page, paged, read_page
from queries.vocabulary import labels
from service.http.answer_pages import beside, links, ordered
from service.http.asking import Found, ask, read, sent
from service.http.copies import Copy, copies
from service.http.formats import HTML, JSON, RESULTS, chosen
from service.http.places import placed
from service.http.state import snapshot, state
from service.http.tables import Table, shown
from service.store.workers.work import ROWS
from service.store.workers.work import Query as Work

blueprint = Blueprint("questions", __name__)
SHOWN = 100  # rows on a page, where nothing else is asked for


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
    page, given = read_page(query, _given())
    if media != HTML:
        response = sent(answer(name, given, media, page))
        response.headers.extend(("Link", link) for link in links(page))
        return response
    page = page if page.limit else replace(page, limit=SHOWN)
    try:
        asked = _prepared(name, given)
    except MissingParameter:
        return _page(query, given, page, None)
    more = replace(page, limit=(page.limit or SHOWN) + 1)
    found = ask(Work(paged(asked.query, asked.sparql, more), ROWS, None), snapshot().source)
    rows = placed(shown(found, page.limit or SHOWN))
    return _page(query, given, page, rows, copies(asked, given, page))


def _given() -> dict[str, str]:
    """The parameters of the request. Raises BadRequest where one is given twice."""
    twice = [name for name, values in request.args.lists() if len(values) > 1]
    if twice:
        raise BadRequest(f"parameter {twice[0]} is given more than once")
    return {name: value for name, value in request.args.items() if name != "format"}


def answer(name: str, given: dict[str, str], media: str, page: Page) -> Found:
    """Ask the request's snapshot a question."""
    prepared = _prepared(name, given)
    sparql = paged(prepared.query, prepared.sparql, page)
    return ask(Work(sparql, media, None), snapshot().source)


def _prepared(name: str, given: dict[str, str]) -> Prepared:
    now, directory = snapshot(), state().reader.directory.path

    def select(sparql: str) -> ox.QuerySolutions:
        found = read(ask(Work(sparql, ROWS, None), now.source))
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError(f"{name} is no SELECT")
        return found

    return prepare(name, given, select, f"{now.version}@{directory}")


def _page(
    query: Query,
    given: dict[str, str],
    page: Page,
    rows: Table | None,
    copied: tuple[Copy, ...] = (),
) -> Response:
    body = render_template(
        "question.html",
        question=query,
        given=given,
        page=page,
        table=rows,
        known={p.name: labels(p.scheme) for p in query.params if p.scheme},
        copies=copied,
        helps={c.name: c.help for c in query.columns},
        around=beside(page),
        orders={c.name: ordered(c.name, page) for c in query.columns},
        sort=",".join(page.sort),
    )
    return Response(body, mimetype=HTML)
