"""The store's own records of each article: its facts, text, fingerprint, names and links."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec
import pyoxigraph as ox

from loaders.facts import Facts
from loaders.identity import Link, Naming
from loaders.mapping.nodes import node
from ontology.terms import NIF
from service.store.patterns import subjects, texts
from service.store.terms import BOOKKEEPING, FACTS, FINGERPRINT, LINK, NAME_KEY, NAMING, TEXT

_TEXT = node(NIF.isString)
# Made here, where one thread imports: threads that first use a type together crash msgspec.
_FACTS = msgspec.json.Decoder(Facts)
_LINKS = msgspec.json.Decoder(dict[str, Link])
_NAMING = msgspec.json.Decoder(Naming)


def record(
    article: ox.NamedNode,
    facts: Facts,
    fingerprint: str,
    people: Iterable[Naming],
    links: dict[str, Link],
) -> Iterator[ox.Quad]:
    """The quads that remember one article.

    Its text is one more quad, not one more text: the store keeps equal literals once.
    """

    def note(predicate: ox.NamedNode, value: str) -> ox.Quad:
        return ox.Quad(article, predicate, ox.Literal(value), BOOKKEEPING)

    yield note(FACTS, msgspec.json.encode(replace(facts, text="")).decode())
    yield note(TEXT, facts.text)
    yield note(FINGERPRINT, fingerprint)
    yield note(LINK, msgspec.json.encode(links, order="sorted").decode())
    for naming in people:
        yield note(NAMING, msgspec.json.encode(naming).decode())
        for key in naming.keys:
            yield note(NAME_KEY, key)


def _values(store: ox.Store, article: ox.NamedNode, predicate: ox.NamedNode) -> list[str]:
    return texts(store, article, predicate, BOOKKEEPING)


def fingerprint_of(store: ox.Store, article: ox.NamedNode) -> str | None:
    """What the stored article was made from, or None where there is no such article."""
    return next(iter(_values(store, article, FINGERPRINT)), None)


def facts_of(store: ox.Store, article: ox.NamedNode) -> Facts:
    """The facts that were read out of a stored article."""
    facts = _FACTS.decode(_values(store, article, FACTS)[0])
    return replace(facts, text=text_of(store, article) or "")


def text_of(store: ox.Store, article: ox.NamedNode) -> str | None:
    """A stored article's text, from the record, else from the graph; None where it is gone."""
    recorded = _values(store, article, TEXT) or texts(store, article, _TEXT)
    return next(iter(recorded), None)


def recorded(store: ox.Store) -> Iterator[ox.NamedNode]:
    """The articles whose facts are recorded."""
    for quad in store.quads_for_pattern(None, FACTS, None, BOOKKEEPING):
        if isinstance(quad.subject, ox.NamedNode):
            yield quad.subject


def links_of(store: ox.Store, article: ox.NamedNode) -> dict[str, Link]:
    """Where the stored article's persons belong."""
    return _LINKS.decode(_values(store, article, LINK)[0])


def namings_of(store: ox.Store, article: ox.NamedNode) -> list[Naming]:
    """What the stored article says of its persons' names."""
    return [_NAMING.decode(each) for each in _values(store, article, NAMING)]


def bearers(store: ox.Store, key: str) -> list[ox.NamedNode]:
    """Stored articles in which somebody goes by the name `key`."""
    return list(subjects(store, NAME_KEY, ox.Literal(key), BOOKKEEPING))
