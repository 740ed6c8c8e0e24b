"""Verbs that tell a coming together by what is done there: joined for lunch, discussed with."""

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import after, passive, phrase, prepositions, subject
from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.telling import Telling
from loaders.extractors.places import after_preposition
from loaders.reading.cast import Cast

_REMOTE = {"phone", "telephone", "video", "videoconference", "call"}
_THERE = {"for", "in", "at", "during"}
_REACH = 12
_TIMES = {"hour", "minute", "day", "morning", "afternoon", "evening", "night", "time"}


def spent_with(verb: Token, cast: Cast) -> Telling | None:
    """ "spent four hours with X": two who pass time together meet."""
    if verb.lemma_ != "spend" or passive(verb):
        return None
    timed = any(c.dep_ in {"dobj", "npadvmod"} and c.lemma_ in _TIMES for c in verb.children)
    preposition = _with(verb) if timed else None
    if preposition is None:
        return None
    own, others = subject(verb, cast), after(preposition, cast)
    if not _two_persons(own, others, cast) or set(own.actors) & set(others.actors):
        return None
    return Telling(verb, "meeting", (own, others), "meeting.verb.spent")


def joined_in(verb: Token, cast: Cast) -> Telling | None:
    """ "joined X for a lunch", "was joined by X at the talks"."""
    if verb.lemma_ != "join":
        return None
    noun = _occasion(verb)
    if noun is None and not (passive(verb) and _in_town(verb)):
        return None
    own = subject(verb, cast)
    if passive(verb):
        by = [*prepositions(verb, "by"), *(_further(noun) if noun is not None else ())]
        others = after(by[0], cast) if by else Party()
    else:
        met = [c for c in verb.children if c.dep_ == "dobj" and words.noun(c) is None]
        others = phrase(met[0], cast) if met else Party()
    if not _two_persons(own, others, cast):
        return None
    with_ = prepositions(noun, "with") if noun is not None else ()
    further = after(with_[0], cast) if with_ else Party()
    if further.actors and not set(further.actors) & {*own.actors, *others.actors}:
        own, others = own + others, further  # "was joined by Y for talks with Z"
    entry = words.noun(noun) if noun is not None else None
    kind = entry.kind if entry else "meeting"
    return Telling(verb, kind, (own, others), "meeting.verb.joined")


def _in_town(verb: Token) -> bool:
    """Whether the clause names the town: "will be joined in Oslo by X"."""
    stops = (after_preposition(p) for p in prepositions(verb, "in", "at"))
    return any(stop is not None and stop.sort in {"city", "venue"} for stop in stops)


def _further(noun: Token) -> tuple[Token, ...]:
    """The "by" hung on the occasion; in "his meetings" it leads to his own staff."""
    owned = any(c.dep_ == "poss" for c in noun.children)
    return () if owned else prepositions(noun, "by")


def _occasion(verb: Token) -> Token | None:
    """The meeting noun that somebody was joined for."""
    for token in verb.subtree:
        entry = words.noun(token)
        led_to = token.dep_ == "pobj" and token.head.lower_ in _THERE and token.i > verb.i
        if led_to and entry is not None and entry.reach != "trip":
            return token
    return None


def discussed_with(verb: Token, cast: Cast) -> Telling | None:
    """ "discussed the treaty with X": people who discuss something with people talked to them."""
    if verb.lemma_ != "discuss" or passive(verb):
        return None
    preposition = _with(verb)
    if preposition is None:
        return None
    own, others = subject(verb, cast), after(preposition, cast)
    if not _two_persons(own, others, cast) and not _counterparts(preposition, own, cast):
        return None
    if set(own.actors) & set(others.actors):
        return None
    kind = "call" if any(t.lemma_.lower() in _REMOTE for t in verb.subtree) else "meeting"
    return Telling(verb, kind, (own, others), "meeting.verb.discussed")


def _counterparts(preposition: Token, own: Party, cast: Cast) -> bool:
    """Whether a person is "with" unnamed holders of offices: "with his G7 counterparts"."""
    led_to = [c for c in preposition.children if c.dep_ == "pobj"]
    persons = any(cast.is_person(a) for a in own.actors)
    return persons and any(t.lemma_.lower() == "counterpart" for t in led_to)


def _with(verb: Token) -> Token | None:
    """The "with" of the verb, or of the end of its object."""
    if own := prepositions(verb, "with"):
        return own[0]
    for token in verb.doc[verb.i + 1 : min(verb.i + _REACH, verb.sent.end)]:
        if token.lower_ == "with" and token.head.pos_ in {"NOUN", "PROPN"}:
            return token if words.noun(token.head) is None else None
        if token.pos_ in {"VERB", "AUX", "SCONJ"} or token.text in {",", ";"}:
            return None
    return None


def _two_persons(own: Party, others: Party, cast: Cast) -> bool:
    return all(any(cast.is_person(a) for a in side.actors) for side in (own, others))
