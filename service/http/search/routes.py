"""Addresses of the search: the page, the same as JSON, suggestions while somebody types."""

from typing import Any

import pyoxigraph as ox
from flask import Blueprint, Response, g, jsonify, render_template, request, url_for
from werkzeug.exceptions import NotFound

from service.http.formats import HTML, JSON, chosen
from service.http.links import label, local, page_of
from service.http.pages.actors import kind as kind_of
from service.http.pages.told import exists
from service.http.search.facets import address, chips, groups, value_name
from service.http.search.highlights import highlighted
from service.http.search.index_in_step import Opened, index_in_step
from service.http.search.parameters import SIZE, Question, question
from service.http.search.results import Shown, shown
from service.http.state import snapshot
from service.store.search.asking import Found, look_up, occurs, suggested
from service.store.search.entries import Kind
from service.store.search.words import Asked, asked

blueprint = Blueprint("search", __name__)
SUGGESTIONS = 8
KINDS = {
    Kind.ACTOR: "People, bodies, states",
    Kind.MEETING: "Meetings",
    Kind.STATEMENT: "Statements",
    Kind.MISSION: "Missions",
    Kind.ARTICLE: "Articles",
}


@blueprint.get("/search")
def search() -> Response:
    """What fits the words and the facets; JSON for programs."""
    media = chosen(request, (JSON, HTML))
    asking = question(request)
    with index_in_step() as opened:
        found, read = _found(opened, asking)
        missing = [
            w for w in read.words if opened and not found.total and not occurs(opened.index, w)
        ]
    hits = [hit for hit in (shown(one, read) for one in found.hits) if hit]
    if asking.page > 1 and not found.hits:
        raise NotFound(f"there is no page {asking.page} of these {found.total} results")
    in_step = bool(opened and opened.is_in_step)
    if media == JSON:
        return jsonify(_described(asking, found, hits, in_step=in_step))
    turned = {"page": str(asking.page)} if asking.page > 1 else {}
    g.address = address(asking.given(**turned))
    body = render_template(
        "search.html",
        question=asking,
        found=found,
        hits=hits,
        missing=missing,
        in_step=in_step,
        kinds=KINDS,
        groups=groups(asking, found),
        chips=chips(asking),
        pages=max(1, -(-found.total // SIZE)),
        mark=lambda text: highlighted(text, read),
        went_on=read.open,
    )
    return Response(body, mimetype=HTML)


def _found(opened: Opened | None, asking: Question) -> tuple[Found, Asked]:
    """What fits; where no word as it stands does, what begins like the last one."""
    if opened is None:
        return Found(0, ()), asking.asked
    found = look_up(opened.index, asking.asked, asking.narrowing, asking.offset, SIZE)
    if found.total or not asking.asked.phrases:
        return found, asking.asked
    longer = Asked(asking.asked.phrases, open=True)
    more = look_up(opened.index, longer, asking.narrowing, asking.offset, SIZE)
    return (more, longer) if more.total else (found, asking.asked)


def _described(
    asking: Question, found: Found, hits: list[Shown], *, in_step: bool
) -> dict[str, Any]:
    return {
        "query": asking.text,
        "total": found.total,
        "more": found.more,
        "in_step": in_step,
        "page": asking.page,
        "results": [_result(hit) for hit in hits],
        "facets": {
            name: [
                {"value": value, "label": value_name(name, value), "count": count}
                for value, count in values
            ]
            for name, values in found.facets.items()
        },
    }


def _result(hit: Shown) -> dict[str, Any]:
    own = local(hit.iri)
    words = hit.said.quote.shown.words if hit.said and hit.said.quote.shown else hit.excerpt
    return {
        "iri": hit.iri,
        "kind": hit.kind,
        "label": hit.title,
        "page": hit.href,
        "data": url_for("resources.data", name=f"{own}.jsonld") if own else None,
        "date": _date(hit) or None,
        "text": words or None,
    }


def _date(hit: Shown) -> str:
    if hit.meeting:
        return hit.meeting.date
    if hit.said:
        return hit.said.date or hit.said.article.published
    return hit.article.published if hit.article else ""


@blueprint.get("/search/suggest")
def suggest() -> Response:
    """Names that begin so, for the box; JSON."""
    typed = request.args.get("q", "")
    with index_in_step() as opened:
        reading = asked(typed, is_open=True)
        hits = list(suggested(opened.index, reading, SUGGESTIONS)) if opened else []
    store = snapshot().store
    found = [
        {
            "iri": hit.iri,
            "label": label(store, thing),
            "kind": kind_of(store, thing) if hit.kind is Kind.ACTOR else str(hit.kind),
            "page": page_of(hit.iri) or hit.iri,
        }
        for hit in hits
        if exists(store, thing := ox.NamedNode(hit.iri))
    ]
    return jsonify(suggestions=found)
