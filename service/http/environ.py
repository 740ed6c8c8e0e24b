"""A request of granian's RSGI as WSGI knows it."""

import io
import sys
from collections.abc import Mapping
from typing import Any, Protocol

_ALWAYS: Mapping[str, Any] = {
    "SCRIPT_NAME": "",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "wsgi.version": (1, 0),
    "wsgi.errors": sys.stderr,
    "wsgi.input_terminated": True,
    "wsgi.multithread": True,
    "wsgi.multiprocess": False,
    "wsgi.run_once": False,
}
_NAMES: dict[str, str] = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}
_KNOWN = 500  # names of headers that are remembered; clients may send any


class Headers(Protocol):
    """A request's headers, names in lower case."""

    def items(self) -> list[tuple[str, str]]:
        """Each as it was sent; a name may come again."""

    def get(self, key: str, default: str) -> str:
        """The first of this name."""


class Scope(Protocol):
    """What granian tells of a request."""

    client: str
    server: str
    scheme: str
    method: str
    path: str
    query_string: str
    authority: str | None

    @property
    def headers(self) -> Headers:
        """The headers."""


def environ_of(scope: Scope, body: bytes) -> dict[str, Any]:
    """The environ of a request whose body has been read."""
    name, _, port = scope.server.rpartition(":")
    environ = {
        **_ALWAYS,
        "REQUEST_METHOD": scope.method,
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": name.strip("[]"),
        "SERVER_PORT": port,
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": io.BytesIO(body),
    }
    for header, value in scope.headers.items():
        key = _NAMES.get(header) or _name(header)
        environ[key] = f"{environ[key]},{value}" if key in environ else value
    if environ.pop("HTTP_TRANSFER_ENCODING", None):  # it came in chunks; now its length is known
        environ["CONTENT_LENGTH"] = str(len(body))
    if "HTTP_HOST" not in environ and scope.authority:
        environ["HTTP_HOST"] = scope.authority
    return environ


def _name(header: str) -> str:
    key = "HTTP_" + header.upper().replace("-", "_")
    if len(_NAMES) < _KNOWN:
        _NAMES[header] = key
    return key
