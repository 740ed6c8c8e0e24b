"""Whose a meeting with somebody is: "her talks with X", "A held talks with X"."""

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import (
    after,
    clause,
    passive,
    possessor,
    prepositions,
    subject,
)
from loaders.extractors.meetings.party import Party
from loaders.reading.cast import Cast

_TEMPORAL = {"after", "following", "before", "during", "in", "at", "ahead", "on", "for", "upon"}
_DROPPING = {("by", "drop"), ("by", "stop"), ("into", "drop")}
_DROPPING |= {("from", verb) for verb in ("return", "emerge", "come", "arrive")}
_DROPPING |= {("into", "go"), ("into", "head"), ("of", "walk")}
_OVER = {"lunch", "dinner", "breakfast", "luncheon", "supper", "call"}
_VERBS = {"VERB", "AUX"}
_SERIES = {"round", "series", "day"}


def holder(token: Token, cast: Cast) -> Party:
    """Whose meeting it is: the possessor, else the subject of the clause that carries it."""
    for child in token.children:
        if child.dep_ == "poss":
            return possessor(child, cast)
    head = token.head
    if token.dep_ in {"nsubj", "nsubjpass"} and not (passive(head) and head.lemma_ == "hold"):
        return _of_subject(token, cast)
    return _of_clause(token, cast)


def _of_subject(token: Token, cast: Cast) -> Party:
    head = token.head
    if _in_front(token):
        return subject(head, cast, apart_from=token)
    if token.dep_ == "nsubjpass" and words.status("taker", head) and head.dep_ == "ccomp":
        return _announcing(head, cast)
    said = next((c for c in head.children if c.dep_ == "attr" and head.lemma_ == "be"), None)
    owners = [c for c in said.children if c.dep_ == "poss"] if said is not None else []
    return possessor(owners[0], cast) if owners else Party()  # "was X's first since May"


def _of_clause(token: Token, cast: Cast) -> Party:
    if token.head.lower_ == "of" and token.head.head.lemma_ in _SERIES:
        token = token.head.head  # "wrapped up two days of talks with X"
    head = token.head
    if passive(head) and (by := prepositions(head, "by")):
        return after(by[0], cast)
    if token.dep_ in {"pobj", "conj"} and _by_place(token):
        return Party()
    carrier = clause(token)
    if carrier.pos_ not in _VERBS:
        return Party()
    own = subject(carrier, cast)
    if token.dep_ == "pobj":
        if head.lower_ == "of" and head.head.lower_ in {"ahead", "advance"}:
            return own
        return own if _within(token, carrier) else Party()
    if _takes(carrier):
        return own
    return own if len(own.actors) == 1 and cast.is_person(own.actors[0]) else Party()


def _within(token: Token, carrier: Token) -> bool:
    """Whether the subject of the clause sat at what the preposition leads to."""
    led = token.head
    if led.lower_ == "over" and token.lemma_.lower() in _OVER:
        return led.head == carrier or led.head.dep_ == "dobj"
    if led.lower_ == "of" and led.head.lower_ == "out" and carrier.lemma_ == "walk":
        return True
    told = led.lower_ in _TEMPORAL or (led.lower_, carrier.lemma_) in _DROPPING
    return told and led.head == carrier


def _announcing(verb: Token, cast: Cast) -> Party:
    """Who says that the meeting with X is planned or off: it is that person's own."""
    own = subject(verb.head, cast)
    one = len(own.actors) == 1 and cast.is_person(own.actors[0])
    return own if one else Party()


def _in_front(token: Token) -> bool:
    """Whether the noun only opens the clause: "After talks with B, A left" read as its subject."""
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i > token.sent.start else None
    opened = before is not None and before.lower_ in {"after", "following", "before"}
    return opened and token.dep_ == "nsubj"


def _takes(verb: Token) -> bool:
    told = words.verb(verb, "light") or words.verb(verb, "event") or words.verb(verb, "host")
    return bool(told) or words.status("taker", verb) is not None


def _by_place(token: Token) -> bool:
    """Whether the noun hangs on another noun whose people are not the clause's subject."""
    head = token.head
    owned = head.dep_ == "prep" and head.head.pos_ in {"NOUN", "PROPN"}
    return owned and head.lower_ in {"by", "from"}
