"""Writes over HTTP: who may, and that a write is answered only when it is served."""

import hmac
from typing import cast

from flask import Flask, current_app, request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Forbidden, Unauthorized, UnsupportedMediaType

from service.http.state import state
from service.settings import Settings
from service.store.directory import StoreDirectory
from service.store.workers.errors import Lost
from service.store.writing.work import Done, Plan, Work
from service.store.writing.writer import Writer

_NAME = "communique.writer"
_SERVING = 10.0  # seconds in which a published snapshot is served


def register(app: Flask, settings: Settings, directory: StoreDirectory) -> None:
    """Give the application a writer; its process starts with the first write."""
    app.extensions[_NAME] = Writer(directory, settings.query_timeout, settings.query_memory)


def authorize() -> None:
    """Raise unless the request bears the token. What it bears is never logged."""
    token = state().settings.token
    if not token:
        raise Forbidden(
            "nothing can be written here: the service was started without a token. Whoever "
            "runs it sets COMMUNIQUE_TOKEN; writers then send it as 'Authorization: Bearer …'"
        )
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise Unauthorized("writing needs the token: 'Authorization: Bearer …'", None, _challenge())
    if not hmac.compare_digest(given.strip().encode(), token.encode()):
        raise Unauthorized("this is not the token", None, _challenge(error="invalid_token"))


def _challenge(**more: str) -> WWWAuthenticate:
    return WWWAuthenticate("bearer", {"realm": "writing to Communique", **more})


def write(work: Work | Plan) -> Done:
    """Carry it out; returns when the snapshot that holds it serves."""
    written = cast(Writer, current_app.extensions[_NAME]).write(work)
    if not state().pool.wait_for(written.version, _SERVING):
        raise Lost("it was written, but its snapshot isn't served yet")
    return written.done


def check_body() -> None:
    """Raise where the body can't be read as UTF-8 text as it was sent."""
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise UnsupportedMediaType("send the body as it is, without a Content-Encoding")
    if request.mimetype_params.get("charset", "utf-8").lower() not in {"utf-8", "utf8"}:
        raise UnsupportedMediaType("bodies are UTF-8")
