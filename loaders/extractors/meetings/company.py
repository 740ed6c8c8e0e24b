"""Who "they" or "the delegation" are where the cast doesn't know: the last company told."""

from dataclasses import replace

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import clause
from loaders.extractors.meetings.telling import Telling
from loaders.facts import Mention, MentionKind, Span
from loaders.reading.cast import Cast, Reference

_PRONOUNS = {"they", "their", "them"}
_COMPANY = {"delegation", "team", "party", "entourage"}
_TABLE = {"delegations", "sides", "parties", "leaders", "ministers", "presidents", "participants"}
_PAIR = 2
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}


def with_company(cast: Cast, tellings: tuple[Telling, ...], tokens: tuple[Token, ...]) -> Cast:
    """`cast` with references for those unnamed phrases, each to the last company before it."""
    named = (t for t in tellings if len(_named(t)) > 1 and not _by_pronoun(t))
    told = sorted(named, key=lambda t: t.anchor.i)
    trips = [t for t in tellings if t.kind == "visit"]
    more = []
    for token in tokens:
        known = cast.reference(token)
        if known is not None and known.actors and not _rather_people(token, known.actors, cast):
            continue
        if meant := _meant(token, told, trips, cast):
            span = Span(token.idx, token.idx + len(token))
            mention = Mention(span, MentionKind.DESCRIPTION)
            more.append(Reference(mention, meant))
    return replace(cast, references=(*cast.references, *more)) if more else cast


def _rather_people(token: Token, known: tuple[str, ...], cast: Cast) -> bool:
    """Whether "they" who meet somebody are people told before rather than one body."""
    meets = token.dep_ == "nsubj" and words.verb(token.head, "with") is not None
    return token.lower_ == "they" and meets and len(known) == 1 and not cast.is_person(known[0])


def _foremost(telling: Telling) -> bool:
    """Whether the telling is what its sentence is about, not background ("following a call …")."""
    verb = clause(telling.anchor)
    return verb == verb.sent.root and (verb == telling.anchor or telling.anchor.head == verb)


def _by_pronoun(telling: Telling) -> bool:
    return any(c.lower_ in _PRONOUNS and c.dep_ == "nsubj" for c in telling.anchor.children)


def _named(telling: Telling) -> tuple[str, ...]:
    return _first_side(telling) if telling.kind == "visit" else telling.actors


def _first_side(telling: Telling) -> tuple[str, ...]:
    """Those who go or who receive; nobody where the text names none."""
    return telling.sides[0].actors if telling.sides else ()


def _meant(token: Token, told: list[Telling], trips: list[Telling], cast: Cast) -> tuple[str, ...]:
    word = token.lower_
    if word in _COMPANY and _definite(token):
        before = [t for t in trips if t.anchor.i < token.i]
        return _first_side(before[-1]) if before else ()
    before = [t for t in told if t.anchor.i < token.i]
    before = [t for t in before if _foremost(t)] or before
    if not before:
        return _named_so_far(token, cast) if _meeting_pair(token) else ()
    if word in _PRONOUNS and token.tag_ in {"PRP", "PRP$"}:
        own = _first_side(before[-1])
        going_on = token.dep_ == "nsubj" and words.verb(token.head, "with") is not None
        return own if going_on and len(own) > 1 else _named(before[-1])
    if word in _TABLE and token.text != "Parties" and _definite(token):
        return _counted(token, _named(before[-1]))
    if word in _NUMBERS and token.dep_ == "nsubj" and (word == "both" or _definite(token)):
        named = _named(before[-1])
        return named if len(named) == _NUMBERS[word] else ()
    return ()


def _meeting_pair(token: Token) -> bool:
    """Whether "they" or "the two men" are the subject of a meeting that nobody told of before."""
    if token.dep_ != "nsubj" or token.head.lemma_ != "meet":
        return False  # asked of every word: nearly all end here
    met = words.verb(token.head, "together") is not None
    alone = not any(c.dep_ in {"dobj", "dative"} or c.lower_ == "with" for c in token.head.children)
    around = {c.lower_ for c in token.children}
    pair = token.lower_ == "they" or {"the", "two"} <= around
    return met and alone and pair


def _named_so_far(token: Token, cast: Cast) -> tuple[str, ...]:
    """The persons named up to here, where they are two."""
    named = (r for r in cast.references if r.mention.span.start < token.idx)
    found = tuple(dict.fromkeys(a for r in named for a in r.actors if cast.is_person(a)))
    return found if len(found) == _PAIR else ()


def _definite(token: Token) -> bool:
    """ "the delegation", "the two sides", but not "the leaders of X" or "the Thai leaders"."""
    words = {c.lower_ for c in token.children}
    if not words & {"the", "both", "these"}:
        return False
    plain = {"det", "nummod", "predet", "cc"}
    return all(
        c.dep_ in plain or c.lower_ in _NUMBERS for c in token.children if c.i < token.i
    ) and not any(c.dep_ == "prep" and c.lower_ in {"of", "from"} for c in token.children)


def _counted(token: Token, actors: tuple[str, ...]) -> tuple[str, ...]:
    asked = next((_NUMBERS[c.lower_] for c in token.children if c.lower_ in _NUMBERS), None)
    return actors if asked is None or asked == len(actors) else ()
