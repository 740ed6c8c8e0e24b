"""`communique check`: is the store as it should be?"""

import sys

import click
import pyoxigraph as ox
from rdflib import Graph

from ontology.reasoning import JavaMissingError
from ontology.reasoning import check as reason
from ontology.validation import validate
from service.cli import options
from service.errors import CommuniqueError
from service.settings import settings, store_path
from service.store.audit import faults
from service.store.corrections import finds_something, located
from service.store.directory import StoreDirectory
from service.store.terms import DEFAULT, FOREIGN


@click.command()
@options.store
@click.option("--dl", is_flag=True, help="Also reason over the data with HermiT (needs Java).")
def check(store: str | None, *, dl: bool) -> None:
    """Check evidence, the default graph and the SHACL shapes; the exit status tells.

    Every span must equal its article's text, every claim have evidence, the default
    graph follow from the accepted claims, and every thing fit its shape. What other
    programs wrote into the graph and `communique repair` has not seen yet is a fault.
    """
    known = settings(store=store)
    directory = StoreDirectory(store_path(known), known.lock_timeout)
    with directory.reading() as graph:
        found = list(faults(graph))
        foreign = sum(1 for _ in graph.quads_for_pattern(None, None, None, FOREIGN))
        idle = [one.id for base, one in located(graph) if not finds_something(graph, base, one)]
        triples = ox.serialize(
            (q.triple for q in graph.quads_for_pattern(None, None, None, DEFAULT)),
            format=ox.RdfFormat.N_TRIPLES,
        )
    has_differences = bool(found)
    data = Graph().parse(data=triples, format="nt")
    findings = validate(data)
    found += [f"{f.severity}: {f.focus} {f.path}: {f.message}" for f in findings]
    if dl and not _consistent(triples or b""):
        found.append("the data contradicts the ontology (HermiT)")
    for line in found:
        click.echo(line)
    for name in sorted(idle):
        click.echo(f"remark: correction {name} finds nothing to correct any more", err=True)
    _advise(foreign, has_differences=has_differences)
    grave = len(found) - sum(f.severity != "Violation" for f in findings)
    click.echo(f"{grave} faults, {len(found) - grave} remarks", err=True)
    sys.exit(1 if grave else 0)


def _advise(foreign: int, *, has_differences: bool) -> None:
    if foreign:
        click.echo(
            f"remark: {foreign} triples of others are kept in the default graph; "
            "`communique repair --drop-foreign` takes them out",
            err=True,
        )
    if has_differences:
        click.echo(
            "`communique repair` restores what the articles say, and keeps what others added",
            err=True,
        )


def _consistent(triples: bytes) -> bool:
    try:
        return reason(triples).consistent
    except JavaMissingError as error:
        raise CommuniqueError(str(error)) from error
