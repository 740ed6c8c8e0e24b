"""A large store of invented articles: blocks of them, each a year, in place of real ones.

A block's articles are mapped as real ones are; the other blocks are the same text with other
years, people and names of articles, each as long as those that they stand for. Some people and
all states and missions are in every block, as few are in most news.
"""

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from benchmarks.queries import BASE, FIRST, LAST, STATES, Plan, composed
from loaders.identity import Link
from loaders.mapping import map_facts
from loaders.naming import slug
from service.store.directory import StoreDirectory
from service.store.records import record
from service.store.search.rebuilding import rebuild

BLOCK = 2500  # articles
_A_DAY = 7
_YEAR, _MARK, _KIN = "1970", "k00", "zz"  # what differs from block to block
_EVERYWHERE = [f"{a} {b}" for a in FIRST[:6] for b in LAST[:10]]
_HERE = [f"{a} {b}{c}{_KIN}" for a in FIRST for b in LAST for c in ("o", "a", "i")]
_LETTERS = "abcdefghijklmnopqrst"


def make(folder: Path, articles: int) -> StoreDirectory:
    """The store with so many articles, its search index in step; one that is there is taken."""
    if not (folder / "format.json").exists():
        directory = StoreDirectory.create(folder)
        with directory.writing("benchmark") as writer:
            _load(writer.graph, folder, articles)
    directory = StoreDirectory(folder)
    rebuild(directory)
    return directory


def _load(graph: ox.Store, folder: Path, articles: int) -> None:
    file = folder / "block.nq"
    lines = "".join(_lines())
    for number in range(-(-articles // BLOCK)):
        kin = _LETTERS[number % 20] + _LETTERS[number // 20]
        block = lines.replace(_YEAR, str(1980 + number)).replace(_MARK, f"k{number:02}")
        file.write_text(block.replace(_KIN, kin), encoding="utf-8")
        graph.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    file.unlink()


def _lines() -> Iterator[str]:
    """The first block as N-Quads, article by article."""
    chance = random.Random(7)
    for number in range(BLOCK):
        yield ox.serialize(_quads(number, chance), format=ox.RdfFormat.N_QUADS).decode()


def _quads(number: int, chance: random.Random) -> Iterator[ox.Quad]:
    facts = composed(_plan(number, chance), chance)
    links = {actor.id: Link(actor.id) for actor in facts.actors}
    graph = map_facts(facts, links, BASE)
    yield from (ox.Quad(t.subject, t.predicate, t.object) for t in graph.own)
    for claim in graph.claims:
        for t in claim.triples:
            yield ox.Quad(t.subject, t.predicate, t.object, claim.iri)
            if claim.accepted:
                yield ox.Quad(t.subject, t.predicate, t.object)
    yield from record(graph.article, facts, facts.key, (), links)


def _plan(number: int, chance: random.Random) -> Plan:
    """Whom it names: somebody whom everybody knows (the first more than the last), and others."""
    known = _EVERYWHERE[min(int(chance.expovariate(0.1)), len(_EVERYWHERE) - 1)]
    day = dt.date(int(_YEAR), 1, 1) + dt.timedelta(days=number // _A_DAY)
    return Plan(
        f"{_MARK}-article-{number}.txt",
        f"Paper {number % 9}",
        day,
        [known, *chance.sample(_HERE, 4)],
        chance.sample(STATES, 2),
        meetings=1 + number % 2,
        statements=4,
        mission=number % 8 == 0,
        matter=f"{_MARK}-",
    )


def people() -> Iterator[str]:
    """IRIs of the people who are in every block."""
    yield from (f"{BASE}actor/{slug(who)}" for who in _EVERYWHERE)
