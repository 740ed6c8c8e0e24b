"""`communique mcp`: the graph for language models, over standard input and output."""

import click

from service.app import create_app
from service.cli import options
from service.http.agents.server import server
from service.http.operation.requests import set_up
from service.http.state import state_of
from service.settings import settings


@click.command()
@options.store
def mcp(store: str | None) -> None:
    """Answer the Model Context Protocol over standard input and output.

    A program that runs language models starts it: give it this command and the store.

    \b
    communique mcp --store ./communique.store
    """
    known = settings(store=store)
    set_up(known.log_form)
    app = create_app(known)
    pool = state_of(app).pool
    try:
        server(app).run("stdio")
    finally:
        pool.close()
