"""Invitations to a meeting noun: "invited X to talks in Y", "was invited by Y to a summit"."""

from spacy.tokens import Token

from loaders.extractors.meetings.clauses import after, passive, phrase, prepositions, subject
from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.telling import Telling
from loaders.extractors.meetings.words import MeetingNoun
from loaders.reading.cast import Cast


def invited(token: Token, entry: MeetingNoun, cast: Cast) -> Telling | None:
    """The meeting of the inviter with those invited; the standing says that it is open."""
    verb = token.head.head
    led = token.dep_ == "pobj" and token.head.lower_ in {"to", "for"}
    if not led or verb.lemma_ != "invite" or verb.pos_ != "VERB":
        return None
    hosts, guests = _by(verb, cast) if passive(verb) else _of(verb, cast)
    persons = [a for a in guests.actors if cast.is_person(a)]
    if not hosts.actors or not persons or set(persons) & set(hosts.actors):
        return None
    return Telling(token, entry.kind, (hosts, guests), "meeting.noun.invited")


def _by(verb: Token, cast: Cast) -> tuple[Party, Party]:
    by = prepositions(verb, "by")
    return (after(by[0], cast) if by else Party()), subject(verb, cast)


def _of(verb: Token, cast: Cast) -> tuple[Party, Party]:
    asked = [c for c in verb.children if c.dep_ == "dobj"]
    return subject(verb, cast), phrase(asked[0], cast) if asked else Party()
