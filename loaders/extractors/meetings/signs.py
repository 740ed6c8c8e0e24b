"""Signs on a verb that say how it is meant: conditions, negations, questions."""

from spacy.tokens import Token

from loaders.extractors.meetings.words import status as word

_NOW = {"VBZ", "VBP"}
_CONDITIONS = {"if", "unless", "whether", "should"}


def condition(verb: Token) -> Token | None:
    """Word that makes the clause a condition ("if")."""
    return next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in _CONDITIONS), None)


def negation(verb: Token) -> Token | None:
    """The "not" or "never" of the verb."""
    return next((c for c in verb.children if c.dep_ == "neg" or c.lower_ == "never"), None)


def asked(token: Token) -> bool:
    """Whether the token stands in a question."""
    last = token.sent[-1]
    while last.is_space and last.i > token.sent.start:
        last = last.nbor(-1)
    return last.text == "?"


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(c.dep_ == "nsubj" for c in verb.children)


def perfect(verb: Token) -> bool:
    """Whether the verb looks back ("might have said"): what it was said in did take place."""
    return any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)


def happening(verb: Token) -> bool:
    """Whether the verb stands in the present: "is waiting", "waits"."""
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return verb.tag_ in _NOW or any(c.tag_ in _NOW for c in auxiliaries)


def being(verb: Token) -> bool:
    """ "is in Oslo to meet X": what somebody is there for is still to come."""
    return verb.lemma_ == "be" and verb.tag_ in _NOW


def feeling(verb: Token) -> bool:
    """ "is pleased to welcome X", "it is an honor to welcome X": what is felt does take place."""
    said = (c for c in verb.children if c.dep_ in {"attr", "acomp"})
    felt = any(word("feeling", c) for c in said)
    return (verb.lemma_ == "be" and felt) or (verb.pos_ == "VERB" and bool(word("feeling", verb)))
