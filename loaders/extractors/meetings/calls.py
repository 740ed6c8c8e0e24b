"""Calls and briefings by who gave them: "took a call from X", "paid a courtesy call on X"."""

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import after, passive, prepositions, subject
from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.telling import Telling
from loaders.reading.cast import Cast

_TAKING = {"receive", "take", "get", "have"}
_PAYING = {"pay", "make"}  # "paid a courtesy call on X"
BRIEFINGS = {"briefing", "update"}


def received_from(token: Token, cast: Cast) -> Telling | None:
    """The call or briefing at `token` that a person took from another."""
    entry = words.noun(token)
    called = entry is not None and entry.kind == "call"
    if not called and token.lemma_.lower() not in BRIEFINGS:
        return None
    verb = token.head
    courtesy = called and verb.lemma_ in _PAYING
    if token.dep_ != "dobj" or passive(verb) or not (courtesy or verb.lemma_ in _TAKING):
        return None
    leading = ("on", "upon") if courtesy else ("from",)
    led = (*prepositions(token, *leading), *prepositions(verb, *leading))
    own, others = subject(verb, cast), after(led[0], cast) if led else Party()
    if not _persons(own, cast) or not _persons(others, cast):
        return None
    kind = "call" if called and not courtesy else "meeting"
    return Telling(token, kind, (own, others), "meeting.noun.from")


def _persons(side: Party, cast: Cast) -> bool:
    return any(cast.is_person(a) for a in side.actors)
