"""`communique stats`: what a store holds."""

import click
import pyoxigraph as ox

from ontology.terms import PREFIXES
from service.cli import options
from service.settings import settings, store_path
from service.store.directory import StoreDirectory

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
    """Count what the store holds."""
    known = settings(store=store)
    directory = StoreDirectory(store_path(known), known.lock_timeout)
    with directory.reading() as graph:
        counts = graph.query(_COUNTS, prefixes=PREFIXES)
        for row in counts if isinstance(counts, ox.QuerySolutions) else ():
            click.echo(f"{row['kind'].value:15}{int(row['count'].value):>10,}")
        click.echo(f"{'quads':15}{len(graph):>10,}")
