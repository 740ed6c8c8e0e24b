"""`communique repair`: makes the graph follow from the articles again."""

import sys

import click

from service.cli import options
from service.settings import settings, store_path
from service.store.audit import differences
from service.store.audit import repair as repaired
from service.store.directory import StoreDirectory
from service.store.search.reach import reach
from service.store.update import apply


@click.command()
@options.store
@click.option("--drop-foreign", is_flag=True, help="Take out what no article says.")
def repair(store: str | None, *, drop_foreign: bool) -> None:
    """Rebuild what others' writes have changed of what the articles say.

    What programs write over HTTP may take facts out of the default graph or put others
    beside them. Facts that are missing come back from the articles' records, and values
    that stand in their place go. What was merely added is kept, noted as foreign, so that
    `check` tells it from a fault; --drop-foreign takes it out.
    """
    known = settings(store=store)
    directory = StoreDirectory(store_path(known), known.lock_timeout)
    with directory.writing("repair") as writer:
        found = differences(writer.graph)
        change = repaired(found, writer.graph, drop_foreign=drop_foreign)
        reached = reach(writer.graph, change)
        apply(writer.graph, change)
        writer.reached = reached
    foreign = len(found.foreign) + len(found.known)
    what = "taken out" if drop_foreign else "kept as foreign"
    click.echo(
        f"restored {len(found.missing)}, removed {len(found.displacing)}, {what} {foreign}",
        err=True,
    )
    for article, why in found.lost.items():
        click.echo(f"communique: {article.value}: {why}: load it again with --force", err=True)
    sys.exit(1 if found.lost else 0)
