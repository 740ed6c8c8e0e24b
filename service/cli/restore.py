"""`communique restore`: a backup in the place of what a store holds."""

from pathlib import Path

import click
from rich.console import Console

from service.cli import options
from service.cli.progress import progress
from service.settings import settings, store_path
from service.store.archive import restore as put_back
from service.store.directory import StoreDirectory


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@options.store
def restore(file: Path, store: str | None) -> None:
    """Replace all that the store holds by what FILE, a backup, holds.

    The file is checked in full first; where anything is wrong, the store stays as it
    is. The store is made where the path is missing. A running `communique serve`
    goes on serving and switches to it.

    \b
    communique restore monday.zip --store news.store
    """
    known = settings(store=store)
    directory = StoreDirectory.create(store_path(known), known.lock_timeout)
    with progress(Console(stderr=True), None, "quads") as told:
        made = put_back(directory, file, told)
    click.echo(f"{made.quads:,} quads restored from {file}", err=True)
