"""What a reader of an article should beware of: what was not read, or not with certainty."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from loaders.facts import Span
from loaders.mapping.nodes import node
from ontology.terms import CMQ
from service.http.pages.marks import Mark
from service.http.pages.told import texts_of
from service.http.tellings import spans_of
from service.store.patterns import subjects

_WHOLE = Span(-1, -1)  # sorts what is about the whole article first


@dataclass(frozen=True)
class Caution:
    """What to beware of, and where it stands, if at one place."""

    message: str
    span: Span | None


def cautions_of(store: ox.Store, article: ox.NamedNode) -> list[Caution]:
    """Warnings about the article as a whole, then those about its parts in their order."""
    own = [w for w in subjects(store, node(CMQ.inArticle), article) if "/warning/" in w.value]
    found = [
        Caution(message, next((Span(*at) for at in spans_of(store, w, article)), None))
        for w in own
        for message in texts_of(store, w, CMQ.message)
    ]
    return sorted(found, key=lambda one: (one.span or _WHOLE, one.message))


def caution_marks(cautions: list[Caution]) -> Iterator[Mark]:
    """Marks for those that stand at one place."""
    for one in cautions:
        if one.span:
            title = f"to beware of: {one.message}"
            yield Mark(one.span.start, one.span.end, ("warning",), title, ("warnings",))
