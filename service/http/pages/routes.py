"""Addresses of the pages."""

from collections.abc import Callable

import pyoxigraph as ox
from flask import Blueprint, Response
from werkzeug.exceptions import Gone, NotFound

from service.http.citing import citation, own_address, whole
from service.http.linked import signposts
from service.http.pages import (
    actors,
    articles,
    disagreements,
    lists,
    meeting_list,
    meetings,
    missions,
    network,
    overview,
    positions,
    statement_list,
    statements,
    things,
)
from service.http.pages.told import classes, exists
from service.http.state import snapshot, state
from service.journal import was_held

blueprint = Blueprint("pages", __name__)
_PAGES: dict[str, Callable[[ox.Store, ox.NamedNode], str]] = {
    "Mission": missions.page,
    "Actor": actors.page,
    "Meeting": meetings.page,
    "Statement": statements.page,
    "Article": articles.page,
}

blueprint.add_app_template_global(citation)
blueprint.add_app_template_global(whole)
blueprint.add_app_template_global(own_address)
blueprint.add_url_rule("/", "overview", overview.page)
blueprint.add_url_rule("/actors", "actors", lists.actors)
blueprint.add_url_rule("/meetings", "meetings", meeting_list.page)
blueprint.add_url_rule("/network", "network", network.page)
blueprint.add_url_rule("/statements", "statements", statement_list.page)
blueprint.add_url_rule("/positions", "positions", positions.page)
blueprint.add_url_rule("/contradictions", "contradictions", disagreements.page)
blueprint.add_url_rule("/missions", "missions", lists.missions)
blueprint.add_url_rule("/articles", "articles", lists.articles)


@blueprint.get("/page/<path:name>")
def page(name: str) -> Response:
    """The page of `<base>NAME`."""
    thing = named(name)
    found = classes(snapshot().store, thing)
    show = next((_PAGES[kind] for kind in _PAGES if kind in found), things.page)
    return signposts.page_of(show, thing)


def named(name: str) -> ox.NamedNode:
    """The thing of this name under the base.

    Raises Gone where the article that told of it was removed, NotFound where the graph doesn't
    know it.
    """
    try:
        thing = ox.NamedNode(state().settings.base + name)
    except ValueError as error:
        raise NotFound(f"{name!r} is no name of anything here") from error
    if not exists(snapshot().store, thing):
        if _was_removed(name):
            raise Gone(f"{thing.value} was here; its article has been removed")
        raise NotFound(f"Nothing in the graph is named {thing.value}")
    return thing


def _was_removed(name: str) -> bool:
    """Whether an article of this name was held, or the one that a claim or mention belonged to.

    Actors and other things that articles share leave no trace.
    """
    kind, _, rest = name.partition("/")
    segment, _, inside = rest.partition("/")
    if not segment or (kind == "article") == bool(inside):
        return False
    article = ox.NamedNode(f"{state().settings.base}article/{segment}")
    is_gone = not exists(snapshot().store, article)
    return is_gone and was_held(state().reader.directory.path, segment)
