"""Which states are actors: those that act, speak or are addressed, or that facts use."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from loaders.extractors.actors.titles import singular, title_words
from loaders.facts import Actor, Meeting, Mission, Statement
from loaders.reading.cast import Cast
from loaders.tables import terms

_ACTING = {"nsubj", "nsubjpass", "agent", "dobj", "iobj", "dative", "attr", "poss", "ROOT"}
_TOWARDS = {"with", "by", "against", "between", "on", "among"}
_SHARED = frozenset(
    ["border", "deal", "agreement", "war", "trade", "frontier", "relations", "ties"]
)
_TOPICAL = frozenset(["mention", "discuss"])  # verbs whose object is a topic
_SEATS = {"presidency", "embassy", "court", "university", "institute", "hospital"}
_THERE = {"at", "in", "inside", "outside", "near", "around", "into"}
_INSTRUMENTS = frozenset(["convention", "charter", "treaty", "protocol", "framework", "accord"])
_SERVING = frozenset(
    ["soldier", "troop", "commando", "force", "unit", "personnel", "fighter", "employee", "officer"]
)
_MODIFIERS = {"compound", "amod", "nmod", "nummod"}


def head_of(tokens: Sequence[Token]) -> Token:
    """The word of a name that the others depend on: "Embassy" in "Embassy in Narva"."""
    inside = {token.i for token in tokens}
    apart = (t for t in reversed(tokens) if t.head.i not in inside or t.head is t)
    return next(apart, tokens[-1])


def acts(token: Token) -> bool:
    """Whether the phrase headed by `token` does, undergoes or is addressed in something."""
    while token.dep_ in {"conj", "appos"} and token.head is not token:
        token = token.head
    if token.dep_ == "dobj" and token.head.lemma_ in terms("visiting_verbs", "verb") | _TOPICAL:
        return False
    if token.dep_ == "dobj" and token.head.lemma_ == "include":
        return not any(t.dep_ == "nsubj" and _named(t) for t in token.head.lefts)
    if token.dep_ in _ACTING:
        return True
    if token.dep_ != "pobj":
        return _governs(token)
    preposition = token.head.lower_
    if preposition in {"with", "between"} and token.head.head.lower_ in _SHARED:
        return False
    return preposition in _TOWARDS or (preposition == "of" and token.head.head.pos_ == "NOUN")


def _named(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.text.isupper()


def body_acts(token: Token, kind: str) -> bool:
    """Whether a body's name, which `token` ends, is more than a place, a topic or a label."""
    while token.dep_ in {"conj", "appos"} and token.head is not token:
        token = token.head
    head = token.head
    if kind == "platform" and token.dep_ not in {"nsubj", "nsubjpass"}:
        return is_people(head) and head.i > token.i  # "via Twitter" names a channel
    if token.dep_ == "pobj":
        there = head.lower_ in _THERE or (
            head.lower_ in {"to", "from"} and head.head.pos_ == "VERB"
        )
        return head.lower_ != "at" and not (there and kind in _SEATS)
    if token.dep_ not in _MODIFIERS or head.i < token.i:
        return True
    if kind == "military":
        return is_people(head)
    return head.lower_ not in _INSTRUMENTS


def is_people(noun: Token) -> bool:
    """Whether the noun is of people in service or office: "soldiers", "officials"."""
    lower, lemma = noun.lower_, noun.lemma_.lower()
    return (
        lemma in _SERVING
        or singular(lower) in title_words("head")
        or lower in terms("state_nouns", "state")
    )


def _governs(token: Token) -> bool:
    """Whether a name or demonym stands before a noun that means the state: "Serbian side"."""
    head = token.head
    return head.i > token.i and head.lower_ in terms("state_nouns", "state")


def acting(
    cast: Cast,
    meetings: Iterable[Meeting] = (),
    statements: Iterable[Statement] = (),
    missions: Iterable[Mission] = (),
) -> tuple[Actor, ...]:
    """The cast's actors and those of its others whom some fact of the article uses."""
    used = {role.of for actor in cast.actors for role in actor.roles}
    for meeting in meetings:
        used.update(part.actor for part in meeting.participations)
    for statement in statements:
        used.update((statement.speaker, statement.addressee, *statement.co_speakers))
    used.update(mission.lead.value for mission in missions if mission.lead)
    promoted = [actor for actor in cast.others if actor.id in used]
    return tuple(sorted([*cast.actors, *promoted], key=_first_mention))


def _first_mention(actor: Actor) -> tuple[int, str]:
    first = min(actor.evidence.spans)
    return (first.start, actor.id)
