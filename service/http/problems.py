"""Errors over HTTP: problem+json (RFC 9457) for programs, a page for people."""

import json
import logging
from dataclasses import dataclass

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError, NotFound
from werkzeug.http import HTTP_STATUS_CODES
from werkzeug.wrappers import Response as AnyResponse

from queries.errors import BadQueryFile, QueryError, UnknownQuery
from service.errors import CommuniqueError, StoreError, UsageError
from service.federation import FetchFailed
from service.http.formats import prefers_html
from service.http.operation.metrics import count_failure
from service.http.operation.requests import request_id
from service.store.workers.errors import QueryFailed

PROBLEM = "application/problem+json"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Problem:
    """What went wrong, as RFC 9457 has it."""

    status: int
    title: str
    detail: str

    def body(self) -> str:
        """As JSON."""
        fields = {"type": "about:blank", "title": self.title, "status": self.status}
        more = {"detail": self.detail, "request_id": request_id()}
        return json.dumps({**fields, **more}, ensure_ascii=False)


def register(app: Flask) -> None:
    """Translate every error, once, here."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(QueryFailed, _failed)
    app.register_error_handler(FetchFailed, _unfetched)
    app.register_error_handler(CommuniqueError, _ours)
    app.register_error_handler(QueryError, _question)


def respond(problem: Problem) -> Response:
    """The problem in the form that the client reads."""
    if prefers_html(request, PROBLEM):
        page = render_template("problem.html", problem=problem)
        return Response(page, problem.status, mimetype="text/html")
    return Response(problem.body(), problem.status, content_type=PROBLEM)


def _http(error: HTTPException) -> AnyResponse:
    if error.response is not None or (error.code or 500) < 400:
        return error.get_response()
    if isinstance(error, InternalServerError) and error.original_exception:
        _LOG.error("%s %s", request.method, request.path, exc_info=error.original_exception)
    detail = error.description or error.name
    if isinstance(error, NotFound) and error.description == NotFound.description:
        detail = f"Nothing is at {request.path}"
    problem = Problem(error.code or 500, error.name, detail)
    response = respond(problem)
    for name, value in error.get_headers():
        if name.lower() not in {"content-type", "content-length"}:
            response.headers[name] = value
    return response


def _failed(error: QueryFailed) -> Response:
    count_failure(type(error).__name__)
    title = HTTP_STATUS_CODES.get(error.status, "Failed")
    response = respond(Problem(error.status, title, str(error)))
    if error.retry_after is not None:
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def _unfetched(error: FetchFailed) -> Response:
    title = HTTP_STATUS_CODES.get(error.status, "Failed")
    return respond(Problem(error.status, title, str(error)))


def _ours(error: CommuniqueError) -> Response:
    if isinstance(error, UsageError):
        return respond(Problem(400, "Bad Request", str(error)))
    if isinstance(error, StoreError):
        return respond(Problem(503, "Service Unavailable", str(error)))
    return respond(Problem(409, "Conflict", str(error)))


def _question(error: QueryError) -> Response:
    if isinstance(error, UnknownQuery):
        return respond(Problem(404, "Not Found", str(error)))
    if isinstance(error, BadQueryFile):
        return respond(Problem(500, "Internal Server Error", str(error)))
    return respond(Problem(400, "Bad Request", str(error)))
