"""Meetings of a body or of people behind "of": "the council's session", "a meeting of A and B"."""

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import after, clause, passive, prepositions, subject
from loaders.extractors.meetings.party import Party, assembled, sides_of
from loaders.extractors.meetings.telling import Telling
from loaders.facts import ActorType
from loaders.reading.cast import Cast

_CHAIRING = {"chair", "co-chair", "host", "convene", "lead", "open", "address", "attend"}
_SAT = {"after", "following", "in", "during", "at"}


def of_body(token: Token, entry: words.MeetingNoun, cast: Cast) -> Telling | None:
    """ "at the meeting of the Energy Council on May 3": a body's own, on a day that is told."""
    of = prepositions(token, "of")
    if not of or entry.kind == "call":
        return None
    own = after(of[0], cast)
    pointing = any(len(cast.at(c)) > 1 and own.last <= c.i for c in of[0].children)
    if len(own.members) > 1 and all(cast.is_person(a) for a in own.actors) and not pointing:
        return Telling(token, words.kind(token, entry), sides_of(own), "meeting.noun.between")
    if entry.reach != "trip" and (called := _of_states(own, cast)) is not None:
        return Telling(token, "multilateral", (called,), "meeting.noun.among")
    if not _on_a_day(token, own) or own.groups or len(own.actors) != 1 or not assembled(own, cast):
        return None
    return Telling(token, "multilateral", (*_leading(token, cast), own), "meeting.noun.session")


def _leading(token: Token, cast: Cast) -> tuple[Party, ...]:
    """The person who "chaired a meeting of the council"."""
    verb = token.head
    led = token.dep_ == "dobj" and verb.lemma_ in _CHAIRING and not passive(verb)
    found = subject(verb, cast) if led else Party()
    return (found,) if any(cast.is_person(a) for a in found.actors) else ()


def _of_states(own: Party, cast: Cast) -> Party | None:
    """The states of "a summit of A, B and C", "a meeting of the leaders of A and B"."""
    coming = own.represented()
    states = len(coming.actors) > 1 and all(
        a in cast.by_id and cast.by_id[a].type is ActorType.STATE for a in coming.actors
    )
    return coming if states else None


def _on_a_day(token: Token, own: Party) -> bool:
    """Whether a date follows the noun and its "of" phrase, wherever the parser hung it."""
    beside = [t for c in token.children if c.i > token.i for t in c.subtree]
    beside += token.doc[own.last + 1 : min(own.last + 4, token.sent.end)]
    return any(t.ent_type_ == "DATE" and t.lower_ not in {"annual", "weekly"} for t in beside)


def afterwards(token: Token, entry: words.MeetingNoun, cast: Cast) -> Telling | None:
    """ "After an emergency session, the Security Council called for …": the body's own meeting."""
    carrier = clause(token)
    within = token.dep_ == "pobj" and token.head.lower_ in _SAT and token.head.head == carrier
    if not within or entry.kind == "call" or not indefinite(token):
        return None
    own = subject(carrier, cast)
    if own.groups or not assembled(own, cast):
        return None
    return Telling(token, "multilateral", (own,), "meeting.noun.session")


def session(token: Token, entry: words.MeetingNoun, own: Party, cast: Cast) -> Telling | None:
    """ "the Security Council held an emergency session", "NATO ministers held a meeting"."""
    if entry.kind == "call" or not assembled(own, cast):
        return None
    sides = (own.represented(),)
    return Telling(token, "multilateral", sides, "meeting.noun.session")


def indefinite(token: Token) -> bool:
    """Whether the noun has an indefinite article and is not somebody's ("a visit", "in a call")."""
    return any(c.lower_ in {"a", "an"} for c in token.children) and token.head.lower_ not in {
        "of",
        "by",
    }
