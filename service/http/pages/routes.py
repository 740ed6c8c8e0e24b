"""Addresses of the pages."""

from collections.abc import Callable

import pyoxigraph as ox
from flask import Blueprint
from werkzeug.exceptions import NotFound

from service.http.pages import (
    actors,
    articles,
    lists,
    meetings,
    missions,
    overview,
    statements,
    things,
)
from service.http.pages.told import classes, exists
from service.http.state import snapshot, state

blueprint = Blueprint("pages", __name__)
_PAGES: dict[str, Callable[[ox.Store, ox.NamedNode], str]] = {
    "Mission": missions.page,
    "Actor": actors.page,
    "Meeting": meetings.page,
    "Statement": statements.page,
    "Article": articles.page,
}

blueprint.add_url_rule("/", "overview", overview.page)
blueprint.add_url_rule("/actors", "actors", lists.actors)
blueprint.add_url_rule("/meetings", "meetings", lists.meetings)
blueprint.add_url_rule("/statements", "statements", lists.statements)
blueprint.add_url_rule("/missions", "missions", lists.missions)
blueprint.add_url_rule("/articles", "articles", lists.articles)


@blueprint.get("/page/<path:name>")
def page(name: str) -> str:
    """The page of `<base>NAME`."""
    store, thing = snapshot().store, named(name)
    found = classes(store, thing)
    show = next((_PAGES[kind] for kind in _PAGES if kind in found), things.page)
    return show(store, thing)


def named(name: str) -> ox.NamedNode:
    """The thing of this name under the base. Raises NotFound where the graph doesn't know it."""
    try:
        thing = ox.NamedNode(state().settings.base + name)
    except ValueError as error:
        raise NotFound(f"{name!r} is no name of anything here") from error
    if not exists(snapshot().store, thing):
        raise NotFound(f"Nothing in the graph is named {thing.value}")
    return thing
