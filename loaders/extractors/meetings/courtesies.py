"""Verbs that tell a meeting by their frame alone: called on X, will see X, received X's letters."""

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import after, passive, phrase, prepositions, subject
from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.telling import Telling
from loaders.extractors.places import places_from
from loaders.reading.cast import Cast

_CREDENTIALS = {"credential", "credence", "accreditation"}
_TAKING = {"receive", "accept"}
_GIVING = {"present", "hand", "submit"}
_WILL = {"will", "'ll", "’ll"}
_ASKING = {"to", "for", "not"}
_FACING = {"across", "opposite"}


def called_on(verb: Token, cast: Cast) -> Telling | None:
    """ "called on President X on Monday": a courtesy, unless X is called on to do something."""
    led = prepositions(verb, "on", "upon") if verb.lemma_ == "call" and not passive(verb) else ()
    following = verb.doc[verb.i + 1 : verb.sent.end]
    if not led or led[0].i != verb.i + 1 or any(t.lower_ in _ASKING for t in following):
        return None
    return _between(verb, subject(verb, cast), after(led[0], cast), cast, "call_on")


def seeing(verb: Token, cast: Cast) -> Telling | None:
    """ "will see X in Oslo": a meeting that is to come; who "saw" X may have been far away."""
    coming = any(c.lower_ in _WILL and c.dep_ == "aux" for c in verb.children)
    seen = [c for c in verb.children if c.dep_ == "dobj"]
    if verb.lemma_ != "see" or not coming or not seen or not _somewhen(verb):
        return None
    if any(c.dep_ in {"xcomp", "ccomp", "oprd"} for c in verb.children):
        return None
    return _between(verb, subject(verb, cast), phrase(seen[0], cast), cast, "see")


def _somewhen(verb: Token) -> bool:
    dated = any(t.ent_type_ in {"DATE", "TIME"} for t in verb.subtree)
    return dated or any(t.lower_ in {"in", "at"} for t in verb.subtree)


def accredited(verb: Token, cast: Cast) -> Telling | None:
    """ "received the credentials of Ambassador X", "presented her credentials to X"."""
    papers = [c for c in verb.children if c.dep_ == "dobj" and _papers(c)]
    if not papers or passive(verb):
        return None
    if verb.lemma_ in _TAKING:
        led = prepositions(papers[0], "of", "from") or prepositions(verb, "from")
    elif verb.lemma_ in _GIVING:
        led = prepositions(verb, "to") or prepositions(papers[0], "to")
        led = led or tuple(c for c in verb.children if c.dep_ == "dative" and c.lower_ == "to")
    else:
        return None
    others = after(led[0], cast) if led else Party()
    return _between(verb, subject(verb, cast), others, cast, "credentials")


def _papers(noun: Token) -> bool:
    of = (c for p in prepositions(noun, "of") for c in p.children)
    return noun.lemma_.lower() in _CREDENTIALS or any(c.lemma_ in _CREDENTIALS for c in of)


def opposite(verb: Token, cast: Cast) -> Telling | None:
    """ "sat across the table from X", "sat opposite X": they sit at one table."""
    if verb.lemma_ != "sit":
        return None
    facing = [t for t in verb.subtree if t.lower_ in _FACING and t.i - verb.i in {1, 2}]
    if not facing:
        return None
    led = [t for t in verb.subtree if t.lower_ == "from" and t.i > facing[0].i]
    own, others = subject(verb, cast), after((*led, *facing)[0], cast)
    if others.empty and any(t.lower_ == "other" for t in verb.subtree):
        own = own if own.actors else own.represented()
        return Telling(verb, "meeting", (own,), "meeting.verb.opposite") if own.actors else None
    return _between(verb, own, others, cast, "opposite")


def invited_to(verb: Token, cast: Cast) -> Telling | None:
    """ "invited X to Oslo": a visit that may come."""
    asked = [c for c in verb.children if c.dep_ == "dobj"]
    led = prepositions(verb, "to")
    if verb.lemma_ != "invite" or passive(verb) or not asked or not led:
        return None
    goal = places_from(verb.doc, led[0].i + 1, verb.sent.end)
    if not goal or any(words.noun(c) for c in led[0].children):
        return None
    hosts, guests = subject(verb, cast), phrase(asked[0], cast)
    found = _between(verb, guests, hosts, cast, "invited")
    if found is None:
        return None
    return Telling(
        verb, "visit", found.sides, "meeting.verb.invited", hosts=hosts.actors, goal=goal
    )


def _between(verb: Token, own: Party, others: Party, cast: Cast, rule: str) -> Telling | None:
    """The telling, where a person stands on both sides."""
    persons = all(any(cast.is_person(a) for a in side.actors) for side in (own, others))
    if not persons or set(own.actors) & set(others.actors):
        return None
    return Telling(verb, "meeting", (own, others), f"meeting.verb.{rule}")
