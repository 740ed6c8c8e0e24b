"""Verbs of going: travelled to, arrived in, left for, is due in, led a delegation to."""

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import after, passive, prepositions, subject
from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.telling import Telling
from loaders.extractors.places import Place, place_at, places_from, unlisted
from loaders.reading.cast import Cast

_FRAMES = {"travel": ("to", "into"), "arrive": ("in", "at"), "leave": ("for",)}
_LEADING = {"lead", "head"}
_COUNTED = {"nation", "country", "state", "city", "capital", "stop", "island"}
_COMPANY = {"delegation", "team", "mission", "group"}


def travelled(verb: Token, cast: Cast) -> Telling | None:
    """The trip that a verb of going tells, with those who go along."""
    if _led(verb):
        stops = _stops(verb, "to")
    elif passive(verb):
        stops = _stops(verb, "in", "at") if awaited(verb) else ()
    else:
        stops = _gone_to(verb)
    if not stops or any(stop.sort == "ending" or _person(stop, verb, cast) for stop in stops):
        return None
    own = subject(verb, cast)
    if not any(cast.is_person(a) for a in own.actors):
        return None
    others = _along(verb, cast)
    return Telling(verb, "visit", (own + others,), "meeting.verb.travel", goal=stops)


def _person(stop: Place, verb: Token, cast: Cast) -> bool:
    """Whether the name gone to is a person's."""
    there = (t for t in verb.sent if stop.span.start <= t.idx < stop.span.end)
    return any(cast.is_person(a) for t in there for a in cast.at(t))


def awaited(token: Token) -> bool:
    """Whether somebody is "expected" or "due" somewhere, and not to do something."""
    told = words.status("awaited", token) is not None
    return told and not any(c.dep_ in {"xcomp", "ccomp", "acl"} for c in token.children)


def _led(verb: Token) -> bool:
    """ "led a delegation to X"."""
    led = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in _COMPANY]
    return verb.lemma_ in _LEADING and bool(led)


def _gone_to(verb: Token) -> tuple[Place, ...]:
    if words.verb(verb, "arrive") and (stop := place_at(verb.doc, verb.i + 1, verb.sent.end)):
        return (stop,)
    for frame, leading in _FRAMES.items():
        if words.verb(verb, frame) and (frame != "travel" or not _objects(verb)):
            return _stops(verb, *leading)
    due = next((c for c in verb.children if c.dep_ == "acomp" and awaited(c)), None)
    return _stops(due, "in", "at") if due is not None and verb.lemma_ == "be" else ()


def _stops(verb: Token, *leading: str) -> tuple[Place, ...]:
    """Where the trip goes: also where the parser hung the preposition on the object."""
    below = [g for c in verb.children if c.dep_ == "dobj" for g in c.subtree if g.dep_ == "prep"]
    leads = [p for p in (*prepositions(verb, *leading), *below) if p.lower_ in leading]
    gone_to = [places_from(verb.doc, p.i + 1, verb.sent.end) for p in leads]
    gone_to += [_listed(p) for p in leads]
    gone_to += [(place,) for p in leads if (place := unlisted(p))]
    return next((stops for stops in gone_to if stops), ())


def _listed(preposition: Token) -> tuple[Place, ...]:
    """The places after a colon: "to three island nations: A, B and C"."""
    for noun in (c for c in preposition.children if c.lemma_ in _COUNTED):
        end = preposition.sent.end
        if noun.i + 1 < end and noun.nbor(1).text in {":", ",", "—", "–"}:
            return places_from(noun.doc, noun.i + 2, end)
    return ()


def _along(verb: Token, cast: Cast) -> Party:
    """Those who travel with the traveller: "flew to X with Y"."""
    with_ = prepositions(verb, "with", "alongside")
    found = after(with_[0], cast) if with_ else Party()
    return found if any(cast.is_person(a) for a in found.actors) else Party()


def _objects(verb: Token) -> bool:
    return any(c.dep_ == "dobj" for c in verb.children)
