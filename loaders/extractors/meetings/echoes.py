"""What later sentences add to a meeting told: who else was there, that it was called off."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import after, passive, prepositions
from loaders.extractors.meetings.parties import party
from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.telling import Telling
from loaders.reading.cast import Cast

_INCLUDING = {"include", "feature", "involve", "comprise", "unite"}
_CHAIRING = {"chair", "co-chair", "cochair", "lead", "head", "host", "convene", "moderate"}
_CHAIRING |= {"open", "attend", "organize", "organise"}
_ATTENDING = {"attend", "join"}
_TAKING_PART = {"participant", "attendee", "delegation"}
ACCEPTED = "meeting.echo.accepted"
_SETTLED = {"cancelled", "postponed", "declined"}
_DEFINITE = {"the", "this", "these", "both", "that"}


def told_by_echo(token: Token, cast: Cast) -> Iterator[Telling]:
    """What a verb with "the meeting" as its subject or object adds."""
    if token.pos_ != "VERB":
        return
    if (invitation := _accepted(token)) is not None:
        yield Telling(invitation, "visit", (), ACCEPTED, definite=True)
        return
    subjects = [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if not subjects or not _points_back(subjects[0]):
        return
    kind = _kind(subjects[0])
    if chairing := _chaired(subjects[0], cast):
        yield Telling(subjects[0], kind, (chairing,), "meeting.echo.chaired", definite=True)
    if added := _added(token, cast):
        yield Telling(token, kind, (added,), "meeting.echo.included", definite=True)
    elif passive(token) and words.status("taker", token) in _SETTLED and _kind(subjects[0]):
        yield Telling(subjects[0], kind, (), "meeting.echo.settled", definite=True)
    elif token.lemma_ in {"hold", "take"} and (passive(token) or _takes_place(token)):
        yield Telling(subjects[0], kind, (), "meeting.echo.held", definite=True)


def _accepted(verb: Token) -> Token | None:
    """The invitation of "the invitation was accepted", "X accepted the invitation"."""
    if verb.lemma_ != "accept":
        return None
    taken = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    pointing = (c for c in taken if c.lemma_ == "invitation" and not prepositions(c, "to"))
    return next((c for c in pointing if any(d.lower_ in _DEFINITE for d in c.children)), None)


def _points_back(noun: Token) -> bool:
    told = words.noun(noun) is not None or noun.lemma_ in _TAKING_PART
    plain = noun.lemma_ in _TAKING_PART or any(c.lower_ in _DEFINITE for c in noun.children)
    return told and plain and not prepositions(noun, "with", "between", "of")


def _chaired(noun: Token, cast: Cast) -> Party | None:
    """Those named in "the meeting, chaired by X, …"."""
    for child in noun.children:
        led = child.dep_ in {"acl", "relcl"} and child.lemma_ in _CHAIRING and child.tag_ == "VBN"
        if led and (by := prepositions(child, "by")):
            found = after(by[0], cast)
            return found if any(cast.is_person(a) for a in found.actors) else None
    return None


def _kind(noun: Token) -> str:
    entry = words.noun(noun)
    return entry.kind if entry else "meeting"


def _added(verb: Token, cast: Cast) -> Party | None:
    found = Party()
    bringing = verb.lemma_ == "bring" and any(c.lower_ == "together" for c in verb.children)
    if (verb.lemma_ in _INCLUDING or bringing) and not passive(verb):
        found = party(verb.doc, _first(verb), verb.sent.end, cast)
    elif verb.lemma_ in _ATTENDING and passive(verb) and (by := prepositions(verb, "by")):
        found = after(by[0], cast)
    return found if found.actors else None


def _first(verb: Token) -> int:
    start = verb.i + 1
    while start < verb.sent.end and verb.doc[start].lower_ in {":", ",", "together"}:
        start += 1
    return start


def _takes_place(verb: Token) -> bool:
    return verb.lemma_ == "take" and any(c.lower_ == "place" for c in verb.children)
