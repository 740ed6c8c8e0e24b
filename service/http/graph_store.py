"""`/graphs`: Graph Store Protocol, by `?graph=`, `?default` or the graph's own address."""

import threading
import uuid
from typing import cast

import pyoxigraph as ox
from flask import Blueprint, Response, request
from werkzeug.exceptions import BadRequest, NotFound

from service.http.asking import AHEAD, GONE, sent
from service.http.documents import DATASETS, documents
from service.http.formats import GRAPHS, chosen, content_type
from service.http.state import state
from service.http.writes import authorize, check_body, write
from service.store.workers.work import Dump, Whole
from service.store.writing.work import Add, AddDataset, Drop, Put

blueprint = Blueprint("graph_store", __name__)
_WHICH = "say which graph: ?graph=IRI, ?default or /graphs/NAME"


@blueprint.get("/graphs")
@blueprint.get("/graphs/<path:name>")
def read(name: str = "") -> Response:
    """A graph; without parameters the whole dataset."""
    if _is_whole(name):
        return _dumped(Whole.EVERYTHING, chosen(request, DATASETS))
    graph = _graph(name)
    return _dumped(Whole.DEFAULT if graph is None else graph, chosen(request, tuple(GRAPHS)))


@blueprint.put("/graphs")
@blueprint.put("/graphs/<path:name>")
def put(name: str = "") -> Response:
    """The graph becomes what was sent: 201 where it is new."""
    authorize()
    graph = _graph(name)
    check_body()
    done = write(Put(graph, documents(graph or request.base_url)))
    return Response(status=204 if done.existed else 201)


@blueprint.post("/graphs")
@blueprint.post("/graphs/<path:name>")
def post(name: str = "") -> Response:
    """What was sent is added to the graph, or the dataset; triples alone make a new graph."""
    authorize()
    check_body()
    if not _is_whole(name):
        graph = _graph(name)
        done = write(Add(graph, documents(graph or request.base_url)))
        return Response(status=204 if done.existed else 201)
    sent = documents(request.base_url)
    if all(document.media in DATASETS for document in sent):
        write(AddDataset(sent))
        return Response(status=204)
    graph = f"{request.base_url}/{uuid.uuid4()}"
    write(Add(graph, documents(graph)))
    return Response(status=201, headers={"Location": graph})


@blueprint.delete("/graphs")
@blueprint.delete("/graphs/<path:name>")
def delete(name: str = "") -> Response:
    """The graph goes; the default graph is emptied."""
    authorize()
    graph = _graph(name)
    if not write(Drop(graph)).existed:
        raise NotFound(f"there is no graph {graph}")
    return Response(status=204)


def _is_whole(name: str) -> bool:
    return not name and not request.args.keys() & {"graph", "default"}


def _graph(name: str) -> str | None:
    """The IRI of the graph that the request is about, None for the default graph."""
    named, is_default = request.args.getlist("graph"), "default" in request.args
    if len(named) + is_default + bool(name) != 1:
        raise BadRequest(f"{_WHICH}; and no more than one")
    if is_default:
        return None
    try:
        return ox.NamedNode(named[0] if named else request.base_url).value
    except ValueError as error:
        raise BadRequest(f"the graph's name is no IRI: {error}") from error


def _dumped(graph: str | Whole, media: str) -> Response:
    gone = cast(threading.Event | None, request.environ.get(GONE))
    answer = state().pool.answer(Dump(graph, media), None, gone)
    if answer.gather(AHEAD):
        return Response(answer.body, content_type=content_type(media))
    return sent(answer)
