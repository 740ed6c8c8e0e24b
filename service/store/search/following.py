"""Keeps the index in step: each snapshot's changes go in before readers are told of it."""

import logging
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from loaders.mapping.nodes import node
from ontology.terms import CMQ
from service.store.patterns import objects, subjects
from service.store.search.changes import Changes
from service.store.search.entries import REPORTED, TYPE, Entries, Entry, Facet, Kind, things
from service.store.search.index import Index

_AT_ONCE = 100  # articles up to which the whole index is made anew while a writer waits
_LOG = logging.getLogger(__name__)
_SUBJECT = node(CMQ.subject)


def follow(folder: Path, number: int, opened: Callable[[], ox.Store], *, coming: bool) -> bool:
    """Bring the index to snapshot `number`, which `opened` gives; whether it is of it now.

    With `coming`, that snapshot isn't announced yet, and an index that says it is of it was left
    by a writer that was killed. False also where too much has changed to do it in passing.
    """
    try:
        with closing(Index(folder)) as index, closing(Changes(folder)) as changes:
            return _follow(index, changes, number, opened, coming=coming)
    except sqlite3.OperationalError as error:  # another process makes the index anew, a full disk
        _LOG.info("the search index stays behind: %s", error)
        return False
    except sqlite3.DatabaseError as error:
        _LOG.warning("the search index is damaged: %s", error)
        return False


def _follow(
    index: Index, changes: Changes, number: int, opened: Callable[[], ox.Store], *, coming: bool
) -> bool:
    with index.writing():
        held = min(index.number, number - 1) if coming else index.number
        if held >= number:
            return held == number
        reached = changes.between(held, number)
        store = opened()
        if reached is None:
            if not _is_small(store):
                return False
            fill(index, store)
        else:
            update(index, store, reached)
        index.be_of(number)
    changes.forget(number)  # those of this number may be asked for again: it isn't announced
    return True


def _is_small(store: ox.Store) -> bool:
    found = subjects(store, TYPE, node(CMQ.Article))
    return sum(1 for _ in islice(found, _AT_ONCE + 1)) <= _AT_ONCE


def fill(index: Index, store: ox.Store, told: Callable[[int], None] = lambda _: None) -> None:
    """Make the index anew within its transaction; `told` hears of things that were looked at."""
    index.clear()
    entries = Entries(store)
    for thing in things(store):
        _put(index, entries, thing.value, entries.entry(thing))
        told(1)


def update(index: Index, store: ox.Store, reached: Iterable[str]) -> None:
    """Look at these things again, and at those that are found by their names or dates."""
    entries = Entries(store)
    waiting, seen = list(reached), set(reached)
    while waiting:
        iri = waiting.pop()
        thing = ox.NamedNode(iri)
        entry = entries.entry(thing)
        before = index.dated(iri) if entry and entry.kind is Kind.ARTICLE else None
        _put(index, entries, iri, entry)
        more = index.rename(iri, entries.names(iri))
        if before and before != index.dated(iri):
            more += _told_in(store, thing)
        waiting += [one for one in more if one not in seen]
        seen.update(more)


def _put(index: Index, entries: Entries, iri: str, entry: Entry | None) -> None:
    values = entry.values if entry else ()
    names = {value: entries.names(value) for f, value in values if f is not Facet.PUBLISHER}
    index.put(iri, entry, names)


def _told_in(store: ox.Store, article: ox.NamedNode) -> list[str]:
    """What an article tells of: its day and its publisher are theirs too."""
    found = list(subjects(store, REPORTED, article))
    about = (value for claim in found for value in objects(store, claim, _SUBJECT))
    return sorted({thing.value for thing in (*found, *about)})
