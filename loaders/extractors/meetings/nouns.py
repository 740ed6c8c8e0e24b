"""Nouns that tell a coming together: "a meeting between A and B", "her visit to"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.attending import took_part, within
from loaders.extractors.meetings.clauses import (
    after,
    clause,
    passive,
    phrase,
    possessor,
    prepositions,
    subject,
)
from loaders.extractors.meetings.firstperson import speaker_at
from loaders.extractors.meetings.holders import holder
from loaders.extractors.meetings.inviting import invited
from loaders.extractors.meetings.party import Party, facing, sides_of
from loaders.extractors.meetings.sessions import afterwards, indefinite, of_body, session
from loaders.extractors.meetings.telling import Telling
from loaders.reading.cast import Cast

_REACH = 6
_SERIES = {"round", "series", "day"}
_PRESS = {"press", "news"}
_RELATIVE = {"WDT", "WP"}
_HONOURING = {"reception", "dinner", "lunch", "luncheon", "fundraiser", "breakfast"}
COUPLED = "meeting.noun.coupled"
_MEDIATING = {"mediate", "broker", "facilitate"}
_VERBS = {"VERB", "AUX"}


def told_by_noun(token: Token, cast: Cast) -> Iterator[Telling]:
    """What the meeting noun at `token` tells; at most one rule speaks."""
    entry = words.noun(token)
    if (
        entry is None
        or entry.reach == "trip"
        or part_of_name(token, cast)
        or _press_conference(token)
    ):
        return
    if token.dep_ in {"compound", "amod", "nmod"}:
        return
    if entry.reach == "social":
        found = _with(token, entry, cast)
        if found and len([a for a in found.actors if cast.is_person(a)]) > 1:
            yield found
        return
    pair = (
        _between,
        _with,
        _had,
        of_body,
        invited,
        _addressed,
        _coupled,
        _shared,
        _own_kind,
        took_part,
        within,
        afterwards,
    )
    for rule in pair:
        if found := rule(token, entry, cast):
            if not any(side.press for side in found.sides):
                yield found
            return


def part_of_name(token: Token, cast: Cast) -> bool:
    """Whether the noun only belongs to a name that the cast knows."""
    reference = cast.reference(token)
    return reference is not None and bool(reference.actors)


def _press_conference(token: Token) -> bool:
    """A press conference is none by itself, a joint one stands for the talks before it."""
    pressed = any(c.lower_ in _PRESS for c in token.children)
    return pressed and not any(c.lower_ == "joint" for c in token.children)


def _between(token: Token, entry: words.MeetingNoun, cast: Cast) -> Telling | None:
    """ "a meeting between A and B", "a meeting will be held between A and B"."""
    found = [*prepositions(token, "between", "among"), *_behind(token)]
    carrier = token.head
    if not found and token.dep_ == "nsubj" and carrier.lemma_ == "be":
        counted = [c for c in carrier.children if c.dep_ in {"attr", "acomp"}]
        found = [p for c in counted for p in prepositions(c, "between")]  # "was the first between"
    if not found and carrier.pos_ in _VERBS and token.dep_ in {"nsubjpass", "dobj", "nsubj"}:
        found = [*prepositions(carrier, "between", "among")]
    if not found:
        return None
    both = after(found[0], cast, several=True)
    both = both if both.actors else both.represented()
    if len(both.members) + len(both.groups) < 2 or not both.actors:
        return None
    apart = tuple(Party((m,), last=both.last) for m in both.members)
    sides = (both,) if both.groups else apart
    hosts, mediators = _hosts(token, cast), _mediators(token, cast)
    sides += (hosts,) if hosts.actors else ()
    return Telling(
        token,
        words.kind(token, entry),
        sides,
        "meeting.noun.between",
        hosts=hosts.actors,
        mediators=mediators.actors,
    )


def _behind(token: Token) -> list[Token]:
    """The "between" of "talks mediated by A between B and C"."""
    clauses = [c for c in token.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    return [p for c in clauses for t in (c, *c.subtree) for p in prepositions(t, "between")][:1]


def _hosts(token: Token, cast: Cast) -> Party:
    """Who "hosted talks between A and B"."""
    top = token.head.head if of_series(token) else token
    verb = top.head
    hosted = top.dep_ == "dobj" and verb.lemma_ == "host" and not passive(verb)
    return subject(verb, cast) if hosted else Party()


def of_series(token: Token) -> bool:
    """Whether the noun is told as one of several: "a second round of talks"."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in _SERIES


def _mediators(token: Token, cast: Cast) -> Party:
    """Who brokered the meeting: "mediated talks between", "talks facilitated by"."""
    verb = token.head
    if token.dep_ == "dobj" and verb.lemma_ in _MEDIATING and not passive(verb):
        return subject(verb, cast)
    for child in token.subtree:
        if child.lemma_ in _MEDIATING and (by := prepositions(child, "by")):
            return after(by[0], cast)
    return Party()


def follow(token: Token, *sought: str) -> Token | None:
    """The preposition of the noun, also where the parser hung it elsewhere."""
    own = prepositions(token, *sought)
    if own:
        return own[0]
    for after_ in token.doc[token.i + 1 : min(token.i + _REACH, token.sent.end)]:
        if after_.lower_ in sought:
            return after_
        if after_.pos_ in {"VERB", "AUX", "SCONJ", "PUNCT", "CCONJ"} or words.noun(after_):
            return None
    return None


def _with(token: Token, entry: words.MeetingNoun, cast: Cast) -> Telling | None:
    preposition = follow(token, "with") or _honouring(token) or _including(token)
    if preposition is None:
        return None
    others = after(preposition, cast)
    own = holder(token, cast)
    if own.empty and entry.reach == "event" and len(others.members) > 1:
        return Telling(token, entry.kind, (others,), "meeting.noun.among")
    if own.empty and token.dep_ == "ROOT":
        own = Party((speaker_at(token, cast),))
    if others.empty or own.empty or not (own.actors or others.actors):
        return None
    if set(own.actors) == set(others.actors) and not others.groups:
        return None
    return Telling(token, words.kind(token, entry), (own, others), "meeting.noun.with")


def _including(token: Token) -> Token | None:
    """The "with" of "a series of meetings, including with X"."""
    series = token.head.head if token.head.lower_ == "of" else token
    for noun in (token, series):
        for child in (c for c in noun.children if c.lower_ == "including"):
            if led := prepositions(child, "with"):
                return led[0]
    return None


def _honouring(token: Token) -> Token | None:
    """The "for" of "a reception for X"."""
    honours = token.lemma_.lower() in _HONOURING
    return next(iter(prepositions(token, "for")), None) if honours else None


def _addressed(token: Token, entry: words.MeetingNoun, cast: Cast) -> Telling | None:
    """ "In a call on Monday, A urged B to act": those who speak there to each other."""
    carrier = clause(token)
    leading = {"in", "during", "at"} if carrier.lemma_ == "tell" else {"in", "during"}
    within = token.dep_ == "pobj" and token.head.lower_ in leading
    if not within or not indefinite(token) or token.head.head != carrier:
        return None
    own = subject(carrier, cast)
    addressed = [c for c in carrier.children if c.dep_ in {"dobj", "dative"}]
    addressed += [c for c in _below(carrier) if c.dep_ == "nsubj"]
    others = phrase(addressed[0], cast) if addressed else Party()
    persons = [a for a in others.actors if cast.is_person(a)]
    if not own.actors or not persons or set(persons) & set(own.actors):
        return None
    kind = words.kind(token, entry)
    return Telling(token, kind, (own, others), "meeting.noun.addressed")


def _below(verb: Token) -> list[Token]:
    """The children of the verb's infinitive, where its object is read as their subject."""
    return [c for child in verb.children if child.dep_ == "ccomp" for c in child.children]


def _coupled(token: Token, entry: words.MeetingNoun, cast: Cast) -> Telling | None:
    """ "the Xi-Putin summit": two names before the noun, joined by a hyphen or dash."""
    if entry.weak and token.pos_ != "PROPN":
        return None
    before = token.doc[token.left_edge.i : token.i]
    if not any(dash in t.text for t in before for dash in "-–"):
        return None
    named = cast.within(before) if len(before) else ()
    if len(named) != 2 or any(t.tag_ == "POS" for t in before):
        return None
    sides = tuple(Party(((actor,),)) for actor in named)
    return Telling(token, words.kind(token, entry), sides, COUPLED)


def _shared(token: Token, entry: words.MeetingNoun, cast: Cast) -> Telling | None:
    """ "their meeting", "A and B's talks": the owners met each other, as told elsewhere."""
    owners = [c for c in token.children if c.dep_ == "poss"]
    if not owners:
        return None
    own = possessor(owners[0], cast)
    if len(own.actors) < 2:
        return None
    kind = words.kind(token, entry)
    return Telling(token, kind, (own,), "meeting.noun.shared", definite=True)


def _own_kind(token: Token, entry: words.MeetingNoun, cast: Cast) -> Telling | None:
    """ "A and B held talks": a plural subject and a light verb."""
    noun = token
    if of_series(token):
        noun = token.head.head
    head = noun.head
    if noun.dep_ != "dobj" or words.verb(head, "light") is None:
        return None
    own = subject(head, cast)
    if not facing(own):
        return session(token, entry, own, cast)
    return Telling(token, words.kind(token, entry), sides_of(own), "meeting.noun.light")


def _had(token: Token, _: words.MeetingNoun, cast: Cast) -> Telling | None:
    """ "the lunch that A was to have with B": who has it stands in the clause on the noun."""
    for child in token.children:
        subjects = [c for c in child.children if c.dep_ == "nsubj" and c.tag_ not in _RELATIVE]
        having = [t for t in child.subtree if t.lemma_ in {"have", "hold"} and t.pos_ == "VERB"]
        if child.dep_ != "relcl" or not subjects or not having:
            continue
        leading = [p for verb in (child, *having) for p in prepositions(verb, "with")]
        others = after(leading[0], cast) if leading else Party()
        own = phrase(subjects[0], cast)
        if own.actors and not others.empty:
            return Telling(token, "meeting", (own, others), "meeting.noun.with")
    return None
