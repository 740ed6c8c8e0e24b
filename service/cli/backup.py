"""`communique backup`: the whole store in one file."""

from pathlib import Path

import click
from rich.console import Console

from service.cli import options
from service.cli.progress import progress
from service.settings import settings, store_path
from service.store.archive import back_up
from service.store.directory import StoreDirectory


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@options.store
@click.option("--force", is_flag=True, help="Replace FILE where it exists.")
def backup(file: Path, store: str | None, *, force: bool) -> None:
    """Write the whole store to FILE, while others serve and load.

    FILE is a ZIP of the graph in N-Quads, the log of loads and their digests: what
    was published last when the command began. `communique restore FILE` reads it.

    \b
    communique backup monday.zip --store news.store
    """
    known = settings(store=store)
    directory = StoreDirectory(store_path(known), known.lock_timeout)
    with directory.reading() as graph:
        total = len(graph)
    with progress(Console(stderr=True), total, "quads") as told:
        made = back_up(directory, file, force=force, told=told)
    click.echo(f"{made.quads:,} quads in {file} ({file.stat().st_size:,} bytes)", err=True)
