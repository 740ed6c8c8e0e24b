"""`communique link`: other people's identifiers for our things, from a table; undone by name."""

import getpass
import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import pyoxigraph as ox

from loaders.naming import slug
from ontology.terms import PREFIXES
from service.cli import options
from service.errors import UsageError
from service.linking import Table, imported, read_table, removed, resolved
from service.settings import Settings, settings, store_path
from service.store.directory import StoreDirectory
from service.store.linksets import Link, Linkset, linksets_of
from service.store.replacement import Change
from service.store.search.reach import reach
from service.store.update import apply


@click.command()
@click.argument("table", required=False, type=click.Path(path_type=Path))
@options.store
@click.option("--name", metavar="NAME", help="Name of these links (default: the file's).")
@click.option("--who", metavar="NAME", help="Who gives them (default: the user's login).")
@click.option("--thing", default="thing", metavar="COLUMN", help="Column of our things.")
@click.option("--link", "outside", default="link", metavar="COLUMN", help="Column of their IRIs.")
@click.option("--partial", is_flag=True, help="Take the rows that can be taken, tell the others.")
@click.option("--dry-run", is_flag=True, help="Tell what would be linked; change nothing.")
@click.option("--remove", "gone", metavar="NAME", help="Take the links of this name out again.")
def link(
    table: Path | None,
    store: str | None,
    *,
    name: str | None,
    who: str | None,
    thing: str,
    outside: str,
    partial: bool,
    dry_run: bool,
    gone: str | None,
) -> None:
    """Link things of the graph to identifiers elsewhere, as TABLE says; without it, list links.

    TABLE is CSV or TSV (.tsv) with a head. Column `thing` holds a name, an alias or an
    IRI of ours (also its end: actor/mila-dorn), `link` an IRI or a Wikidata item (Q…).
    Further columns may be `kind` (actor, place, mission …, where a name is not enough)
    and `relation` (exact, close, broad, narrow, related, same; default exact). All rows
    are taken or none, unless --partial is given. The same name again replaces. Links
    stay when articles are loaded again.

    \b
    communique link people.csv --dry-run
    communique link people.csv --who "Ada Reader"
    communique link --remove people
    """
    known = settings(store=store)
    directory = StoreDirectory(store_path(known), known.lock_timeout)
    if gone is not None:
        if table is not None:
            raise UsageError("give a TABLE or --remove NAME, not both")
        _remove(directory, known, gone, dry_run=dry_run)
    elif table is None:
        _list(directory, known)
    else:
        read = read_table(table, thing, outside)
        links, faults = _resolved(directory, known, read, partial=partial)
        new = _linkset(name or table.stem, who or getpass.getuser(), read, links)
        _import(directory, known, new, dry_run=dry_run)
        for fault in faults:
            click.echo(f"communique: {fault}", err=True)
        sys.exit(1 if faults else 0)


def _resolved(
    directory: StoreDirectory, known: Settings, table: Table, *, partial: bool
) -> tuple[tuple[Link, ...], list[str]]:
    with directory.reading() as graph:

        def ask(sparql: str) -> ox.QuerySolutions:
            found = graph.query(sparql, prefixes=PREFIXES)
            if not isinstance(found, ox.QuerySolutions):
                raise TypeError(f"no SELECT: {sparql}")
            return found

        return resolved(graph, ask, known.base, table, partial=partial)


def _linkset(name: str, who: str, table: Table, links: tuple[Link, ...]) -> Linkset:
    if not any(letter.isalnum() for letter in name):
        raise UsageError(f"{name!r} is no name for links: give --name with letters or digits")
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Linkset(slug(name), table.file, table.sha256, who, at, links)


def _import(directory: StoreDirectory, known: Settings, new: Linkset, *, dry_run: bool) -> None:
    if dry_run:
        for one in new.links:
            click.echo(f"{one.thing}\t{one.relation}\t{one.outside}")
        click.echo(f"would link {len(new.links)} as {new.name}; nothing was changed", err=True)
        return
    with directory.writing("link") as writer:
        writer.reached = _apply(writer.graph, imported(writer.graph, known.base, new))
    click.echo(f"linked {len(new.links)} as {new.name}", err=True)


def _remove(directory: StoreDirectory, known: Settings, name: str, *, dry_run: bool) -> None:
    with directory.reading() as graph:
        [count] = [len(one.links) for one in linksets_of(graph) if one.name == name] or [0]
        removed(graph, known.base, name)  # is there such a one?
    if dry_run:
        click.echo(f"would take out {count} of {name}; nothing was changed", err=True)
        return
    with directory.writing("link") as writer:
        writer.reached = _apply(writer.graph, removed(writer.graph, known.base, name))
    click.echo(f"took out {count} of {name}", err=True)


def _apply(graph: ox.Store, change: Change) -> set[str]:
    reached = reach(graph, change)
    apply(graph, change)
    return reached


def _list(directory: StoreDirectory, known: Settings) -> None:
    """Every set of links; how many lead from things that no article tells of any more."""
    with directory.reading() as graph:
        found = linksets_of(graph)
        if not found:
            click.echo("there are no links: give a TABLE", err=True)
        for one in found:
            things = {ox.NamedNode(known.base + each.thing) for each in one.links}
            lost = sum(not _is_told(graph, thing, one) for thing in things)
            note = f"\t{lost} of things that nobody tells of" if lost else ""
            click.echo(f"{one.name}\t{len(one.links)}\t{one.file}\t{one.who}\t{one.at}{note}")


def _is_told(graph: ox.Store, thing: ox.NamedNode, one: Linkset) -> bool:
    """Whether anything but links is said of a thing."""
    outside = {each.outside for each in one.links}
    quads = graph.quads_for_pattern(thing, None, None, None)
    return any(getattr(quad.object, "value", "") not in outside for quad in quads)
