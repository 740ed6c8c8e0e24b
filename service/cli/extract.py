"""`communique extract`: facts without a store, one JSON document a line or as quads."""

import json
import sys
from collections.abc import Iterable, Iterator

import click
import pyoxigraph as ox

from loaders.article import Article
from loaders.documents import document
from loaders.facts import Facts
from loaders.identity import link, namings
from loaders.mapping import map_facts
from loaders.sources import Failure, read_paths
from ontology.terms import PREFIXES
from service.cli import options
from service.extraction import batches, extract_batch
from service.settings import settings
from service.store.replacement import replacement


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@options.beside_the_text
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "trig", "nquads"]),
    default="jsonl",
    help="JSON, a line an article (default), or the graph.",
)
def extract(paths: tuple[str, ...], form: str, **given: str | None) -> None:
    """Print the facts of articles; nothing is stored.

    \b
    communique extract release.txt | jq '.statements[].text'
    communique extract articles/ --format trig > facts.trig
    """
    known, collection = options.metadata(given)
    failures: list[Failure] = []
    articles = _sound(read_paths(paths, known, collection, sys.stdin.buffer), failures)
    count = 0
    if form == "jsonl":
        for facts in _read(articles, failures):
            count += 1
            click.echo(json.dumps(document(facts), ensure_ascii=False))
    else:
        everything = list(_read(articles, failures))
        count = len(everything)
        sys.stdout.buffer.write(_graph(everything, form))
    for failure in failures:
        click.echo(f"communique: {failure.path}: {failure.reason}", err=True)
    sys.exit((1 if count else 2) if failures else 0)


def _sound(items: Iterable[Article | Failure], failures: list[Failure]) -> Iterator[Article]:
    for item in items:
        if isinstance(item, Failure):
            failures.append(item)
        else:
            yield item


def _read(articles: Iterator[Article], failures: list[Failure]) -> Iterator[Facts]:
    for batch in batches(articles):
        extraction = extract_batch(batch)
        failures += extraction.failed
        yield from extraction.facts


def _graph(everything: list[Facts], form: str) -> bytes:
    """The quads as a store that held just these articles would have them, sorted."""
    base = settings().base
    links = link(n for facts in everything for n in namings(facts))
    graphs = [
        map_facts(f, {actor: to for (key, actor), to in links.items() if key == f.key}, base)
        for f in everything
    ]
    quads = sorted(replacement(ox.Store(), (), graphs).added, key=str)
    if form == "nquads":
        return ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    return ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=PREFIXES) or b""
