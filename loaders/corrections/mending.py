"""All corrections of a store, as the mapping needs them: by article, merges followed through."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from loaders.corrections.correction import Correction, Kind


@dataclass(frozen=True)
class Merge:
    """Where an actor's path leads, what the actor is called there, by which corrections and why."""

    into: str
    label: str
    by: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Mending:
    """Corrections in the order in which they are applied."""

    corrections: tuple[Correction, ...] = ()
    _by_article: dict[str, tuple[Correction, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @classmethod
    def of(cls, corrections: Iterable[Correction]) -> "Mending":
        """The same in any order."""
        found = tuple(sorted(corrections, key=lambda one: one.order))
        by_article: dict[str, tuple[Correction, ...]] = {}
        for one in found:
            if one.target:
                key = one.target.article
                by_article[key] = (*by_article.get(key, ()), one)
        return cls(found, by_article)

    def for_article(self, key: str) -> tuple[Correction, ...]:
        """Those of one article's facts."""
        return self._by_article.get(key, ())

    @cached_property
    def merges(self) -> Mapping[str, Merge]:
        """By the path of the actor that goes; one that would lead back to itself is left out."""
        direct: dict[str, Correction] = {}
        for one in self.corrections:
            if one.kind is Kind.MERGE and not _leads_to(direct, one.value, one.actor):
                direct[one.actor] = one
        return {path: _followed(direct, path) for path in direct}


def _leads_to(direct: Mapping[str, Correction], start: str, end: str) -> bool:
    while start in direct and start != end:
        start = direct[start].value
    return start == end


def _followed(direct: Mapping[str, Correction], path: str) -> Merge:
    by: list[str] = []
    last = direct[path]
    while path in direct:
        last = direct[path]
        by.append(last.path)
        path = last.value
    return Merge(path, last.label, tuple(by), f"{last.who}: {last.why}")
