"""One exchange over HTTP: the SDK's own application answers, called by its own HTTP client.

Kept apart from `routes`, which imports it with the first message: the SDK takes long to import.
"""

from typing import NamedTuple

import anyio
import httpx2
from flask import Flask, Request
from mcp.server import MCPServer
from mcp.server.transport_security import TransportSecuritySettings

from service.http.agents.server import server

_LARGEST = 1 << 20  # bytes of a message
_PASSED = {"content-type", "mcp-protocol-version"}  # of the answer's headers


class Reply(NamedTuple):
    """What the SDK answers."""

    body: bytes
    status: int
    headers: dict[str, str]


class Exchange:
    """The tools of one application, for any number of threads at once."""

    def __init__(self, app: Flask) -> None:
        self._server: MCPServer[object] = server(app)

    def answer(self, request: Request, hosts: list[str]) -> Reply:
        """The answer to a message; tools run in this request, in a thread of their own.

        `hosts` may be asked, and by pages of their own: against DNS rebinding.
        """
        return anyio.run(self._answer, request, hosts)

    async def _answer(self, request: Request, hosts: list[str]) -> Reply:
        origins = [f"{scheme}://{host}" for host in hosts for scheme in ("http", "https")]
        inner = self._server.streamable_http_app(
            json_response=True,
            stateless_http=True,
            max_request_body_size=_LARGEST,
            transport_security=TransportSecuritySettings(
                allowed_hosts=hosts, allowed_origins=origins
            ),
        )
        transport = httpx2.ASGITransport(inner, client=(request.remote_addr or "", 0))
        async with (
            inner.router.lifespan_context(inner),
            httpx2.AsyncClient(transport=transport, timeout=None) as client,
        ):
            found = await client.post(
                f"http://{request.host}/mcp",
                content=request.get_data(),
                headers=list(request.headers.items()),
            )
        headers = {name: value for name, value in found.headers.items() if name in _PASSED}
        return Reply(found.content, found.status_code, headers)
