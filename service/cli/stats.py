"""`communique stats`: what a store holds."""

import stat
from contextlib import suppress
from pathlib import Path

import click
import pyoxigraph as ox

from ontology import __version__
from ontology.terms import PREFIXES
from service.cli import options
from service.settings import settings, store_path
from service.store.directory import FORMAT, StoreDirectory

_COUNTS = """
SELECT ?kind (COUNT(?thing) AS ?count) WHERE {
  VALUES (?kind ?class) {
    ("articles" cmq:Article) ("persons" cmq:Person) ("organizations" cmq:Organization)
    ("states" cmq:Polity) ("missions" cmq:Mission) ("meetings" cmq:Meeting)
    ("statements" cmq:Statement) ("claims" cmq:Claim)
  }
  ?thing a ?class
} GROUP BY ?kind ORDER BY ?kind
"""


@click.command()
@options.store
def stats(store: str | None) -> None:
    """Count what the store holds, and say which state and format it has."""
    known = settings(store=store)
    directory = StoreDirectory(store_path(known), known.lock_timeout)
    with directory.reading() as graph:
        counts = graph.query(_COUNTS, prefixes=PREFIXES)
        for row in counts if isinstance(counts, ox.QuerySolutions) else ():
            click.echo(f"{row['kind'].value:15}{int(row['count'].value):>10,}")
        click.echo(f"{'quads':15}{len(graph):>10,}")
    click.echo(f"{'snapshot':15}{directory.version:>10,}")
    click.echo(f"{'bytes on disk':15}{_size(directory.path):>10,}")
    click.echo(f"{'store format':15}{FORMAT:>10}")
    click.echo(f"{'communique':15}{__version__:>10}")


def _size(folder: Path) -> int:
    """Bytes of all files, those once that snapshots share; what goes meanwhile doesn't count."""
    found: dict[int, int] = {}
    for file in folder.rglob("*"):
        with suppress(OSError):
            about = file.stat()
            if stat.S_ISREG(about.st_mode):
                found[about.st_ino] = about.st_size
    return sum(found.values())
