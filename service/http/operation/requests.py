"""A line of log a request: who asked is not in it, nor what was asked, nor any token."""

import hashlib
import logging
import re
import sys
import time
import uuid
from typing import TextIO

from flask import Flask, Response, g, request
from pythonjsonlogger.json import JsonFormatter

from service.http.state import ASKED, state

HEADER = "X-Request-ID"
LOGGER = logging.getLogger("communique.requests")
_SANE = re.compile(r"[A-Za-z0-9._-]{1,64}")
_TEXT = "%(asctime)s %(levelname)s %(message)s"


def register(app: Flask) -> None:
    """Log the end of every request, with its id; `metrics` notes its beginning."""
    app.after_request(_log)


def set_up(form: str, stream: TextIO = sys.stderr) -> None:
    """Log as text or as JSON, a line a record; Flask's own errors too."""
    handler = logging.StreamHandler(stream)
    fields = "%(asctime)s %(levelname)s %(name)s %(message)s"
    handler.setFormatter(JsonFormatter(fields) if form == "json" else logging.Formatter(_TEXT))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


def request_id() -> str:
    """The id of this request: the client's where it is sane, else a new one."""
    if "request_id" not in g:
        given = request.headers.get(HEADER, "")
        g.request_id = given if _SANE.fullmatch(given) else uuid.uuid4().hex
    return str(g.request_id)


def _log(response: Response) -> Response:
    response.headers[HEADER] = request_id()
    wanted = state().settings.log
    if wanted == "all" or (wanted == "errors" and response.status_code >= 500):
        _write(response)
    return response


def _write(response: Response) -> None:
    spent = (time.perf_counter() - g.begun) * 1000 if "begun" in g else 0.0
    line = f"{request.method} {_printable(request.path)} {response.status_code} {spent:.1f} ms"
    more = {
        "request_id": request_id(),
        "method": request.method,
        "path": request.path,
        "status": response.status_code,
        "milliseconds": round(spent, 1),
        "sparql": _hash(),
    }
    level = logging.ERROR if response.status_code >= 500 else logging.INFO
    LOGGER.log(level, "%s %s", line, request_id(), extra=more)


def _printable(path: str) -> str:
    """No line breaks or other controls: a path can't forge a line."""
    return path.encode("unicode_escape").decode("ascii")


def _hash() -> str | None:
    """Which query it was, without its words."""
    asked = g.get(ASKED)
    return hashlib.sha256(asked.encode()).hexdigest()[:16] if asked else None
