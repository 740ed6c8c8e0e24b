"""Puts articles into the store and takes them out, each time in one transaction."""

from collections.abc import Iterable, Sequence
from itertools import chain

import pyoxigraph as ox

from loaders.corrections import Mending
from loaders.facts import Facts
from loaders.identity import Link, Naming, namings
from loaders.mapping import ArticleGraph, map_facts
from loaders.mapping.mended import mend
from loaders.naming import token
from service.store.corrections import mending_of
from service.store.directory import StoreDirectory
from service.store.linking import Population, relink
from service.store.records import facts_of, fingerprint_of, links_of, namings_of, record
from service.store.replacement import Change, replacement
from service.store.search.reach import reach
from service.store.update import apply


def article_iri(base: str, key: str) -> ox.NamedNode:
    """The IRI of the article with this key."""
    return ox.NamedNode(f"{base}article/{token(key)}")


def replace_articles(
    store: ox.Store,
    base: str,
    facts: Sequence[Facts],
    marks: dict[str, str],
    gone: Sequence[str] = (),
) -> set[str]:
    """Put in what `facts` say, take out the articles `gone`, link persons anew: one transaction.

    Returns what the search index must look at again.
    """
    change = change_of(store, base, facts, marks, gone, mending_of(store))
    reached = reach(store, change)
    apply(store, change)
    return reached


def change_of(
    store: ox.Store,
    base: str,
    facts: Sequence[Facts],
    marks: dict[str, str],
    gone: Sequence[str],
    mending: Mending,
) -> Change:
    """What to change so that the store says of these articles what `facts` and readers say."""
    coming = {one.key: namings(mend(one, mending, base).facts) for one in facts}
    leaving = {article_iri(base, key) for key in (*coming, *gone)}
    population = Population(store, leaving, [*chain.from_iterable(coming.values())])
    links = relink(population)
    texts = {one.key: one for one in facts}
    for key in sorted(links.keys() - texts.keys()):
        moved = _moved(store, article_iri(base, key), links[key])
        if moved:
            texts[key], coming[key] = moved
            marks[key] = fingerprint_of(store, article_iri(base, key)) or ""
    graphs: list[ArticleGraph] = []
    records: list[ox.Quad] = []
    for key in sorted(texts):
        own = _links_of(store, article_iri(base, key), coming[key], links.get(key, {}))
        graph = map_facts(texts[key], own, base, mending)
        graphs.append(graph)
        records += record(graph.article, texts[key], marks[key], coming[key], own)
    change = replacement(store, [article_iri(base, key) for key in gone], graphs)
    change.added.update(records)
    return change.settle()


def _moved(
    store: ox.Store, article: ox.NamedNode, now: dict[str, Link]
) -> tuple[Facts, tuple[Naming, ...]] | None:
    """A stored article's facts and names if one of its persons now belongs elsewhere."""
    before = links_of(store, article)
    if all(before.get(actor) == where for actor, where in now.items()):
        return None
    return facts_of(store, article), tuple(namings_of(store, article))


def _links_of(
    store: ox.Store, article: ox.NamedNode, people: Iterable[Naming], now: dict[str, Link]
) -> dict[str, Link]:
    """An article's links: those computed now, the stored ones of persons that nothing touched."""
    stored = [n.actor for n in people if n.actor not in now]
    before = links_of(store, article) if stored else {}
    return {**{actor: before[actor] for actor in stored}, **now}


def remove_articles(directory: StoreDirectory, base: str, keys: Sequence[str]) -> list[str]:
    """Take articles out, with what only they said; returns keys that aren't in the store."""
    with directory.reading() as store:
        missing = [key for key in keys if fingerprint_of(store, article_iri(base, key)) is None]
    if not missing:
        with directory.writing("remove") as writer:
            writer.reached = replace_articles(writer.graph, base, (), {}, keys)
    return missing
