"""Makes the web application: everything that speaks HTTP hangs on it."""

from flask import Flask

from service.http import headers, health, problems, questions, resources, sparql, vocabulary
from service.http.pages import filters, routes
from service.http.reader import Reader
from service.http.state import NAME, State, release
from service.settings import Settings, store_path
from service.store.directory import StoreDirectory

_LARGEST = 16 * 1024 * 1024  # bytes of a request: no query is longer


def create_app(settings: Settings) -> Flask:
    """The application over the store that the settings name.

    Raises StoreError where there is no such store.
    """
    app = Flask("service")
    directory = StoreDirectory(store_path(settings), settings.lock_timeout)
    app.extensions[NAME] = State(settings, Reader(directory))
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = _LARGEST
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    for blueprint in (
        health.blueprint,
        sparql.blueprint,
        questions.blueprint,
        resources.blueprint,
        vocabulary.blueprint,
        routes.blueprint,
    ):
        app.register_blueprint(blueprint)
    problems.register(app)
    headers.register(app)
    filters.register(app)
    app.teardown_request(release)
    return app
