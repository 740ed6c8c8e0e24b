"""Verbs that tell a coming together: met, spoke with, hosted, visited, called, attended."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.appearing import acted_together, appeared_with, briefed
from loaders.extractors.meetings.beside import discussed_with, joined_in, spent_with
from loaders.extractors.meetings.clauses import (
    after,
    inviter,
    passive,
    phrase,
    prepositions,
    subject,
)
from loaders.extractors.meetings.courtesies import (
    accredited,
    called_on,
    invited_to,
    opposite,
    seeing,
)
from loaders.extractors.meetings.hosting import hosted, someone
from loaders.extractors.meetings.party import Party, assembled, facing, sides_of
from loaders.extractors.meetings.placing import places_of
from loaders.extractors.meetings.telling import Telling
from loaders.extractors.meetings.travels import travelled
from loaders.extractors.places import Place, places_from
from loaders.reading.cast import Cast

_PAIR = 2
_REACH = 8  # words between a verb and its "with": "met today in Geneva with"
_JOINED = 2  # words between two verbs of one object: "called and congratulated X"
_POINTING = {"both", "all", "these", "those", "they"}
_NUMBERS = {"two", "three", "four", "five", "six", "sides", "delegations", "leaders"}
_FACE_TO_FACE = {"person", "sidelines", "margins"}
_ADDRESSING = ("at", "in", "to", "for", "with", "against", "before")  # "A and B spoke at …"


def told_by_verb(token: Token, cast: Cast) -> Iterator[Telling]:
    """What the verb at `token` tells by itself; at most one rule speaks."""
    if token.pos_ not in {"VERB", "AUX"} or _qualifying(token):
        return
    for rule in (
        _with,
        _object,
        _together,
        hosted,
        _visited,
        travelled,
        joined_in,
        discussed_with,
        spent_with,
        appeared_with,
        acted_together,
        briefed,
        called_on,
        seeing,
        accredited,
        opposite,
        invited_to,
    ):
        if found := rule(token, cast):
            if not any(side.press for side in found.sides):
                yield found
                yield from _next(found, cast)
            return


def _qualifying(verb: Token) -> bool:
    """Whether a participle stands before a noun; a finite verb may only be read so."""
    finite = verb.tag_ == "VBD" and any(c.dep_ == "nsubj" for c in verb.children)
    return verb.dep_ in {"amod", "compound"} and not finite


def _next(first: Telling, cast: Cast) -> Iterator[Telling]:
    """ "… and with B on Friday": a further companion, met at another time."""
    if first.rule != "meeting.verb.with":
        return
    led = [c for c in first.anchor.children if c.dep_ == "prep"]
    for further in (c for one in led for c in one.children if c.dep_ == "conj"):
        others = after(further, cast)
        new = set(others.actors) - set(first.actors)
        if further.lower_ in {"with", "to"} and any(cast.is_person(a) for a in new):
            yield replace(first, sides=(first.sides[0], others), focus=further)


def _companion(verb: Token, *words_: str) -> Token | None:
    """The "with" of the verb, also where the parser hung it elsewhere."""
    own = prepositions(verb, *words_)
    if own:
        return own[0]
    for joined in (c for c in verb.children if c.dep_ == "conj" and c.i - verb.i <= _JOINED):
        if shared := prepositions(joined, *words_):
            return shared[0]
    for token in verb.doc[verb.i + 1 : min(verb.i + _REACH, verb.sent.end)]:
        if token.lower_ in words_ and token.tag_ != "TO":
            return token
        if token.pos_ in {"VERB", "AUX", "SCONJ"} or token.text in {",", ";"}:
            return None
        if token.dep_ in {"dobj", "pobj"} and words.noun(token):
            return None
    return None


def _with(verb: Token, cast: Cast) -> Telling | None:
    entry = words.verb(verb, "with")
    if entry is None or passive(verb):
        return None
    companions = ("with", "to") if verb.lemma_ in {"speak", "talk"} else ("with",)
    preposition = _companion(verb, *companions)
    if preposition is None:
        return None
    others, own = after(preposition, cast), subject(verb, cast)
    if not own.actors and own.behind:
        others, own = others.represented(), own.represented()
    if others.actors and set(others.actors) <= set(own.actors):
        others = Party((), others.groups) + inviter(verb, cast)
    if not _two_sides(own, others, cast) or set(own.actors) == set(others.actors):
        return None
    if verb.lemma_ == "negotiate" and not (_people(own, cast) or _people(others, cast)):
        return None  # a state of dealings between states, no coming together
    if preposition.lower_ == "to" and not others.actors and not _in_office(preposition):
        return None  # a speech to a crowd
    telling = Telling(verb, entry.kind, (own, others), "meeting.verb.with")
    if entry.kind == "call" and (_in_person(verb) or _in_one_place(telling)):
        return replace(telling, kind="meeting")
    return telling


def _in_office(preposition: Token) -> bool:
    """Whether those spoken to hold an office: "spoke to the governors of A and B"."""
    return any(words.people(c) == "office" for c in preposition.children if c.dep_ == "pobj")


def _two_sides(own: Party, others: Party, cast: Cast) -> bool:
    """Whether an actor has met somebody, or unnamed people a person."""
    if own.actors:
        return not others.empty
    told = [group for group in own.groups if not _told_before(group.label)]
    return bool(told) and _people(others, cast)


def _told_before(label: str) -> bool:
    """Whether the words point to people told of before: "the three leaders", "both sides"."""
    first, *others = label.lower().split()
    return first in _POINTING or (first == "the" and bool(set(others) & _NUMBERS))


def _people(side: Party, cast: Cast) -> bool:
    return any(cast.is_person(actor) for actor in side.actors)


def _in_one_place(telling: Telling) -> bool:
    """Whether those who spoke did so in a town, and not by telephone."""
    by = prepositions(telling.anchor, "by", "over", "via")
    return not by and any(place.sort in {"city", "venue"} for place in places_of(telling))


def _in_person(verb: Token) -> bool:
    """Whether those who spoke were in one place, or say that they were not on the telephone."""
    for preposition in prepositions(verb, "in", "at", "on", "during"):
        led_to = [c for c in preposition.children if c.dep_ == "pobj"]
        if any(t.lower_ in _FACE_TO_FACE or _gathering(t) for t in led_to):
            return True
        if preposition.lower_ == "at" and any(t.text.isupper() for t in led_to):
            return True
    return any(t.lower_ == "face" and t.nbor(1).lower_ in {"-", "to"} for t in verb.children)


def _predicates(child: Token) -> bool:
    """Whether the child says what somebody is called or called on to do; "to" tells a purpose."""
    if child.dep_ == "xcomp":
        return not any(c.lower_ == "to" for c in child.children)
    return child.dep_ in {"prt", "oprd", "ccomp"}


def _objects(verb: Token) -> list[Token]:
    """The objects of the verb, or those it shares with the verb joined to it."""
    own = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    if own or any(c.dep_ == "prep" for c in verb.children):
        return own
    joined = [c for c in verb.children if c.dep_ == "conj" and c.i - verb.i <= _JOINED]
    return [g for c in joined for g in c.children if g.dep_ == "dobj"]


def _gathering(token: Token) -> bool:
    entry = words.noun(token)
    return entry is not None and entry.kind != "call"


def _asking(preposition: Token) -> bool:
    """Whether "on" or "for" leads to who is called on or what is called for, and not to a day."""
    led_to = [c for c in preposition.children if c.dep_ == "pobj"]
    return not any(t.ent_type_ in {"DATE", "TIME"} for t in led_to)


def _object(verb: Token, cast: Cast) -> Telling | None:
    entry = words.verb(verb, "object")
    if entry is None or any(_predicates(c) for c in verb.children):
        return None
    if entry.kind == "call" and any(_asking(p) for p in prepositions(verb, "for", "on")):
        return None
    if passive(verb):
        return None
    met = [c for c in _objects(verb) if someone(c, cast)]
    if not met:
        return None
    others, own = phrase(met[0], cast), subject(verb, cast)
    if not own.actors and own.behind and entry.kind == "meeting":
        others, own = others.represented(), own.represented()
    if not _two_sides(own, others, cast) or (met[0].dep_ == "dative" and entry.kind == "meeting"):
        return None
    if entry.kind == "call" and not any(cast.is_person(a) for a in others.actors):
        return None
    return Telling(verb, entry.kind, (own, others), "meeting.verb.object")


def _together(verb: Token, cast: Cast) -> Telling | None:
    """A plural subject alone: "the two leaders met"."""
    entry = words.verb(verb, "together")
    if entry is None or passive(verb):
        return None
    if entry.kind == "call" and prepositions(verb, *_ADDRESSING):
        return None
    if any(c.dep_ in {"dobj", "dative"} for c in verb.children):
        return None
    own = subject(verb, cast)
    if verb.dep_ == "relcl" and len(own.actors) == 1 and verb.head.dep_ == "conj":
        own = phrase(verb.head.head, cast)  # "A and B, who met": both met
    if own.behind and assembled(own, cast):
        kind = entry.kind if len(own.represented().actors) == _PAIR else "multilateral"
        return Telling(verb, kind, (own.represented(),), "meeting.verb.body")
    if facing(own):
        return Telling(verb, entry.kind, sides_of(own), "meeting.verb.plural")
    if entry.kind == "call" or not assembled(own, cast):
        return None
    return Telling(verb, "multilateral", (own,), "meeting.verb.body")


def _visited(verb: Token, cast: Cast) -> Telling | None:
    if words.verb(verb, "visit") is None or passive(verb):
        return None
    seen = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    own = subject(verb, cast)
    if not seen or not own.actors:
        return None
    stops = places_from(verb.doc, seen[0].left_edge.i, verb.sent.end) or _town_of(seen[0])
    hosts = Party() if stops else phrase(seen[0], cast)
    if (
        not stops
        and hosts.empty
        and not any(t.ent_type_ in {"GPE", "FAC"} for t in seen[0].subtree)
    ):
        return None
    inviting = inviter(verb, cast)
    hosts += inviting
    sides = (own,) if hosts.empty else (own, hosts)
    return Telling(verb, "visit", sides, "meeting.verb.visit", goal=stops)


def _town_of(seen: Token) -> tuple[Place, ...]:
    """The place in "the home town of X", "the capital, X"."""
    of = prepositions(seen, "of") if words.people(seen) is None else ()
    return places_from(of[0].doc, of[0].i + 1, of[0].sent.end)[:1] if of else ()
