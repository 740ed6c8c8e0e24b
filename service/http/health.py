"""`/health`: is the service able to answer, and from which state of the store."""

from flask import Blueprint, Response, jsonify

from ontology import __version__
from service.http.state import snapshot

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
def health() -> Response:
    """The store is opened for it, so that "ok" means that questions are answered."""
    now = snapshot()
    response = jsonify(status="ok", store=now.version, version=__version__)
    response.headers["Cache-Control"] = "no-store"
    return response
