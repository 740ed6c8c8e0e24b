"""Addresses of the OpenRefine Reconciliation API 0.2, also as JSONP for older clients."""

import re

from flask import Blueprint, Response, jsonify, render_template, request
from werkzeug.exceptions import BadRequest, NotFound

from ontology.terms import CMQ
from service.http.formats import HTML
from service.http.headers import CSP
from service.http.links import label, page_of
from service.http.pages.actors import kind
from service.http.pages.told import links_of, texts_of
from service.http.reconcile.answering import answer, described_in_words, identified
from service.http.reconcile.describing import manifest
from service.http.reconcile.extending import extended
from service.http.reconcile.kinds import type_id
from service.http.reconcile.messages import extension, questions
from service.http.reconcile.properties import proposed
from service.http.reconcile.suggesting import suggestions
from service.http.search.index_in_step import index_in_step
from service.http.state import snapshot
from service.http.tellings import tellings

blueprint = Blueprint("reconcile", __name__, url_prefix="/reconcile")
_FUNCTION = re.compile(r"[A-Za-z_$][\w$]{0,99}(?:\.[A-Za-z_$][\w$]{0,99}){0,3}", re.ASCII)
_FRAMED = CSP.replace("frame-ancestors 'none'", "frame-ancestors *")
_NAMES, _QUOTES = 6, 1  # on a preview


@blueprint.route("", methods=["GET", "POST"])
def reconcile() -> Response:
    """The manifest; candidates for a batch of queries; or columns for reconciled cells."""
    given = request.values
    if "queries" in given:
        batch = questions(given["queries"])
        with index_in_step() as opened:
            found = {key: {"result": answer(opened, one)} for key, one in batch.items()}
        return _sent(found)
    if "extend" in given:
        return _sent(extended(extension(given["extend"])))
    if request.method == "POST":
        raise BadRequest("the form has neither queries nor extend")
    return _sent(manifest())


@blueprint.get("/suggest/<path:kind>")
def suggest(kind: str) -> Response:
    """Things, types or properties whose names begin with `prefix`."""
    cursor = _number("cursor", request.args.get("cursor", "0"))
    return _sent({"result": suggestions(kind, request.args.get("prefix", ""), cursor)})


@blueprint.get("/properties")
def properties() -> Response:
    """Properties that things of a type may have."""
    wanted, limit = request.args.get("type", ""), request.args.get("limit", "")
    found = proposed(type_id(wanted))
    if not limit:
        return _sent({"type": wanted, "properties": [p.named() for p in found]})
    shown = found[: _number("limit", limit)]
    properties = [p.named() for p in shown]
    return _sent({"type": wanted, "properties": properties, "limit": int(limit)})


@blueprint.get("/preview")
def preview() -> Response:
    """A small page about a thing, for a frame in somebody's table."""
    thing = identified(request.args.get("id", ""))
    if thing is None:
        raise NotFound(f"nothing is called {request.args.get('id', '')!r} here")
    store = snapshot().store
    told = tellings(store, thing)
    name = label(store, thing)
    body = render_template(
        "preview.html",
        name=name,
        kind=kind(store, thing),
        words=described_in_words(store, thing),
        names=[other for other in texts_of(store, thing, CMQ.name) if other != name][:_NAMES],
        leads=links_of(store, thing, CMQ.ledBy),
        tellings=[one for one in told if one.quotes][:_QUOTES],
        href=page_of(thing.value),
    )
    return Response(body, mimetype=HTML, headers={"Content-Security-Policy": _FRAMED})


def _number(name: str, given: str) -> int:
    if not (given.isascii() and given.isdigit() and len(given) < 6):
        raise BadRequest(f"{name} is {given!r}: give a number")
    return int(given)


def _sent(found: dict[str, object] | object) -> Response:
    """As JSON, or as a call of the function that an older client names."""
    response = jsonify(found)
    function = request.args.get("callback")
    if function is None:
        return response
    if not _FUNCTION.fullmatch(function):
        raise BadRequest("callback is no function's name")
    body = response.get_data(as_text=True).strip().replace("\u2028", "\\u2028")
    script = f"/**/{function}({body});"
    return Response(script.replace("\u2029", "\\u2029"), mimetype="text/javascript")
