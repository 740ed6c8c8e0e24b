"""Addresses of the feeds."""

from typing import Any
from urllib.parse import urlencode

import pyoxigraph as ox
from flask import Blueprint, Flask, Response, g, request, url_for
from werkzeug.exceptions import BadRequest, NotFound

from queries.catalogue import catalogue, get
from queries.paging import RESERVED
from service.http.feeds import questions, things
from service.http.feeds.atom import MEDIA, Entry, Feed, written
from service.http.feeds.times import published
from service.http.linked.addresses import absolute, home
from service.http.links import label, local
from service.http.pages.routes import named
from service.http.pages.told import classes
from service.http.state import snapshot

blueprint = Blueprint("feeds", __name__, url_prefix="/feed")


def register(app: Flask) -> None:
    """Give the application its feeds, and pages the means to tell of them."""
    app.register_blueprint(blueprint)
    app.jinja_env.globals["feed_here"] = feed_here


def feed_here() -> str | None:
    """The address of the feed of what this page shows."""
    about, given = g.get("about"), request.view_args or {}
    if about and "Actor" in classes(snapshot().store, ox.NamedNode(about.iri)):
        return url_for("feeds.thing", name=local(about.iri))
    if request.endpoint != "questions.question" or given["name"] not in catalogue():
        return None
    query = get(given["name"])
    own = {k: v for k, v in request.args.items() if v and k not in {*RESERVED, "format"}}
    needed = {parameter.name for parameter in query.params if parameter.required}
    if not questions.has_feed(query) or not needed <= own.keys() <= {p.name for p in query.params}:
        return None
    return url_for("feeds.question", name=query.name, **dict[str, Any](own))


@blueprint.get("/<path:name>")
def thing(name: str) -> Response:
    """New facts about an actor or a mission, by the end of its IRI."""
    about = named(name)
    store = snapshot().store
    if "Actor" not in classes(store, about):
        raise NotFound(f"{name} is neither an actor nor a mission: only these have a feed")
    title, page = f"{label(store, about)}: new facts", url_for("pages.page", name=name)
    return _sent(f"{about.value}#feed", title, page, things.entries(about))


@blueprint.get("/queries/<path:name>")
def question(name: str) -> Response:
    """New rows of a ready-made question."""
    query, given = get(name), request.args.to_dict()
    if len(given) < sum(len(values) for _, values in request.args.lists()):
        raise BadRequest("a parameter is given more than once")
    asked = urlencode(sorted((key, value) for key, value in given.items() if value))
    page = url_for("questions.question", name=name) + (f"?{asked}" if asked else "")
    iri = f"{home()}{page.removeprefix('/')}#feed"
    return _sent(iri, query.header.title, page, questions.entries(query, given))


def _sent(iri: str, title: str, page: str, entries: tuple[Entry, ...]) -> Response:
    own = absolute(request.full_path.rstrip("?"))
    feed = Feed(iri, title, own, absolute(page), published(), entries)
    return Response(written(feed), content_type=MEDIA)
