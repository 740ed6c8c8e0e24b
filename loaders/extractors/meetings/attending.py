"""Who sat at talks that leave it to the clause: "took part in talks", "in their meeting"."""

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import after, clause, passive, prepositions, subject
from loaders.extractors.meetings.party import Party, assembled, facing, sides_of
from loaders.extractors.meetings.telling import Telling
from loaders.reading.cast import Cast

_TAKING = {"participate", "take", "join"}
_WITHIN = {"at", "in", "during", "after", "following"}
_PRESS = {"press", "news"}
_SERIES = {"round", "series", "day", "hour", "week"}
_PARTIES = {"of", "with", "between", "among", "by", "for", "on"}
_DETERMINERS = {"a", "an"}


def took_part(token: Token, entry: words.MeetingNoun, cast: Cast) -> Telling | None:
    """ "A and B attended a meeting", "officials of A and B took part in the talks"."""
    head = token.head
    verb = head.head if token.dep_ == "pobj" and head.lower_ == "in" else head
    attended = token.dep_ == "dobj" and verb.lemma_ == "attend"
    if not attended and not (head != verb and verb.lemma_ in _TAKING):
        return None
    return _of(token, entry, subject(verb, cast), cast)


def within(token: Token, entry: words.MeetingNoun, cast: Cast) -> Telling | None:
    """ "During their meeting, A and B …", "at a joint news conference, A and B …"."""
    carrier = clause(token)
    noun = token.head.head if _of_series(token) else token
    led = noun.dep_ == "pobj" and noun.head.lower_ in _WITHIN and noun.head.head == carrier
    if not led or words.verb(carrier, "together") or words.verb(carrier, "with"):
        return None
    by = prepositions(carrier, "by") if passive(carrier) else ()
    own = after(by[0], cast) if by else subject(carrier, cast)
    if _their(token) or _joint(token):
        return _of(token, entry, own, cast)
    return _of(token, entry, own, cast) if _new(noun, token) and facing(own) else None


def _of_series(token: Token) -> bool:
    """ "after three days of talks"."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in _SERIES


def _new(noun: Token, token: Token) -> bool:
    """Whether the noun tells of talks not told before, whose parties it leaves to the clause."""
    children = (*noun.children, *token.children)
    pressed = any(c.lower_ in _PRESS for c in token.children)
    led = any(c.dep_ == "prep" and c.lower_ in _PARTIES for c in children)
    marked = [c for c in noun.children if c.dep_ in {"det", "poss"}]
    pointing = any(c.lower_ not in _DETERMINERS for c in marked)
    return not pressed and not pointing and (not led or _of_series(token))


def _their(token: Token) -> bool:
    return any(c.lower_ == "their" for c in token.children)


def _joint(token: Token) -> bool:
    """Whether all of the clause's subject faced the press: a joint conference stands for talks."""
    told = {c.lower_ for c in token.children}
    return "joint" in told and bool(told & _PRESS) and bool(told & _DETERMINERS)


def _of(token: Token, entry: words.MeetingNoun, own: Party, cast: Cast) -> Telling | None:
    kind = words.kind(token, entry)
    if facing(own):
        return Telling(token, kind, sides_of(own), "meeting.noun.within")
    if entry.kind == "call" or not assembled(own, cast):
        return None
    return Telling(token, "multilateral", (own.represented(),), "meeting.noun.session")
