"""`communique serve`: the site, SPARQL and data over HTTP."""

import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import cast

import click
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server

from service.app import create_app
from service.cli import options
from service.errors import CommuniqueError, StoreBusy
from service.http.lean import Lean
from service.http.operation.requests import set_up
from service.http.serving import Serving
from service.http.state import state_of
from service.settings import Settings, settings, store_path
from service.store.directory import StoreDirectory

STOPPING = 5  # seconds that requests under way have to finish when the server is stopped


@click.command()
@options.store
@click.option("--host", help="Address to listen on (default: COMMUNIQUE_HOST, else 127.0.0.1).")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help="Port to listen on (default: COMMUNIQUE_PORT, else 8000).",
)
def serve(store: str | None, host: str | None, port: int | None) -> None:
    """Serve the site, SPARQL and data until Ctrl-C.

    The store is made where the path is missing or an empty folder. What `communique load`
    puts into it meanwhile is served as soon as it is there.
    """
    known = settings(store=store, host=host, port=port)
    StoreDirectory.create(store_path(known))
    with suppress(StoreBusy):  # then a writer is at work, who will publish
        StoreDirectory(store_path(known), lock_timeout=0).publish_pending()
    _check_free(known)
    shown = f"[{known.host}]" if ":" in known.host else known.host
    click.echo(f"Communiqué serves {known.store} at http://{shown}:{known.port}/", err=True)
    click.echo("Stop with Ctrl-C (or SIGTERM).", err=True)
    multiprocessing.set_start_method("spawn", force=True)  # a process that wrote isn't forked
    server = Server(
        "service.app",
        address=known.host,
        port=known.port,
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,
        workers=1,
        workers_kill_timeout=STOPPING,
        respawn_failed_workers=True,
        websockets=False,
        log_level=LogLevels.error,
    )
    loader = cast(Callable[..., Callable[..., object]], partial(application, known))
    server.serve(target_loader=loader, wrap_loader=False)


def application(known: Settings) -> Serving:
    """The application and its workers, made in the server's own process."""
    _end_with_parent()
    set_up(known.log_form)
    app = create_app(known)
    pool = state_of(app).pool
    pool.start()
    return Serving(cast(Lean, app.wsgi_app), pool.close, known)


def _end_with_parent() -> None:
    """However the process ends that started this one: without it nobody could stop it."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os.kill(os.getpid(), signal.SIGKILL)  # its workers see it and end too

    threading.Thread(target=wait, name="parent", daemon=True).start()


def _check_free(known: Settings) -> None:
    """Say plainly when the port can't be had, before the server starts."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            known.host, known.port, type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise CommuniqueError(
            f"can't listen on {known.host} port {known.port}: {error.strerror}; "
            "give another --port or --host"
        ) from error
