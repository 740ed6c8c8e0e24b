"""`/mcp`: streamable HTTP, one exchange a request, nothing kept between two."""

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, current_app, request

from service.http.publishing import is_loopback
from service.http.state import state
from service.settings import Settings

if TYPE_CHECKING:
    from service.http.agents.exchange import Exchange

blueprint = Blueprint("agents", __name__)
_NAME = "communique.agents"
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass
class _Agents:
    """Belongs to one application."""

    app: Flask
    lock: threading.Lock = field(default_factory=threading.Lock)
    exchange: "Exchange | None" = None

    def ready(self) -> "Exchange":
        """The exchange, made with the first message."""
        from service.http.agents.exchange import Exchange

        with self.lock:
            self.exchange = self.exchange or Exchange(self.app)
            return self.exchange


def register(app: Flask) -> None:
    """Give the application its tools to be."""
    app.extensions[_NAME] = _Agents(app)
    app.register_blueprint(blueprint)


@blueprint.post("/mcp")
def mcp() -> Response:
    """One message of the Model Context Protocol, and its answer."""
    agents = cast(_Agents, current_app.extensions[_NAME])
    return Response(*agents.ready().answer(request, allowed_hosts(state().settings)))


def allowed_hosts(settings: Settings) -> list[str]:
    """Loopback where we listen there, the base's own host, and those that are set."""
    known = [*settings.mcp_hosts.split(), urlsplit(settings.base).netloc]
    if is_loopback(settings.host):
        known += [*_LOOPBACK, *(f"{host}:*" for host in _LOOPBACK)]
    return [host for host in dict.fromkeys(known) if host]
