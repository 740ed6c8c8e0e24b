"""`/health`: is the process alive and the store readable; `/ready`: are questions answered."""

from flask import Blueprint, Response, jsonify

from ontology import __version__
from service.http.asking import AHEAD
from service.http.formats import JSON
from service.http.state import snapshot, state
from service.store.workers.work import Query

blueprint = Blueprint("health", __name__)
_QUESTION = Query("ASK {}", JSON, None)


@blueprint.get("/health")
def health() -> Response:
    """The store is opened for it, so that "ok" means that there is one."""
    return _fresh(jsonify(status="ok", store=snapshot().version, version=__version__))


@blueprint.get("/ready")
def ready() -> Response:
    """A worker answers a question for it; where none does, this is 503 as any question is."""
    answer = state().pool.answer(_QUESTION)
    answer.gather(AHEAD)
    return _fresh(jsonify(status="ready", store=answer.snapshot.name))


def _fresh(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
