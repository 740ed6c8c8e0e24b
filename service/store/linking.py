"""Which stored articles' persons must be linked anew when articles come or go."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pyoxigraph as ox

from loaders.identity import Link, Naming, link
from service.store.records import bearers, namings_of

Links = dict[str, dict[str, Link]]


@dataclass
class Population:
    """The namings in the store, less those of articles that go, with those that come."""

    store: ox.Store
    leaving: set[ox.NamedNode]
    coming: list[Naming]
    _read: dict[ox.NamedNode, list[Naming]] = field(default_factory=dict)

    def named(self, keys: Iterable[str]) -> set[Naming]:
        """Everybody who goes by one of the names."""
        wanted = set(keys)
        found = {n for n in self.coming if wanted & set(n.keys)}
        for article in {a for key in sorted(wanted) for a in bearers(self.store, key)}:
            if article not in self.leaving:
                found.update(n for n in self.namings(article) if wanted & set(n.keys))
        return found

    def namings(self, article: ox.NamedNode) -> list[Naming]:
        """A stored article's namings, read once."""
        if article not in self._read:
            self._read[article] = namings_of(self.store, article)
        return self._read[article]

    def left(self) -> list[Naming]:
        """What the articles that go said."""
        return [n for article in sorted(self.leaving, key=str) for n in self.namings(article)]


def relink(population: Population) -> Links:
    """By article and actor, the links of all who come, and of those whom that may move.

    Only persons of a single name can move: theirs hang on all who share the name. Full
    names are looked up by each name that a touched person bears, then by each name that
    those bear, so that every profile is complete.
    """
    touched = {k for n in (*population.coming, *population.left()) for k in n.keys}
    affected = population.named(touched)
    fuller = population.named(k for n in affected for k in n.keys)
    complete = population.named(k for n in fuller for k in n.keys)
    found = link(complete)
    coming = {n.article for n in population.coming}
    links: Links = {}
    for n in affected:
        if n.article in coming or not n.full:
            links.setdefault(n.article, {})[n.actor] = found[n.article, n.actor]
    return links
