"""What in a sentence belongs to a telling: its dates and places, not those of another verb."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import clause, opening
from loaders.extractors.meetings.parties import COUNTING
from loaders.extractors.meetings.telling import Telling
from loaders.extractors.places import site

_VERBS = {"VERB", "AUX"}
_MARGINS = {"margin", "sideline", "side", "fringe"}
_FOREIGN = {"on", "about", "over", "regarding", "against", "for", "from", "since", "concerning"}
_JOINED = 2  # words between two verbs of one object
_SERIES = {"round", "series", "session", "day"}
_STAGING = {"hold", "schedule"}
_STAYING = {"stay", "stop", "stopover", "layover", "sojourn", "swing"}
_FOR = {"for", "at", "during"}
_THERE = {"meeting.event.attend", "meeting.noun.within"}
_LEADING = {"meeting.verb.host", "meeting.verb.joined", "meeting.verb.together"}
_CARRYING = {"hold", "take", "have", "happen", "occur", "host", "attend", "be", "schedule", "set"}
_CARRYING |= {"plan", "expect", "slate", "open", "resume", "convene", "begin", "start", "end"}


def governor(token: Token) -> Token:
    """The verb or meeting noun above the token."""
    found = token.head
    while found.head != found and found.pos_ not in _VERBS and words.noun(found) is None:
        found = found.head
    return found


def hosts(telling: Telling) -> tuple[Token, ...]:
    """The words whose adjuncts are the meeting's: its anchor, and the verb that carries a noun."""
    anchor = telling.anchor
    found = [anchor]
    while anchor.dep_ == "conj" and anchor.head.pos_ in {"NOUN", "PROPN"}:
        anchor = anchor.head
    if anchor.dep_ == "pobj" and anchor.head.lower_ == "of" and anchor.head.head.lemma_ in _SERIES:
        anchor = anchor.head.head  # "a round of talks will be held in May"
        found.append(anchor)
    if anchor.pos_ not in _VERBS:
        carrier = clause(anchor)
        there = telling.rule in _THERE and anchor.dep_ == "pobj" and anchor.head.lower_ == "at"
        if there or _carries(anchor, carrier):
            found.append(carrier)
    top = found[-1]
    if top.pos_ in _VERBS and top.dep_ in {"xcomp", "advcl"} and _not_said(top):
        found.append(top.head)
    if opening(anchor):
        found.append(anchor.head)  # "Meeting B on Monday, A said"
    if telling.kind == "visit" and anchor.dep_ == "pobj" and anchor.head.lower_ == "during":
        found.append(clause(anchor))  # what is done on a day during a visit dates the visit
    if anchor.dep_ == "relcl" and any(c.lower_ == "where" for c in anchor.children):
        found.append(clause(anchor.head))  # "was in Oslo in May, where she met X"
    found.extend(_lower(telling.anchor))
    found.extend(_joined(telling.anchor))
    if telling.rule in _LEADING:
        found.extend(_occasions(anchor))
    return tuple(found)


def _joined(anchor: Token) -> Iterator[Token]:
    """The second verb of "called and congratulated X on Monday"."""
    for child in anchor.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - anchor.i <= _JOINED:
            yield child


def _occasions(verb: Token) -> Iterator[Token]:
    """The meeting nouns that the verb leads to: "hosted X for a meeting on Friday"."""
    for preposition in (c for c in verb.children if c.dep_ == "prep" and c.lower_ in _FOR):
        for noun in (c for c in preposition.children if c.dep_ == "pobj"):
            entry = words.noun(noun)
            if entry is not None and entry.reach != "trip":
                yield noun


def _not_said(verb: Token) -> bool:
    """An infinitive shares the day of the verb above it ("flew on Monday to meet")."""
    infinitive = any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux")
    if verb.head.pos_ in _VERBS and words.status("governor", verb.head) == "inherit":
        return True
    return infinitive and verb.head.pos_ in _VERBS and words.verb(verb.head, "with") is None


def _carries(noun: Token, verb: Token) -> bool:
    if verb.pos_ not in _VERBS:
        return False
    if noun.dep_ in {"dobj", "nsubjpass", "nsubj"}:
        light = words.verb(verb, "light") or words.verb(verb, "event")
        carried = words.status("taker", verb) == "inherit"
        return bool(light) or carried or verb.lemma_ in _CARRYING
    if noun.dep_ == "pobj" and noun.head.lower_ == "for":
        return words.verb(verb, "travel") is not None or verb.lemma_ == "be"
    return noun.dep_ == "pobj" and words.verb(verb, "event") is not None


def _lower(anchor: Token) -> Iterator[Token]:
    for child in anchor.children:
        below = child.dep_ in {"relcl", "acl", "xcomp"} and child.pos_ in _VERBS
        if below and (child.lemma_ in _CARRYING or words.status("taker", child)):
            yield child
    for verb in anchor.subtree:  # "talks between A and B that were to be held in X"
        clausal = verb.dep_ in {"relcl", "acl", "xcomp"} and verb.head != anchor
        if clausal and verb.lemma_ in _STAGING:
            yield verb


def belongs(token: Token, telling: Telling) -> bool:
    """Whether the adjunct at `token` says something of the telling."""
    above = governor(token)
    accepted = hosts(telling)
    if above in accepted:
        return _direct(token, above)
    if above.dep_ != "pobj":
        return False
    carrier = above.head.head
    if meanwhile(above) and carrier in accepted:
        return _direct(token, above)
    if carrier.lemma_ in _MARGINS:
        return governor(carrier) in accepted
    entry = words.noun(above)
    travelling = telling.kind == "visit" and entry is not None and entry.reach == "trip"
    return travelling and above.head.lower_ in {"during", "on", "in"} and carrier in accepted


def meanwhile(noun: Token) -> bool:
    """Whether somebody is there meanwhile: what is done "during a visit to X" is done in X."""
    entry = words.noun(noun)
    staying = noun.lemma_ in _STAYING or (entry is not None and entry.reach == "trip")
    return staying and noun.head.lower_ in {"during", "on", "in"}


def _passable(noun: Token) -> bool:
    """Whether a place may hang on the noun: people, margins, or a site ("the ministry in X")."""
    if noun.lemma_.lower() in COUNTING or meanwhile(noun):
        return True
    return words.people(noun) is not None or noun.lemma_ in _MARGINS or site(noun)


def _direct(token: Token, above: Token) -> bool:
    """Whether nothing but names stands between: the crisis "in" a place is not the meeting's."""
    node = token.head
    while node not in (above, node.head):  # the governor of a conjunct may stand aside
        if node.pos_ == "NOUN" and not _passable(node):
            return False
        if node.pos_ == "ADP" and node.lower_ in _FOREIGN and node.head != above:
            return False
        node = node.head
    return True
