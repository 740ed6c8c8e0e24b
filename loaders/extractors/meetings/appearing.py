"""Verbs of what only people in one room do: spoke alongside, discussed in Oslo, were briefed by."""

from spacy.tokens import Token

from loaders.extractors.meetings.clauses import after, passive, phrase, prepositions, subject
from loaders.extractors.meetings.party import Party, sides_of
from loaders.extractors.meetings.telling import Telling
from loaders.extractors.places import after_preposition
from loaders.reading.cast import Cast

_APPEARING = {"speak", "stand", "appear"}
_BESIDE = {"alongside", "beside"}
_DISCUSSING = {"discuss", "sign", "ink"}
_STAGED = {"ceremony", "signing", "summit", "meeting", "conference", "event"}
_SIGNING = {"ceremony", "signing"}
_PAIR = 2


def appeared_with(verb: Token, cast: Cast) -> Telling | None:
    """ "speaking alongside X": who speaks beside somebody is with him."""
    beside = prepositions(verb, *_BESIDE) if verb.lemma_ in _APPEARING else ()
    if not beside:
        return None
    own, others = subject(verb, cast), after(beside[0], cast)
    if not _persons(own, cast) or not _persons(others, cast):
        return None
    if set(own.actors) & set(others.actors):
        return None
    return Telling(verb, "meeting", (own, others), "meeting.verb.alongside")


def acted_together(verb: Token, cast: Cast) -> Telling | None:
    """ "A and B discussed the treaty in Oslo", "A and B signed it at a ceremony"."""
    if verb.lemma_ not in _DISCUSSING or verb.tag_ != "VBD" or passive(verb):
        return None
    if not any(c.dep_ == "dobj" for c in verb.children) or not _somewhere(verb):
        return None
    own = subject(verb, cast)
    staged = any(c.lemma_.lower() in _SIGNING for p in verb.children for c in p.children)
    if len(own.members) < _PAIR or not (staged or all(cast.is_person(a) for a in own.actors)):
        return None
    return Telling(verb, "meeting", sides_of(own), "meeting.verb.together")


def _somewhere(verb: Token) -> bool:
    """Whether the clause names a town, or an occasion at which things are done."""
    leading = [c for c in verb.children if c.dep_ == "prep"]
    leading += [
        g for c in verb.children if c.dep_ == "dobj" for g in c.children if g.dep_ == "prep"
    ]
    for preposition in leading:
        if preposition.lower_ not in {"in", "at", "during"}:
            continue
        staged = any(c.lemma_.lower() in _STAGED for c in preposition.children)
        place = after_preposition(preposition)
        if staged or (place is not None and place.sort in {"city", "venue"}):
            return True
    return False


def briefed(verb: Token, cast: Cast) -> Telling | None:
    """ "X was briefed by Y", "Y briefed X": who tells people how things stand sits with them."""
    if verb.lemma_ != "brief":
        return None
    by = prepositions(verb, "by") if passive(verb) else ()
    told = [c for c in verb.children if c.dep_ == "dobj"] if not passive(verb) else []
    if not by and not told:
        return None
    own, others = subject(verb, cast), after(by[0], cast) if by else phrase(told[0], cast)
    if set(own.actors) & set(others.actors):
        return None
    if not _persons(own, cast) or not _persons(others, cast):
        return None
    return Telling(verb, "meeting", (own, others), "meeting.verb.briefed")


def _persons(side: Party, cast: Cast) -> bool:
    return any(cast.is_person(a) for a in side.actors)
