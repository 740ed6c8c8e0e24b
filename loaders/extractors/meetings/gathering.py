"""Whom an event draws: "talks attended by A and B", "the summit that brings together A and B"."""

from spacy.tokens import Token

from loaders.extractors.meetings.clauses import after, passive, phrase, prepositions
from loaders.extractors.meetings.party import Party
from loaders.reading.cast import Cast

_CLAUSES = {"acl", "relcl"}
_ATTENDING = {"attend", "join"}
_VERBS = {"VERB", "AUX"}
_DRAWING = {"draw", "attract", "assemble", "unite", "feature"}
_PAIR = 2


def gathered_by(token: Token, cast: Cast) -> Party | None:
    """Those whom the event noun at `token` draws; more than one must be named."""
    verbs = [c for c in token.children if c.dep_ in _CLAUSES and c.pos_ in _VERBS]
    if token.dep_ in {"nsubj", "nsubjpass"}:
        verbs.append(token.head)
    for verb in _with_governed(verbs):
        found = _attending(verb, cast) or _brought(verb, cast)
        if found is not None and len(found.represented().actors) >= _PAIR:
            return found.represented()
    return None


def _with_governed(verbs: list[Token]) -> list[Token]:
    """The verbs and what they lead to: "was to bring together"."""
    return [*verbs, *(c for verb in verbs for c in verb.children if c.dep_ == "xcomp")]


def _attending(verb: Token, cast: Cast) -> Party | None:
    """ "attended by A and B"."""
    by = prepositions(verb, "by")
    told = verb.lemma_ in _ATTENDING and verb.tag_ == "VBN" and bool(by)
    bare = verb.dep_ == "acl" or passive(verb)
    return after(by[0], cast) if told and bare else None


def _brought(verb: Token, cast: Cast) -> Party | None:
    """ "brings together A and B", "bringing A and B together"."""
    together = any(c.lower_ == "together" for c in verb.subtree)
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    gathers = verb.lemma_ in {"bring", "gather"} and together
    drawing = verb.lemma_ in _DRAWING and any(cast.at(c) for c in objects)
    if not (gathers or drawing) or not objects or passive(verb):
        return None
    return phrase(objects[0], cast)
