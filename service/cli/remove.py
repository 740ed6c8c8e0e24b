"""`communique remove`: takes articles out of the store."""

import sys

import click

from service.articles import remove_articles
from service.cli import options
from service.settings import settings, store_path
from service.store.directory import StoreDirectory


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")
@options.store
def remove(articles: tuple[str, ...], store: str | None) -> None:
    """Take articles out of the store, with what only they said.

    ARTICLE is the key that `communique query sources` and `coverage` show: the path
    below the folder that was loaded, or the address. All go at once, or none.
    """
    known = settings(store=store)
    directory = StoreDirectory(store_path(known), known.lock_timeout)
    missing = remove_articles(directory, known.base, articles)
    for key in missing:
        click.echo(f"communique: no article {key!r} in the store; nothing was removed", err=True)
    if missing:
        sys.exit(2)
    click.echo(f"removed {len(articles)}", err=True)
