"""Verbs of receiving: hosted, welcomed, convened, summoned."""

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import after, passive, phrase, prepositions, subject
from loaders.extractors.meetings.parties import COUNTING, party
from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.signs import feeling
from loaders.extractors.meetings.telling import Telling
from loaders.extractors.places import places_from, site
from loaders.reading.cast import Cast

_WITHIN = 60  # words to an "I" of the same speaker
_CLOSE = 6  # words between "received" and who was received
_GATHERING = {"convene", "gather", "host", "bring"}
_POSTED = {
    "ambassador",
    "envoy",
    "diplomat",
    "commissioner",
    "consul",
    "affaires",
    "representative",
}


def hosted(verb: Token, cast: Cast) -> Telling | None:
    """What a verb of receiving tells: the hosts sit on one side, the guests on the other."""
    entry = words.verb(verb, "host")
    if entry is None:
        return None
    hosts, guests = _by(verb, cast) if passive(verb) else _of(verb, cast)
    if not hosts.actors or guests.empty or not _received(verb, hosts, guests, cast):
        return None
    return Telling(verb, entry.kind, (hosts, guests), "meeting.verb.host", hosts=hosts.actors)


def someone(token: Token, cast: Cast) -> bool:
    """Whether the object itself is an actor or a word for people."""
    if words.noun(token) is not None:
        return False
    if token.lemma_.lower() in COUNTING:
        return any(words.people(c) for of in prepositions(token, "of") for c in of.children)
    return bool(cast.at(token)) or words.people(token) is not None or token.pos_ == "PROPN"


def _by(verb: Token, cast: Cast) -> tuple[Party, Party]:
    """ "was received by X", "was summoned to the ministry"."""
    leading = ("by", "to") if verb.lemma_ == "summon" else ("by",)
    by = [p for word in leading for p in prepositions(verb, word)]
    return (after(by[0], cast) if by else Party()), subject(verb, cast)


def _of(verb: Token, cast: Cast) -> tuple[Party, Party]:
    met = [c for c in verb.children if c.dep_ == "dobj" and someone(c, cast)]
    met = [c for c in met if c.left_edge.i - verb.i <= _CLOSE]
    if verb.lemma_ == "receive" and any(_awarded(c, cast) for c in met):
        return Party(), Party()
    if met:
        own = subject(verb, cast)
        return (_speaking(verb, cast) if own.empty else own), phrase(met[0], cast)
    lost = verb.dep_ in {"amod", "compound", "nmod"}  # the guest was read as the head of the verb
    guests = party(verb.doc, verb.i + 1, verb.sent.end, cast) if lost else Party()
    return subject(verb, cast), guests


def _speaking(verb: Token, cast: Cast) -> Party:
    """Who says "it is an honor to welcome X": the nearest "I" around."""
    if verb.tag_ != "VB" or not (feeling(verb.head) or feeling(verb.head.head)):
        return Party()
    first, last = max(verb.i - _WITHIN, 0), min(verb.i + _WITHIN, len(verb.doc))
    said = [t for t in verb.doc[first:last] if t.lower_ in {"i", "my"} and cast.at(t)]
    nearest = min(said, key=lambda t: abs(t.i - verb.i), default=None)
    return Party((cast.at(nearest),)) if nearest is not None else Party()


def _awarded(token: Token, cast: Cast) -> bool:
    """Whether what was received bears a person's name only ("the Lund Award"), or is counted."""
    named = any(cast.is_person(a) for a in cast.at(token)) or words.people(token) is not None
    return not named or token.doc[token.left_edge.i].like_num


def _received(verb: Token, hosts: Party, guests: Party, cast: Cast) -> bool:
    """Welcoming tells a meeting only of persons, and where it says so ("to the White House")."""
    named = any(cast.is_person(a) for a in guests.actors)
    if verb.lemma_ == "summon":
        return _diplomats(verb)
    if verb.lemma_ in _GATHERING:
        people = any(cast.is_person(a) for a in hosts.actors)
        return named or (bool(guests.groups) and (people or _occasion(verb)))
    if not named:
        return False
    if verb.lemma_ == "receive":
        return True
    leading = [
        *prepositions(verb, "to", "in", "at"),
        *(c for c in verb.children if c.dep_ == "dative" and c.lower_ == "to"),
        *(t for t in verb.subtree if _at_end(t, guests)),
    ]
    sites = (site(c) for p in leading for c in p.children)
    return any(sites) or any(places_from(p.doc, p.i + 1, p.sent.end) for p in leading)


def _diplomats(verb: Token) -> bool:
    """Whether those summoned are envoys: courts and parliaments summon others."""
    return any(t.lemma_.lower() in _POSTED for t in verb.doc[verb.sent.start : verb.sent.end])


def _occasion(verb: Token) -> bool:
    """Whether a body received people for a meeting: hosting alone may be quartering."""
    led = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"for", "at", "in"})
    return any(words.noun(noun) for p in led for noun in p.children)


def _at_end(token: Token, guests: Party) -> bool:
    """Whether a preposition follows all people told, wherever the parser hung it."""
    return token.lower_ in {"to", "in", "at"} and token.i > guests.last and token.dep_ == "prep"
