"""Trips by their nouns: "her visit to X", "the visit of A to B", "on a trip to C"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import after, clause, possessor, prepositions, subject
from loaders.extractors.meetings.nouns import follow, part_of_name
from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.sessions import indefinite
from loaders.extractors.meetings.telling import Telling
from loaders.extractors.places import Place, place_at, places_from, unlisted
from loaders.reading.cast import Cast

_JOURNEYING = {"during", "on", "after", "following", "before", "for"}
_CLAUSES = 3
_VERBS = {"VERB", "AUX"}


def told_by_trip(token: Token, cast: Cast) -> Iterator[Telling]:
    """The trip that the noun at `token` tells."""
    entry = words.noun(token)
    if entry is None or entry.reach != "trip" or part_of_name(token, cast):
        return
    if token.dep_ in {"compound", "amod", "nmod"}:
        return
    found = _trip(token, cast)
    if found is not None and not any(side.press for side in found.sides):
        yield found


def _trip(token: Token, cast: Cast) -> Telling | None:
    own, possessed = _traveller(token, cast)
    if not own.actors:
        return None
    if (seen := _seen(token, cast)) is not None:
        return Telling(token, "meeting", (own, seen), "meeting.noun.with")
    stops, hosts = _goal(token, cast)
    there = _there(token)
    hosts = Party() if there else hosts
    bare = not stops and hosts.empty and not there and not _received_by(token, cast).actors
    if bare and not (possessed and _dated(token)):
        return None
    receiver = _received_by(token, cast)
    sides = tuple(side for side in (own, hosts + receiver) if not side.empty)
    visit = "meeting.noun.visit"
    return Telling(token, "visit", sides, visit, hosts=receiver.actors, goal=stops)


def _there(token: Token) -> bool:
    """Whether the visit is "to the country": which one, the noun doesn't tell."""
    led = prepositions(token, "to")
    nouns = [c for c in led[0].children if c.dep_ == "pobj"] if led else []
    return any(c.lemma_ in {"country", "region"} and c.n_lefts == 1 for c in nouns)


def _seen(token: Token, cast: Cast) -> Party | None:
    """Whom "a visit with X" was a meeting with: it leads to no place."""
    following = token.nbor(1) if token.i + 1 < token.sent.end else None
    if token.lemma_ != "visit" or following is None or following.lower_ != "with":
        return None
    found = after(following, cast)
    return found if any(cast.is_person(a) for a in found.actors) else None


def _traveller(token: Token, cast: Cast) -> tuple[Party, bool]:
    """Who goes: the possessor, "of" or "by" phrase, else the subject of the clause."""
    for child in token.children:
        if child.dep_ == "poss":
            return possessor(child, cast), True
    for preposition in (*prepositions(token, "of", "by"), *_linear(token, "by")):
        return after(preposition, cast), True
    for preposition in prepositions(token, "from"):
        found = after(preposition, cast)
        if any(cast.is_person(a) for a in found.actors):
            return found, True
    head = token.head
    light = token.dep_ == "dobj" and (words.verb(head, "light") or words.status("taker", head))
    if light and words.verb(head, "host") is None:
        return subject(head, cast), False
    if token.dep_ == "pobj" and (head.lower_ in _JOURNEYING or indefinite(token)):
        return _someone_above(clause(head), cast), False
    return Party(), False


def _around(preposition: Token) -> tuple[Place, ...]:
    """The place of the people or mission visited: "a visit to the mission in X"."""
    for token in preposition.doc[preposition.i + 1 : preposition.sent.end]:
        if token.pos_ in _VERBS and token.dep_ != "amod":
            return ()
        if token.lower_ in {"in", "at"} and (place := place_at(token.doc, token.i + 1)):
            return (place,)
    return ()


def _accompanied(token: Token, end: int, cast: Cast) -> Party:
    """Whom the trip brings together with the traveller: "a visit to X with Y"."""
    following = token.doc[end] if end < token.sent.end else None
    if following is not None and following.lower_ == "with":
        return after(following, cast)
    return Party()


def _someone_above(verb: Token, cast: Cast) -> Party:
    """The subject of the verb or of the clause above it ("said in a note released during …")."""
    for _ in range(_CLAUSES):
        found = subject(verb, cast)
        if found.actors or verb.head == verb:
            return found
        verb = clause(verb.head)
    return Party()


def _dated(token: Token) -> bool:
    return any(t.ent_type_ == "DATE" for t in token.subtree)


def _linear(token: Token, word: str) -> tuple[Token, ...]:
    found = follow(token, word)
    return (found,) if found is not None else ()


def _received_by(token: Token, cast: Cast) -> Party:
    """ "hosted the visit of X": the subject received the traveller."""
    head = token.head
    if token.dep_ == "dobj" and head.pos_ in _VERBS and head.lemma_ in {"host", "receive"}:
        return subject(head, cast)
    return Party()


def _goal(token: Token, cast: Cast) -> tuple[tuple[Place, ...], Party]:
    """Where the trip goes: places, else the people or missions visited."""
    preposition = follow(token, "to", "in")
    if preposition is None:
        beside = (*token.subtree, *token.head.children)
        leading = (t for t in beside if t.lower_ == "to" and t.dep_ in {"prep", "dative"})
        preposition = next((t for t in leading if t.i > token.i), None)
    if preposition is not None:
        end = token.sent.end
        stops = places_from(token.doc, preposition.i + 1, end)
        if stops:
            return stops, _accompanied(token, stops[-1].end, cast)
        if preposition.lower_ == "to" and (town := unlisted(preposition)):
            return (town,), Party()
        if preposition.lower_ == "to":
            return _around(preposition), after(preposition, cast)
    before = place_at(token.doc, token.left_edge.i, token.i)
    return ((before,) if before else ()), Party()
