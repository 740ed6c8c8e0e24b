"""The word lists of meetings, looked up by lemma."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from loaders.tables import rows

_PRESS = {"press", "news"}


@dataclass(frozen=True)
class MeetingVerb:
    """How a verb tells a coming together, and what kind."""

    frame: str
    kind: str
    particle: str | None


@dataclass(frozen=True)
class MeetingNoun:
    """What kind of coming together a noun names; a weak one needs its parties beside it."""

    kind: str
    reach: str
    weak: bool


@cache
def _verbs() -> dict[tuple[str, str], MeetingVerb]:
    found = {}
    for lemma, frame, kind, *particle in rows("meeting_verbs"):
        found[lemma, frame] = MeetingVerb(frame, kind, particle[0] if particle else None)
    return found


@cache
def _nouns() -> dict[str, MeetingNoun]:
    return {
        lemma: MeetingNoun(kind, reach, bool(weak))
        for lemma, kind, reach, *weak in rows("meeting_nouns")
    }


@cache
def _statuses() -> dict[tuple[str, str], str]:
    return {(place, lemma): status for place, lemma, status in rows("meeting_statuses")}


@cache
def _people() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("people_nouns")}


def verb(token: Token, frame: str) -> MeetingVerb | None:
    """The entry of the verb at `token` in this frame, if its particle is there too."""
    entry = _verbs().get((token.lemma_.lower(), frame))
    if entry is None or entry.particle is None:
        return entry
    beside = token.subtree if entry.particle == "together" else token.children
    has = any(child.lower_ == entry.particle for child in beside)
    return entry if has else None


def noun(token: Token) -> MeetingNoun | None:
    """The entry of the meeting noun at `token`."""
    if token.pos_ not in {"NOUN", "PROPN"} and not _nominal(token):
        return None
    return _nouns().get(token.lemma_.lower()) or _nouns().get(_singular(token.lower_))


def _nominal(token: Token) -> bool:
    """Whether an adjective stands as a noun: taggers misread "roundtable" and "trilateral"."""
    return token.pos_ == "ADJ" and token.dep_ in {"dobj", "pobj", "nsubjpass"}


def kind(token: Token, entry: MeetingNoun) -> str:
    """The kind that the noun at `token` tells with the words around it."""
    around = {c.lower_ for c in token.children}
    if around & {"phone", "telephone", "video"}:
        return "call"
    if any(c.lower_ in _PRESS for c in token.children):
        return "meeting"
    hosted = token.dep_ == "dobj" and verb(token.head, "host") is not None
    return "meeting" if hosted and entry.kind == "call" else entry.kind


def status(place: str, token: Token) -> str | None:
    """What the word at `token` says of a meeting in its reach, by lemma or by form."""
    particle = next((c.lower_ for c in token.children if c.dep_ == "prt"), None)
    if particle and place == "taker":
        return _statuses().get((place, f"{token.lemma_.lower()} {particle}"))
    table = _statuses()
    return table.get((place, token.lower_)) or table.get((place, token.lemma_.lower()))


def people(token: Token) -> str | None:
    """Whether the noun at `token` means people: office, body, people or press."""
    return _people().get(token.lemma_.lower()) or _people().get(_singular(token.lower_))


def _singular(word: str) -> str:
    return word.removesuffix("s")
