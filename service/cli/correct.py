"""`communique correct`: put right what was read wrong, list corrections, undo them."""

import getpass

import click
import pyoxigraph as ox

from loaders.corrections import Correction, Kind
from service.cli import options
from service.correcting import Asked, Planned, applied, correction_for, undone
from service.settings import Settings, settings, store_path
from service.store.corrections import corrections_of, finds_something, target_path
from service.store.directory import StoreDirectory
from service.store.update import apply

_why = click.option("--why", required=True, help="The reason, kept with the correction.")
_who = click.option("--by", "who", metavar="NAME", help="Who says so (default: your login name).")


@click.group()
def correct() -> None:
    """Put right what was read wrong; kept when articles are loaded again.

    CLAIM and ACTOR are IRIs, or what follows the base in them; pages and
    `communique query evidence` show them.

    \b
    communique correct reject claim/a.txt/statement-s3 --why "a question, no statement"
    communique correct speaker claim/a.txt/statement-s3 "Otto Raske" --why "named before"
    communique correct date claim/a.txt/meeting-m1 2031-05-01 --why "“last Friday”"
    communique correct merge actor/o-raske "Otto Raske" --why "same minister"
    communique correct list
    communique correct undo 3f2a91c07d
    """


@correct.command()
@click.argument("claim")
@_why
@_who
@options.store
def reject(claim: str, why: str, who: str | None, store: str | None) -> None:
    """Take out a fact that the article doesn't tell, with what hangs on it."""
    _correct(store, Kind.REJECT, claim, "", why, who)


@correct.command()
@click.argument("claim")
@click.argument("actor")
@_why
@_who
@options.store
def speaker(claim: str, actor: str, why: str, who: str | None, store: str | None) -> None:
    """Give a statement another speaker: a name as pages show it, or an IRI."""
    _correct(store, Kind.SPEAKER, claim, actor, why, who)


@correct.command()
@click.argument("claim")
@click.argument("day")
@_why
@_who
@options.store
def date(claim: str, day: str, why: str, who: str | None, store: str | None) -> None:
    """Give a meeting or a statement another day, month or year."""
    _correct(store, Kind.DATE, claim, day, why, who)


@correct.command()
@click.argument("claim")
@click.argument("name")
@_why
@_who
@options.store
def place(claim: str, name: str, why: str, who: str | None, store: str | None) -> None:
    """Give a meeting another place."""
    _correct(store, Kind.PLACE, claim, name, why, who)


@correct.command()
@click.argument("actor")
@click.argument("into")
@_why
@_who
@options.store
def merge(actor: str, into: str, why: str, who: str | None, store: str | None) -> None:
    """Say that ACTOR is the actor INTO, whose name is kept."""
    _correct(store, Kind.MERGE, actor, into, why, who)


@correct.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@options.store
def undo(ids: tuple[str, ...], store: str | None) -> None:
    """Take corrections back: the graph is as if they had never been made."""
    known, directory = _opened(store)
    with directory.writing("correct") as writer:
        planned = undone(writer.graph, known.base, ids)
        writer.reached = _apply(writer.graph, planned)
    for one in planned.corrections:
        click.echo(f"undone {_line(one)}", err=True)


@correct.command("list")
@options.store
def listing(store: str | None) -> None:
    """List what stands, the latest first: id, time, who, what, why."""
    known, directory = _opened(store)
    with directory.reading() as graph:
        for one in reversed(corrections_of(graph)):
            idle = "" if finds_something(graph, known.base, one) else "\tfinds nothing any more"
            click.echo(f"{one.id}\t{one.at}\t{one.who}\t{_line(one)}\t{one.why}{idle}")


def _correct(
    store: str | None, kind: Kind, thing: str, value: str, why: str, who: str | None
) -> None:
    known, directory = _opened(store)
    iri = thing if thing.startswith(known.base) else known.base + thing
    asked = Asked(kind, iri, value, why, who or getpass.getuser())
    with directory.writing("correct") as writer:
        made = correction_for(writer.graph, known.base, asked)
        writer.reached = _apply(writer.graph, applied(writer.graph, known.base, made))
    click.echo(made.id)
    click.echo(f"corrected {_line(made)}; undo: communique correct undo {made.id}", err=True)


def _apply(graph: ox.Store, planned: Planned) -> frozenset[str]:
    apply(graph, planned.change)
    return planned.reached


def _opened(store: str | None) -> tuple[Settings, StoreDirectory]:
    known = settings(store=store)
    return known, StoreDirectory(store_path(known), known.lock_timeout)


def _line(one: Correction) -> str:
    new = one.label or one.value
    told = f"{one.kind.value} {target_path(one)}: {one.original}"
    return f"{told} → {new}" if new else told
