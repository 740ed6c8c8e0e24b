"""Where a told meeting takes place: the most exact place of its own clause."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.meetings.attachment import belongs, meanwhile
from loaders.extractors.meetings.telling import Telling
from loaders.extractors.places import Place, after_preposition, place_at

_RANKS = {"venue": 0, "city": 1, "place": 1, "region": 2, "state": 3}
_LEADING = {"in", "at", "near", "inside", "aboard"}


def places_of(telling: Telling) -> tuple[Place, ...]:
    """The places of the meeting, the most exact first; those gone to where it is a trip."""
    if telling.goal:
        return telling.goal
    found = [place for place in _adjuncts(telling) if place is not None]
    there = [place for place in found if not _near(telling, place)]
    found = there or found
    return tuple(sorted(found, key=lambda p: (_RANKS.get(p.sort, 9), p.start)))


def _near(telling: Telling, place: Place) -> bool:
    """Whether the place only tells where another one lies: "in X, near Y"."""
    before = telling.anchor.doc[max(place.start - 1, 0)]
    return before.lower_ == "near"


def _adjuncts(telling: Telling) -> Iterator[Place | None]:
    if (where := _where(telling.anchor)) is not None:
        yield where
    for token in telling.anchor.sent:
        if _leads(token) and belongs_here(token, telling):
            yield after_preposition(token)
        elif token.lower_ == "to" and (_received(telling, token) or _visited(telling, token)):
            yield place_at(token.doc, token.i + 1, token.sent.end)


def _where(anchor: Token) -> Place | None:
    """The place that the telling's clause hangs on: "the hall where they met"."""
    if anchor.dep_ != "relcl" or not any(c.lower_ == "where" for c in anchor.children):
        return None
    return place_at(anchor.doc, anchor.head.left_edge.i, anchor.i)


def _leads(token: Token) -> bool:
    return token.lower_ in _LEADING and token.dep_ in {"prep", "pobj", "compound", "nmod"}


def belongs_here(token: Token, telling: Telling) -> bool:
    """Whether the preposition hangs on the telling itself or on a participant at its end."""
    return belongs(token, telling) or token.head == telling.anchor


def _visited(telling: Telling, token: Token) -> bool:
    """Whether the place is that of the visit during which it was done."""
    return meanwhile(token.head) and belongs(token, telling)


def _received(telling: Telling, token: Token) -> bool:
    return telling.rule == "meeting.verb.host" and token.head == telling.anchor
