"""Meetings told in one breath but held one by one: "separately", "bilateral talks with A and B"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.telling import Telling

_ONE_BY_ONE = {"separately", "individually", "respectively"}
_EACH = {"separate", "bilateral", "individual", "back-to-back"}
_NEAR = 3


def apart(telling: Telling) -> tuple[Telling, ...]:
    """The telling, or one for each counterpart where the text holds them apart."""
    if len(telling.sides) != 2 or not _one_by_one(telling.anchor):
        return (telling,)
    own, others = telling.sides
    members = others.members
    if len(members) < 2 or others.groups:
        return (telling,)
    return tuple(replace(telling, sides=(own, Party((member,)))) for member in members)


def _one_by_one(anchor: Token) -> bool:
    if any(token.lower_ in _ONE_BY_ONE for token in _around(anchor)):
        return True
    nouns = [anchor, *(t for t in anchor.subtree if t.dep_ == "pobj" and words.noun(t))]
    return any(_each(noun) for noun in nouns)


def _around(anchor: Token) -> Iterator[Token]:
    yield from anchor.children
    yield from anchor.head.children
    yield from anchor.doc[anchor.i + 1 : min(anchor.i + _NEAR, anchor.sent.end)]


def _each(noun: Token) -> bool:
    """Bilateral talks in the plural: two sides sit at each."""
    entry = words.noun(noun)
    plural = noun.tag_ == "NNS"
    each = any(child.lower_ in _EACH for child in noun.children)
    return entry is not None and entry.reach == "pair" and plural and each
