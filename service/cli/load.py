"""`communique load`: articles into the store, with a progress bar and a report."""

import sys

import click
from rich.console import Console

from loaders.sources import count_paths, read_paths
from service.cli import options
from service.cli.progress import progress
from service.loading import Loader, Report
from service.settings import settings, store_path
from service.store.directory import StoreDirectory

SHOWN = 20  # lines of a kind in the report; the rest is counted


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@options.store
@options.beside_the_text
@click.option("--force", is_flag=True, help="Read again even what is unchanged.")
@click.option("--jobs", type=click.IntRange(1), default=1, help="Processes that extract.")
def load(
    paths: tuple[str, ...], store: str | None, *, force: bool, jobs: int, **given: str | None
) -> None:
    """Read articles into the store.

    PATH is a file (.txt, .md), a folder (read recursively) or - for standard input.
    Beside NAME.txt, NAME.meta.json may say what is known of it (published, publisher,
    url, title, language), or a manifest.csv in the folder may. Loading an article again
    replaces what it said; unchanged ones are skipped.

    \b
    communique load articles/
    communique load release.txt --published 2024-05-03 --publisher "Ministry of …"
    """
    console = Console(stderr=True)
    known = settings(store=store)
    given_metadata, collection = options.metadata(given)
    total = count_paths(paths)
    directory = StoreDirectory.create(store_path(known), known.lock_timeout)
    items = read_paths(paths, given_metadata, collection, sys.stdin.buffer)
    with progress(console, total) as loader_told:
        loader = Loader(directory, known.base, force=force, jobs=jobs, told=loader_told)
        report = loader.load(items)
    tell(console, report)
    sys.exit(_status(report))


def tell(console: Console, report: Report) -> None:
    """What became of the articles, in words."""
    console.print(
        f"loaded {len(report.loaded)}, unchanged {len(report.unchanged)}, "
        f"failed {len(report.failed)}",
        highlight=False,
    )
    _tell(console, "failed", [f"{f.path}: {f.reason}" for f in report.failed])
    _tell(console, "nothing found in", report.empty)
    _tell(
        console,
        "not read, no extractors for the language",
        [f"{key} ({language})" for key, language in report.unread],
    )
    if report.warnings:
        counts = ", ".join(f"{code} {count}" for code, count in sorted(report.warnings.items()))
        console.print(f"warnings: {counts}", highlight=False, soft_wrap=True)
        console.print("  communique query coverage tells of which articles", highlight=False)


def _tell(console: Console, heading: str, lines: list[str]) -> None:
    if not lines:
        return
    console.print(f"{heading}:", style="bold", highlight=False)
    for line in lines[:SHOWN]:
        console.print(f"  {line}", highlight=False, markup=False, soft_wrap=True)
    if len(lines) > SHOWN:
        console.print(f"  … and {len(lines) - SHOWN} more", highlight=False)


def _status(report: Report) -> int:
    """0 done, 1 some input failed, 2 nothing could be read."""
    if not report.failed:
        return 0
    return 1 if report.loaded or report.unchanged else 2
