"""Makes the web application: everything that speaks HTTP hangs on it."""

from flask import Flask

from ontology.terms import PREFIXES
from service.http import (
    export,
    graph_store,
    headers,
    openapi,
    operation,
    problems,
    questions,
    resources,
    sparql,
    throttle,
    update,
    vocabulary,
    writes,
)
from service.http.agents import routes as agents
from service.http.correcting import access, shown
from service.http.correcting import routes as correcting
from service.http.feeds import routes as feeds
from service.http.lean import Lean
from service.http.linked import routes as linked
from service.http.pages import filters, routes
from service.http.reader import Reader
from service.http.reconcile import routes as reconcile
from service.http.results import Results
from service.http.search import index_in_step
from service.http.search import routes as search
from service.http.state import NAME, State, release
from service.limits import limits_of
from service.settings import Settings, store_path
from service.store.directory import StoreDirectory
from service.store.workers.pool import Pool


def create_app(settings: Settings) -> Flask:
    """The application over the store that the settings name.

    Raises StoreError where there is no such store.
    """
    app = Flask("service")
    directory = StoreDirectory(store_path(settings), settings.lock_timeout)
    pool = Pool(directory, limits_of(settings), PREFIXES)
    app.extensions[NAME] = State(settings, Reader(directory), pool, Results(settings.cache_bytes))
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = settings.body_limit
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    for blueprint in (
        sparql.blueprint,
        update.blueprint,
        graph_store.blueprint,
        questions.blueprint,
        export.blueprint,
        openapi.blueprint,
        resources.blueprint,
        vocabulary.blueprint,
        linked.blueprint,
        routes.blueprint,
        search.blueprint,
        correcting.blueprint,
        reconcile.blueprint,
    ):
        app.register_blueprint(blueprint)
    operation.register(app)
    writes.register(app, settings, directory)
    access.register(app, settings)
    shown.register(app)
    index_in_step.register(app)
    agents.register(app)
    feeds.register(app)
    problems.register(app)
    throttle.register(app, settings)
    headers.register(app)
    filters.register(app)
    app.teardown_request(release)
    app.wsgi_app = Lean(app, settings)  # type: ignore[assignment,method-assign]
    return app
