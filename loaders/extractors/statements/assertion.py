"""Whether a verb tells that something was said: not planned, denied or merely possible."""

from spacy.tokens import Token

from loaders.extractors.statements.cues import verb_at
from loaders.extractors.statements.subjects import listed_with, misread_main

_MODALS = {
    "will",
    "would",
    "may",
    "might",
    "could",
    "should",
    "must",
    "can",
    "shall",
    "'ll",
    "’ll",
    "ca",
    "wo",
}
_CONDITIONS = {"if", "unless", "whether", "lest"}
_FACTUAL_HEADS = {
    "go",
    "continue",
    "proceed",
    "begin",
    "start",
    "use",
    "happen",
    "come",
    "hasten",
    "rush",
    "want",
    "like",
}
_FACTUAL_ADJECTIVES = {
    "pleased",
    "proud",
    "happy",
    "glad",
    "delighted",
    "honored",
    "honoured",
    "quick",
    "first",
    "last",
    "sorry",
}
_UNREAL = {"without", "instead", "before", "against"}
_ONE_AFTER_ANOTHER = {"before", "by"}
_GERUND = {"nsubj", "dobj", "csubj", "pobj", "amod", "compound"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


def told(verb: Token) -> bool:
    """Whether the text tells `verb` as a speech act that took place."""
    if any(c.dep_ == "neg" for c in verb.children) or _modal(verb) or _conditional(verb):
        return False
    if is_infinitive(verb):
        return _factual_infinitive(verb)
    return misread_main(verb) is not None or _told_as_it_stands(verb)


def _told_as_it_stands(verb: Token) -> bool:
    if verb.dep_ == "pcomp" and verb.head.lower_ in _ONE_AFTER_ANOTHER:
        return _after_report(verb.head.head)
    if verb.dep_ == "pcomp" and (verb.head.lower_ in _UNREAL or verb.head.head.lower_ in _UNREAL):
        return False
    if verb.dep_ == "amod" or (verb.tag_ == "VBN" and verb.dep_ == "acl" and not listed_with(verb)):
        return False
    if verb.dep_ == "pcomp" and is_infinitive(verb.head.head):
        return _factual_infinitive(verb.head.head)
    if verb.dep_ == "pcomp" and verb.head.head.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return False
    if verb.tag_ == "VBG" and verb.dep_ in _GERUND and verb.nbor(-1 if verb.i else 0).text != ",":
        return False
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and not _auxiliaries(verb):
        return False
    if verb.dep_ == "conj" and verb.tag_ in {"VB", "VBG", "VBN"} and not _auxiliaries(verb):
        return _as_its_sister(verb)
    return not (is_passive(verb) and not any(c.dep_ == "agent" for c in verb.children))


def _after_report(above: Token) -> bool:
    """ "praised A, before warning that B", "began by saying that B": no mere ways and means."""
    speaks = verb_at(above) is not None or above.lemma_ in _FACTUAL_HEADS
    return speaks and above.tag_ in {"VBD", "VBZ", "VBN"} and told(above)


def _as_its_sister(verb: Token) -> bool:
    """A joined verb without its own auxiliary shares its sister's: "will meet and thank"."""
    head = verb.head
    if verb.tag_ == "VBN" and not _auxiliaries(head):
        return True
    if verb.tag_ in {"VB", "VBN"} and head.pos_ in {"VERB", "AUX"}:
        return told(head)
    return True


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def is_passive(verb: Token) -> bool:
    """Whether somebody was told or quoted."""
    return any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)


def _auxiliaries(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]


def _modal(verb: Token) -> bool:
    if any(c.lower_ in _MODALS for c in _auxiliaries(verb)):
        return True
    return verb.dep_ == "xcomp" and verb.head.lower_ in {
        "going",
        "expected",
        "scheduled",
        "set",
        "due",
    }


def _conditional(verb: Token) -> bool:
    if any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in verb.children):
        return True
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and _conditional(verb.head)


def _factual_infinitive(verb: Token) -> bool:
    """ "went on to say", "was pleased to announce", "used a post to thank"."""
    head = verb.head
    if _modal(head) or any(c.dep_ == "neg" for c in head.children):
        return False
    if head.lower_ in _FACTUAL_ADJECTIVES:
        return True
    if head.lemma_ in {"use", "take"}:
        return any(c.dep_ == "dobj" for c in head.children)
    return head.lemma_ in _FACTUAL_HEADS and head.tag_ != "VB" and verb_at(verb) is not None
