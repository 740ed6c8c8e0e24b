"""Missions without a proper name: "a police mission in Y", "5,000 troops of X in Y"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Span as Words
from spacy.tokens import Token

from loaders.extractors.gazetteer import slug
from loaders.extractors.missions.counted import Counted, find_counted, measure_of
from loaders.extractors.missions.numbers import find_amounts
from loaders.extractors.missions.scene import Scene, says
from loaders.extractors.missions.standing import actor_id, known_actor
from loaders.extractors.missions.states import state_of
from loaders.extractors.places import place_at
from loaders.facts import (
    Evidence,
    Figure,
    FigureKind,
    Mention,
    MentionKind,
    Mission,
    Span,
    Stated,
)
from loaders.tables import rows

_SURE = {"mission", "contingent"}  # "military force", "operation" need a place to be one
_MODIFIERS = {"compound", "amod", "nmod", "poss"}
_PEOPLE = {"troops", "personnel", "police"}


def describe_missions(scene: Scene) -> tuple[Mission, ...]:
    """Missions that the article describes, each once, none that it also names."""
    found: dict[str, Mission] = {}
    for sentence in scene.reading.doc.sents:
        for mission in _in(sentence, scene):
            found.setdefault(mission.id, mission)
    return tuple(found.values())


def _in(sentence: Words, scene: Scene) -> Iterator[Mission]:
    yield from _by_noun(sentence, scene)
    yield from _by_people(sentence, scene)
    yield from _by_total(sentence, scene)


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
        place, leader = _place(noun), _leader(modifiers, scene)
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
    return _described(name, span, place, leader)


def _described(
    name: str, span: Span, place: Words | None, leader: tuple[str, Token] | None
) -> Mission:
    lead = where = None
    if leader is not None:
        word = leader[1]
        evidence = Evidence((Span(word.idx, word.idx + len(word)),), "mission.lead.described", 0.8)
        lead = Stated(leader[0], evidence)
    if place is not None:
        at = Span(place.start_char, place.end_char)
        where = Stated(place.text, Evidence((at,), "mission.place.described", 0.85))
    return Mission(
        id=slug(name),
        name=name,
        mentions=(Mention(span, MentionKind.DESCRIPTION),),
        evidence=Evidence((span,), "mission.described", 0.7),
        described=True,
        lead=lead,
        place=where,
    )


def _place(noun: Token) -> Words | None:
    """The place behind "in" or "to"."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in {"in", "to"}:
            for target in prep.children:
                if target.dep_ == "pobj" and (place := _named_place(target)):
                    return place
    return None


def _named_place(token: Token) -> Words | None:
    if token.ent_type_ in {"GPE", "LOC"}:
        return next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
    place = place_at(token.doc, token.left_edge.i, token.i + 1)
    return token.doc[place.start : place.end] if place and place.sort == "state" else None


def _leader(modifiers: list[Token], scene: Scene) -> tuple[str, Token] | None:
    for token in (t for m in modifiers for t in m.subtree):
        if state := state_of(token.text) or state_of(token.doc[token.i : token.i + 2].text):
            return actor_id(state, scene), token
        actors = scene.cast.at(token) or _the_alliance(token, scene)
        if len(actors) == 1 and not scene.cast.is_person(actors[0]):
            return actors[0], token
    return None


def _the_alliance(token: Token, scene: Scene) -> tuple[str, ...]:
    """ "The alliance" is NATO where the article speaks of NATO."""
    nato = known_actor("NATO", scene) if token.lower_ == "alliance" else None
    return (nato.id,) if nato else ()


def _by_people(sentence: Words, scene: Scene) -> Iterator[Mission]:
    """Counted troops of a state that are deployed in another place."""
    for counted in find_counted(sentence, scene.text):
        noun = counted.noun
        modifiers = [c for c in noun.children if c.i < noun.i and c.dep_ in _MODIFIERS]
        leader, place = _leader(modifiers, scene), _stationed(noun)
        if counted.measure in _PEOPLE and leader is not None:
            if place is not None:
                yield _troops(counted, leader, place, scene)
            elif noun.dep_ == "pobj" and noun.head.head.lemma_ == "deployment":
                yield _troops(counted, leader, None, scene)


def _by_total(sentence: Words, scene: Scene) -> Iterator[Mission]:
    """ "The number of X troops in Y is N"."""
    for number in (t for t in sentence if t.lemma_ == "number" and t.dep_ == "nsubj"):
        people = [p for c in number.children if c.lower_ == "of" for p in c.children]
        amounts = find_amounts(scene.text, Span(number.idx, sentence.end_char))
        if not people or len(amounts) != 1 or number.head.lemma_ != "be":
            continue
        noun, amount = people[0], amounts[0]
        measure, place = measure_of(noun), _place(number) or _place(noun)
        leader = _leader([c for c in noun.children if c.dep_ in _MODIFIERS], scene)
        if measure in _PEOPLE and leader is not None and place is not None:
            counted = Counted(amount, noun, str(measure), amount.span)
            yield _troops(counted, leader, place, scene)


def _stationed(noun: Token) -> Words | None:
    verb = noun.head
    serving = verb.pos_ in {"VERB", "AUX"} and says(verb, "serves")
    heads = [noun, *([verb, *verb.children] if serving else [])]
    if not serving and noun.dep_ not in {"attr", "nsubj", "nsubjpass"}:
        return None
    return next((p for h in heads if (p := _place(h))), None)


def _troops(
    counted: Counted, leader: tuple[str, Token], place: Words | None, scene: Scene
) -> Mission:
    if place is not None:
        text = scene.reading.text(Span(leader[1].idx, counted.noun.idx + len(counted.noun)))
        name = re.sub(r"\s+", " ", f"{text} in {place.text}")
    else:
        name = f"deployment of {scene.reading.text(counted.span)}"
    mission = _described(name, counted.span, place, leader)
    figures = tuple(
        Figure(
            value,
            counted.measure,
            FigureKind.LEVEL,
            Evidence((counted.span,), "mission.strength.troops", 0.8),
            bound,
            counted.unit,
        )
        for value, bound in counted.amount.values
    )
    return replace(mission, figures=figures)
