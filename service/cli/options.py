"""Options that several commands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from loaders.article import Metadata

Command = TypeVar("Command", bound=Callable[..., Any])

store = click.option(
    "--store",
    metavar="DIR",
    help="Folder of the store (default: COMMUNIQUE_STORE, else ./communique.store).",
)


def beside_the_text(command: Command) -> Command:
    """What the user knows of the articles: the same for all that one call names."""
    for option in reversed(
        (
            click.option("--published", metavar="DATE", help="Day (or month, year) they appeared."),
            click.option("--publisher", metavar="NAME", help="Who published them."),
            click.option("--url", metavar="URL", help="Address of the article."),
            click.option("--title", metavar="TEXT", help="Title of the article."),
            click.option("--language", metavar="CODE", help="Language, such as en."),
            click.option("--collection", metavar="NAME", help="Sets equal file names apart."),
        )
    ):
        command = option(command)
    return command


def metadata(given: dict[str, str | None]) -> tuple[Metadata, str | None]:
    """The options of `beside_the_text` as metadata and collection."""
    collection = given.pop("collection")
    return Metadata(**given), collection
