"""What a verb's own auxiliaries, tense and negation say of what it tells."""

from dataclasses import dataclass

from spacy.tokens import Token

from loaders.extractors.meetings.clauses import passive
from loaders.extractors.meetings.travels import awaited
from loaders.extractors.meetings.words import status as word
from loaders.facts import Status

_VERBS = {"VERB", "AUX"}
_REPORTED = {"VBD", "VBN"}
# "is going to X" tells what is to come
_GOING = {"go", "head", "depart", "leave", "travel", "fly", "journey"}
_NOW = {"VBZ", "VBP"}
_WHEN = {"when", "before", "after", "once", "until"}


@dataclass(frozen=True)
class Standing:
    """The status and the words that give it."""

    status: Status
    words: tuple[Token, ...]


def waiting(verb: Token) -> Standing | None:
    """ "is expected in X", "is due in X": planned, whatever the tense."""
    due = [c for c in verb.children if c.dep_ == "acomp" and awaited(c)]
    if due or (passive(verb) and awaited(verb)):
        return Standing(Status.PLANNED, (*due, verb))
    return None


def foreseen(verb: Token) -> Standing | None:
    """ "when she meets X, she will raise it": the present tense of what is to come."""
    clausal = verb.dep_ == "advcl" and verb.tag_ in _NOW
    opened = any(c.lower_ in _WHEN and c.dep_ in {"advmod", "mark"} for c in verb.children)
    will = [c for c in verb.head.children if c.dep_ == "aux" and word("modal", c) == "planned"]
    return Standing(Status.PLANNED, (will[0], verb)) if clausal and opened and will else None


def negated(found: Standing, verb: Token, negation: Token) -> Standing:
    """What was not done: denied where it would have happened, declined where it was a plan."""
    going = any(t.lemma_ == "go" for t in found.words)  # "is not going to" denies a plan
    status = Status.DENIED if found.status is Status.HELD or going else Status.DECLINED
    return Standing(status, tuple(dict.fromkeys((*found.words, negation, verb))))


def stated(verb: Token) -> Standing | None:
    """What the verb's own auxiliaries and tense say; None for infinitives and participles."""
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if not auxiliaries and verb.dep_ == "conj" and verb.tag_ in {"VB", "VBN", "VBG"}:
        return stated(verb.head) if verb.head.pos_ in _VERBS else None
    for auxiliary in auxiliaries:
        if modal := word("modal", auxiliary):
            return Standing(_modal(modal, verb), (auxiliary, verb))
    if any(a.lower_ == "to" for a in auxiliaries):
        return None
    if verb.tag_ in {"VBD", "VBZ", "VBP"} or _finite(verb, auxiliaries):
        return Standing(Status.HELD, (verb,))
    if verb.tag_ == "VBG" and verb.lemma_ in _GOING and any(a.tag_ in _NOW for a in auxiliaries):
        return Standing(Status.PLANNED, (*auxiliaries, verb))
    if auxiliaries and verb.tag_ in {"VBN", "VBG", "VB"}:
        return Standing(Status.HELD, (*auxiliaries, verb))
    return None


def _finite(verb: Token, auxiliaries: list[Token]) -> bool:
    """Whether the main verb was only read as bare: "A and B meet on Friday"."""
    own = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    return verb.dep_ == "ROOT" and verb.tag_ in {"VB", "VBG"} and own and not auxiliaries


def _modal(said: str, verb: Token) -> Status:
    """ "would" after a past verb of saying is a future seen from the past."""
    reported = verb.dep_ == "ccomp" and verb.head.tag_ in _REPORTED
    supposed = any(t.lower_ == "if" and t.i > verb.i for t in verb.sent)
    if reported and not supposed and any(c.lower_ in {"would", "'d", "’d"} for c in verb.children):
        return Status.PLANNED
    return Status(said)
