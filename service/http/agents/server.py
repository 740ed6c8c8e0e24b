"""The protocol's server, made of the official SDK: our tools and resources by their names."""

import functools
import inspect
import json
import logging
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import msgspec
from flask import Flask, has_request_context
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations
from werkzeug.exceptions import HTTPException
from werkzeug.test import create_environ

from ontology import __version__
from ontology.files import CONCEPTS, VOCABULARY, read
from queries.catalogue import catalogue
from queries.errors import QueryError
from service.errors import CommuniqueError
from service.federation import FetchFailed
from service.http.agents import tools
from service.http.linked.addresses import home
from service.store.workers.errors import QueryFailed

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
_NAMES: dict[str, Callable[..., object]] = {
    "search": tools.search,
    "actor": tools.actor,
    "meetings": tools.meetings,
    "statements": tools.statements,
    "mission": tools.mission,
    "evidence": tools.evidence_of,
    "ask": tools.ask,
    "sparql": tools.query,
}
_TOLD = (HTTPException, QueryError, QueryFailed, CommuniqueError, FetchFailed)
_INSTRUCTIONS = """Communiqué is a graph of diplomatic news: who met whom, who said what to whom,
missions and their figures. Every fact is a claim of an article and carries its exact words.
Cite them: each evidence has `cite`. Facts that are attributed, denied or hypothetical are marked
(`accepted` is false): never tell them as facts. Offices are attested on days; whether somebody
still holds one isn't known. Names may be given in any spelling; where several people may be meant,
`candidates` tells who, and the person should be asked."""


def server(app: Flask) -> MCPServer[object]:
    """A server whose tools answer from the application's graph."""
    for name in ("mcp", "httpx2"):  # they log what was asked for
        logging.getLogger(name).setLevel(logging.WARNING)
    made: MCPServer[object] = MCPServer(
        "communique",
        title="Communiqué",
        instructions=_INSTRUCTIONS,
        version=__version__,
        subscriptions=False,
        log_level="WARNING",
    )
    for name, tool in _NAMES.items():
        made.add_tool(
            _within(app, tool),
            name=name,
            title=(inspect.getdoc(tool) or name).partition(":")[0].partition(",")[0],
            annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False),
        )
    _add_resources(made)
    return made


def _within(app: Flask, tool: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """The tool in the request that came over HTTP, else in one of its own."""

    @functools.wraps(tool)
    def call(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
        if has_request_context():
            return _told(tool, *args, **kwargs)
        with app.app_context():
            environ = create_environ("/mcp", home())
        with app.request_context(environ):
            return _told(tool, *args, **kwargs)

    return call


def _told(tool: Callable[Given, Answer], *args: Given.args, **kwargs: Given.kwargs) -> Answer:
    """What somebody can put right is told as it is; all else is logged and told as a failure."""
    try:
        return tool(*args, **kwargs)
    except HTTPException as error:
        raise ToolError(error.description or error.name) from error
    except _TOLD as error:
        raise ToolError(str(error)) from error


def _add_resources(made: MCPServer[object]) -> None:
    @made.resource(
        "communique://ontology",
        name="ontology",
        description="The classes, properties and concepts of the graph, for SPARQL.",
        mime_type="text/turtle",
    )
    def ontology() -> str:
        return "\n".join(read(name).decode("utf-8") for name in (VOCABULARY, CONCEPTS))

    @made.resource(
        "communique://queries",
        name="queries",
        description="The ready-made questions with their parameters and columns, for `ask`.",
        mime_type="application/json",
    )
    def queries() -> str:
        listed = [
            {"name": query.name, **msgspec.to_builtins(query.header)}
            for query in catalogue().values()
        ]
        return json.dumps(listed, ensure_ascii=False)
