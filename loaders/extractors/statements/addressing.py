"""To whom the words are said, as far as the sentence that reports them tells."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from loaders.extractors.statements.found import Found
from loaders.extractors.statements.states import state_named
from loaders.facts import Form, Role
from loaders.reading.cast import Cast
from loaders.tables import rows, terms

_DIRECTED = {"letter", "message", "call", "conversation", "talk", "meeting", "telegram", "note"}
_ADDRESSES = {"address", "speech", "remark", "email", "interview", "testimony", "appeal", "reply"}
_ENCOUNTERS = _DIRECTED | _ADDRESSES
_CALLS = {"call", "appeal", "request", "demand", "plea", "ask", "plead"}
_TO = {"to", "with", "before"}
_MARKS = {",", ":", "(", '"', "“", "”", "-", "–", "—"}
_POLITE = re.compile(
    r"(?:^|[,.!?…—–-]\s*|\b(?:you|yes|well|and|but),?\s+)"
    r"(?P<who>(?:Mr\.?|Mrs\.?|Ms\.?|Madam|Madame)\s+(?P<title>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?))"
    r"(?=[,.!?—–-]|$)"
)
_FIRST = re.compile(r"(?:^|[.!?]\s+)(?P<who>[A-Z][\w’'-]+), (?:we|I|you|your|thank)\b")


def addressees(found: Found, doc: Doc, cast: Cast) -> tuple[str, ...]:
    """Actors whom the words are said to by the report, or whom they call by name."""
    reported = _reported(found.cue, found, doc) if found.cue else iter(())
    told = (cast.at(token) or _state(token, cast) for token in reported)
    named = next((ids for ids in told if ids), ())
    if not named and found.form is not Form.INDIRECT:
        named = _called(found, doc, cast)
    return tuple(i for i in named if i not in found.speaker.ids)


def _state(token: Token, cast: Cast) -> tuple[str, ...]:
    """The state of "the Swedish government"."""
    if token.lower_ not in terms("state_nouns", "state"):
        return ()
    return next((ids for child in token.lefts if (ids := state_named(child, cast))), ())


def _reported(cue: Token, found: Found, doc: Doc) -> Iterator[Token]:
    """Words that may name the addressee, the likeliest first."""
    yield from _of_verb(cue)
    yield from _asked(cue, found, doc)
    yield from _in_letter(cue)
    if cue.dep_ in {"advcl", "conj", "xcomp"} and cue.head.pos_ == "VERB":
        inherits = not any(c.dep_ in {"nsubj", "nsubjpass"} for c in cue.children)
        yield from _of_verb(cue.head) if inherits else ()
        yield from _in_letter(cue.head) if inherits else ()


def _of_verb(verb: Token) -> Iterator[Token]:
    """ "told X", "urged X to", "said to X", "called on X", "expressed his thanks to X"."""
    frames = _frames().get(verb.lemma_.lower(), frozenset())
    if any(c.dep_ == "auxpass" for c in verb.children):
        return
    for child in verb.rights:
        if "object" in frames and child.dep_ in {"dobj", "dative"} and child.lower_ != "to":
            yield child
        if "object" in frames and child.dep_ in {"ccomp", "xcomp"} and _to_act(child):
            yield from (c for c in child.lefts if c.dep_ == "nsubj")
        if child.dep_ not in {"prep", "dative"}:
            continue
        close = child.lower_ == "to" and all(_light(t) for t in verb.doc[verb.i + 1 : child.i])
        if child.lower_ in frames or close:
            yield from (c for c in child.children if c.dep_ == "pobj")
    for thing in verb.rights:
        if "to" in frames and thing.dep_ == "dobj":
            yield from _objects(thing, {"to"})


def _light(token: Token) -> bool:
    """Adverbs and particles between verb and "to": "spoke directly to X"."""
    return token.pos_ in {"ADV", "PART", "PUNCT"} or token.text in _MARKS


def _asked(cue: Token, found: Found, doc: Doc) -> Iterator[Token]:
    """X of "a call for X to do", "called on X to do": whom somebody wants to act."""
    words = doc.char_span(found.span.start, found.span.end, alignment_mode="contract")
    for token in words or ():
        if (
            token.dep_ == "nsubj"
            and _to_act(token.head)
            and _is_call(doc, max(token.left_edge.i - 1, cue.sent.start))
        ):
            yield token


def _to_act(verb: Token) -> bool:
    """Whether it is an infinitive: "to go"."""
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return verb.tag_ == "VB" and to


def _is_call(doc: Doc, at: int) -> bool:
    """Whether the preposition at `at` belongs to a call, a request or the like."""
    near = doc[max(at - 2, 0) : at]
    return doc[at].lower_ in {"for", "on", "upon"} and any(t.lemma_.lower() in _CALLS for t in near)


def _in_letter(verb: Token) -> Iterator[Token]:
    """X of "in a letter to X", "during a call with X" beside the verb."""
    for preposition in verb.children:
        if preposition.dep_ == "prep" and preposition.lower_ in {"in", "during", "at"}:
            for thing in preposition.children:
                if thing.dep_ == "pobj" and thing.lemma_.lower() in _ENCOUNTERS:
                    yield from _objects(thing, _TO)


def _objects(thing: Token, prepositions: set[str]) -> Iterator[Token]:
    for child in thing.children:
        if child.dep_ in {"prep", "dative"} and child.lower_ in prepositions:
            yield from (c for c in child.children if c.dep_ == "pobj")


def _called(found: Found, doc: Doc, cast: Cast) -> tuple[str, ...]:
    """Whom the words call: "Thank you, Mr President", "Anna, we are with you"."""
    said = doc.text[found.span.start : found.span.end]
    for pattern in (_POLITE, _FIRST):
        for match in pattern.finditer(said):
            last = found.span.start + match.end("who") - 1
            token = doc.char_span(last, last + 1, alignment_mode="expand")
            named = cast.at(token[-1]) if token else ()
            if pattern is _POLITE and not named:
                named = _holder(match.group("title"), found, cast)
            if len(named) == 1 and named[0] not in found.speaker.ids:
                return named
    return ()


def _holder(title: str, found: Found, cast: Cast) -> tuple[str, ...]:
    """The one person of the article, beside the speaker, who holds an office of that title."""
    holders = [
        actor.id
        for actor in cast.actors
        if actor.id not in found.speaker.ids and any(_is(role, title) for role in actor.roles)
    ]
    return tuple(holders) if len(holders) == 1 else ()


def _is(role: Role, title: str) -> bool:
    return role.title.lower() == title.lower()


@cache
def _frames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for lemma, frame in rows("addressing_verbs"):
        found.setdefault(lemma, set()).add(frame)
    return {lemma: frozenset(frames) for lemma, frames in found.items()}
