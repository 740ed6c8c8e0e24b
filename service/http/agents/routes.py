"""`/mcp`: streamable HTTP, one exchange a request, nothing kept between two."""

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from flask import Blueprint, Flask, Response, current_app, request

from service.http.sharing import allowed_hosts
from service.http.state import state

if TYPE_CHECKING:
    from service.http.agents.exchange import Exchange

blueprint = Blueprint("agents", __name__)
_NAME = "communique.agents"


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
