"""`communique export`: the graph in the forms of other tools."""

import math
import os
import shutil
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from ontology.terms import PREFIXES
from queries.errors import QueryError
from service.cli import options
from service.cli.progress import progress
from service.errors import UsageError
from service.exports.dictionary import tables
from service.exports.filters import KINDS, Filters, filters
from service.exports.formats import NETWORKS, Choice, Format, known
from service.exports.packing import File
from service.exports.source import Source
from service.http.publishing import kept_back, publishing
from service.limits import limits_of
from service.settings import settings, store_path
from service.store.directory import StoreDirectory
from service.store.workers.pool import Pool

_GZIP = 16 + zlib.MAX_WBITS  # zlib makes a gzip file, which has no time in it


@click.command()
@click.argument("form", metavar="FORMAT")
@options.store
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write it (default: standard output); a folder for csv, parquet and neo4j, "
    "or a ZIP where FILE ends in .zip; gzip where it ends in .gz.",
)
@click.option(
    "--actor", "actors", multiple=True, metavar="NAME", help="What this actor has to do with."
)
@click.option("--since", metavar="DAY", help="Not wholly before this day.")
@click.option("--until", metavar="DAY", help="Not wholly after this day.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help=f"Of {', '.join(KINDS)}.")
@click.option("--table", metavar="NAME", help=f"One table alone: {', '.join(tables())}.")
@click.option("--network", metavar="NAME", help=f"Of {', '.join(NETWORKS)} (default: met).")
def export(
    form: str,
    store: str | None,
    output: Path | None,
    actors: tuple[str, ...],
    since: str | None,
    until: str | None,
    kinds: tuple[str, ...],
    table: str | None,
    network: str | None,
) -> None:
    """Write the graph in FORMAT, while others serve and load.

    \b
    RDF        nquads trig turtle ntriples rdfxml jsonld rdf12
    networks   graphml gexf cytoscape neo4j
    tables     parquet csv plover
    entities   ftm
    links      linkset

    --actor and --kind may be given several times.

    \b
    communique export gexf -o met.gexf --since 2021-01-01
    communique export csv -o tables/
    communique export parquet --table statements -o statements.parquet
    """
    chosen, choice = known(form), Choice(table, network)
    chosen.check(choice)
    if output and output.suffix == ".gz" and chosen.is_many(choice):
        raise UsageError(f"{form} is several files: give -o FOLDER or -o FILE.zip")
    if output is None and _is_terminal() and chosen.media_type(choice).endswith("zip"):
        raise UsageError(f"{form} is several files: give -o FOLDER or -o FILE.zip")
    conf = settings(store=store)
    directory = StoreDirectory(store_path(conf), conf.lock_timeout)
    # One process at a time works, and nobody else waits for it: no time limit.
    limits = replace(limits_of(conf), fast=1, budget=math.inf, timeout=math.inf, dump=math.inf)
    with (
        directory.holding() as (at, _),
        closing(Pool(directory, limits, PREFIXES)) as pool,
        progress(Console(stderr=True), None, "exporting") as told,
    ):
        source = Source(pool, at, None, kept_back(publishing(conf)), told)
        wanted = _filters(source, actors=actors, since=since, until=until, kinds=kinds)
        if actors and not wanted.actors:
            click.echo(f"nobody is called {' or '.join(actors)}: the export is empty", err=True)
        _write(chosen, source, wanted, choice, output)


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _filters(source: Source, **given: Any) -> Filters:  # noqa: ANN401 as `filters` takes them
    try:
        return filters(lambda sparql: source.pool.select(sparql, source.at), **given)
    except QueryError as error:
        raise UsageError(str(error)) from error


def _write(
    chosen: Format, source: Source, wanted: Filters, choice: Choice, output: Path | None
) -> None:
    if output is None:
        _print(chosen.chunks(source, wanted, choice))
    elif chosen.files and chosen.is_many(choice) and output.suffix != ".zip":
        _write_folder(output, chosen.files(source, wanted, choice))
    else:
        _write_file(output, chosen.chunks(source, wanted, choice))


def _print(chunks: Iterator[bytes]) -> None:
    try:
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # whoever reads has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_file(target: Path, chunks: Iterator[bytes]) -> None:
    """The old file or the whole new one, never half of it."""
    half = _half(target)
    try:
        _fill(half, _zipped(chunks) if target.suffix == ".gz" else chunks)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def _zipped(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """As gzip; without the clock, so that the same graph gives the same file."""
    packer = zlib.compressobj(6, zlib.DEFLATED, _GZIP)
    yield from filter(None, map(packer.compress, chunks))
    yield packer.flush()


def _write_folder(target: Path, files: Iterator[File]) -> None:
    half = _half(target)
    half.mkdir()
    try:
        for file in files:
            _fill(half / file.name, file.chunks)
        _put(half, target)
    finally:
        shutil.rmtree(half, ignore_errors=True)


def _half(target: Path) -> Path:
    if not target.absolute().parent.is_dir():
        raise UsageError(f"{target}: there is no folder {target.absolute().parent}")
    return target.absolute().with_name(f".{target.name}.{os.getpid()}.part")


def _fill(path: Path, chunks: Iterator[bytes]) -> None:
    with path.open("xb") as out:
        for chunk in chunks:
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())


def _put(made: Path, target: Path) -> None:
    """In place of nothing, of an empty folder, or of an earlier export of the same files."""
    if not target.exists():
        made.rename(target)
        return
    if not target.is_dir():
        raise UsageError(f"{target} is a file, and this export is a folder")
    foreign = {path.name for path in target.iterdir()} - {path.name for path in made.iterdir()}
    if foreign:
        raise UsageError(f"{target} holds other files ({min(foreign)}): give another folder")
    old = made.with_suffix(".old")
    target.rename(old)
    made.rename(target)
    shutil.rmtree(old)
