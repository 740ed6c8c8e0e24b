"""What several articles tell of one thing, with all who tell it, and where they differ."""

from collections import defaultdict
from dataclasses import dataclass

import pyoxigraph as ox

from ontology.terms import CMQ, CONCEPT
from service.http.links import Link, predicate_label, term_label
from service.http.tellings import Article, Quote, Telling, tellings

# A meeting has one of each: two values can't both be right.
_STATUS, *_OTHERS = (predicate_label(str(p)) for p in (CMQ.status, CMQ.date, CMQ.atPlace))
_SINGLE = (_STATUS, *_OTHERS)
_HELD, _DENIED, _THOUGHT = (term_label(str(CONCEPT[n])) for n in ("held", "denied", "hypothetical"))
_LEFT_OUT = {
    predicate_label(str(p))
    for p in (CMQ.dateWords, CMQ.dateDerivation, CMQ.participantActor, CMQ.dateOffset)
}


@dataclass(frozen=True)
class Witness:
    """An article that tells a fact, and where."""

    article: Article
    quote: Quote | None
    accepted: bool


@dataclass(frozen=True)
class Value:
    """One value of a property and who tells it; `alone` where other articles don't."""

    link: Link
    witnesses: tuple[Witness, ...]
    publishers: int
    alone: bool


@dataclass(frozen=True)
class Fact:
    """A property with all its values; they differ where only one can be right."""

    name: str
    values: tuple[Value, ...]
    differs: bool


@dataclass(frozen=True)
class Comparison:
    """All facts of a thing, those that differ first, and the articles that tell of it."""

    articles: tuple[Article, ...]
    facts: tuple[Fact, ...]

    @property
    def differing(self) -> tuple[Fact, ...]:
        """Those about which the articles differ."""
        return tuple(fact for fact in self.facts if fact.differs)


def compared(store: ox.Store, thing: ox.NamedNode) -> Comparison:
    """What the articles tell of a thing, side by side."""
    told = tellings(store, thing)
    articles = tuple(dict.fromkeys(telling.article for telling in told))
    found: dict[str, dict[Link, list[Witness]]] = defaultdict(lambda: defaultdict(list))
    for telling in told:
        for name, value in telling.says:
            if name not in _LEFT_OUT:
                found[name][value].append(_witness(telling))
    facts = [_fact(name, values, len(articles)) for name, values in found.items()]
    return Comparison(articles, tuple(sorted(facts, key=_order)))


def _witness(telling: Telling) -> Witness:
    return Witness(telling.article, next(iter(telling.quotes), None), telling.accepted)


def _fact(name: str, values: dict[Link, list[Witness]], articles: int) -> Fact:
    made = [_value(link, witnesses, articles) for link, witnesses in values.items()]
    made.sort(key=lambda value: (-len(value.witnesses), value.link.text))
    differs = _changed(made) if name == _STATUS else name in _SINGLE and len(made) > 1
    return Fact(name, tuple(made), differs)


def _changed(values: list[Value]) -> bool:
    """Whether statuses contradict each other: what was planned and is held later doesn't."""
    told = [
        (value.link.text, one.article.published)
        for value in values
        if value.link.text != _THOUGHT
        for one in value.witnesses
    ]
    return any(
        status != other
        and (day == then or _DENIED in {status, other} or (status == _HELD and then > day > ""))
        for status, day in told
        for other, then in told
    )


def _value(link: Link, witnesses: list[Witness], articles: int) -> Value:
    by_article = {one.article.iri: one for one in reversed(witnesses)}
    first = tuple(sorted(by_article.values(), key=_by_article))
    publishers = {one.article.publisher for one in first if one.article.publisher}
    return Value(link, first, len(publishers), len(first) == 1 < articles)


def _by_article(witness: Witness) -> tuple[str, str]:
    return witness.article.published or "~", witness.article.key


def _order(fact: Fact) -> tuple[bool, int, str]:
    known = _SINGLE.index(fact.name) if fact.name in _SINGLE else len(_SINGLE)
    return not fact.differs, known, fact.name
