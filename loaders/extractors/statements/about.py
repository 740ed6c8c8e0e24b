"""Whom what is said is about: neither who speaks, nor where, nor a part of another name."""

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc, Token

from loaders.extractors.statements.found import Found
from loaders.facts import ActorType, Span
from loaders.reading.cast import Cast, Reference
from loaders.tables import several, wide

_AT = {"in", "at", "from", "near", "to"}
_VISITED = {"in", "at", "from", "near"}


@cache
def _capitals() -> frozenset[str]:
    """Names of capitals, which often stand for their state's government."""
    return frozenset(c for *_, capitals in wide("states", 5) for c in several(capitals))


def about(found: Found, doc: Doc, cast: Cast, covers: Iterable[Span]) -> tuple[str, ...]:
    """Ids of the actors that the words mean, in order of mention, each once.

    `covers` are mentions of agreements and operations: what stands in them is their name.
    """
    words = doc.char_span(found.span.start, found.span.end, alignment_mode="expand")
    if words is None:
        return ()
    inside, names = Span(words.start_char, words.end_char), tuple(covers)
    ordered = sorted(cast.references, key=lambda r: r.mention.span)
    meant = (r for r in ordered if inside.covers(r.mention.span))
    ids = (
        actor
        for reference in meant
        if not _in_name(reference, names) and not _place(reference, doc, cast)
        for actor in reference.actors
        if actor not in found.speaker.ids
    )
    return tuple(dict.fromkeys(ids))


def _in_name(reference: Reference, names: tuple[Span, ...]) -> bool:
    span = reference.mention.span
    return any(name.covers(span) and name != span for name in names)


def _place(reference: Reference, doc: Doc, cast: Cast) -> bool:
    """Whether a state is only where something takes place: "agreed in Spain", "in Rome"."""
    known = [cast.by_id[a] for a in reference.actors if a in cast.by_id]
    if not known or any(actor.type is not ActorType.STATE for actor in known):
        return False
    span = reference.mention.span
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None or words.root.dep_ != "pobj":
        return False
    preposition: Token = words.root.head
    if words.text in _capitals():
        return preposition.lower_ in _AT
    return preposition.lower_ in _VISITED and preposition.head.pos_ in {"VERB", "AUX"}
