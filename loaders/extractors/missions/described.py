"""Missions without a proper name: "a police mission in Y", "5,000 troops of X in Y"."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span as Words
from spacy.tokens import Token

from loaders.extractors.missions.phrases import described_as, leader_of, place_of
from loaders.extractors.missions.scene import Scene
from loaders.extractors.missions.stationed import stationed_people, stationed_totals
from loaders.facts import Mission, Span
from loaders.tables import rows

_SURE = {"mission", "contingent"}  # "military force", "operation" need a place to be one


def describe_missions(scene: Scene) -> tuple[Mission, ...]:
    """Missions that the article describes, each once, none that it also names."""
    found: dict[str, Mission] = {}
    for sentence in scene.reading.doc.sents:
        for mission in _in(sentence, scene):
            found.setdefault(mission.id, mission)
    return tuple(found.values())


def _in(sentence: Words, scene: Scene) -> Iterator[Mission]:
    yield from _by_noun(sentence, scene)
    yield from stationed_people(sentence, scene)
    yield from stationed_totals(sentence, scene)


@cache
def _kinds() -> frozenset[str]:
    return frozenset(word for word, part in rows("mission_words") if part == "kind")


@cache
def _nouns() -> frozenset[str]:
    return frozenset(word for word, part in rows("mission_words") if part == "noun")


def _by_noun(sentence: Words, scene: Scene) -> Iterator[Mission]:
    """A military, police or observer mission with its place or its leader."""
    for noun in sentence:
        if noun.lemma_.lower() not in _nouns() or noun.tag_ == "NNS" or scene.named(noun):
            continue
        modifiers = [c for c in noun.children if c.i < noun.i and c.dep_ != "det"]
        kinds = [c for m in modifiers for c in m.subtree if c.lower_ in _kinds()]
        place, leader = place_of(noun), leader_of(modifiers, scene)
        if place is None and noun.lemma_.lower() not in _SURE:
            continue
        known = leader is not None and _is_of_named(leader[0], place, scene)
        if kinds and (place is not None or leader is not None) and not (known or _unreal(noun)):
            yield _mission(noun, modifiers, place, leader, scene)


def _is_of_named(leader: str, place: Words | None, scene: Scene) -> bool:
    """Whether the article names a mission of that leader and place: "KFOR, a NATO-led force"."""
    same = [m for m in scene.missions if m.lead is not None and m.lead.value == leader]
    return any(place is None or m.place is None or m.place.value == place.text for m in same)


def _unreal(noun: Token) -> bool:
    """ "no peacekeeping mission", "a special military operation" (a war by another word)."""
    return any(c.lower_ in {"no", "any", "special"} for c in noun.children)


def _mission(
    noun: Token,
    modifiers: list[Token],
    place: Words | None,
    leader: tuple[str, Token] | None,
    scene: Scene,
) -> Mission:
    own = [m for m in modifiers if m.dep_ != "poss"]
    start = min((t.idx for m in own for t in m.subtree), default=noun.idx)
    end = place.end_char if place is not None else noun.idx + len(noun)
    span = Span(start, end)
    name = " ".join(scene.reading.text(span).split())
    if leader is not None and leader[1].idx < start:
        actor = scene.cast.by_id.get(leader[0])
        name = f"{actor.name if actor else leader[0]} {name}"
    return described_as(name, span, place, leader)
