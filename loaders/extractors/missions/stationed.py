"""Counted troops of a state abroad: "300 X soldiers are deployed to Y"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from loaders.extractors.actors.gazetteer import organizations
from loaders.extractors.missions.counted import Counted, find_counted, measure_of
from loaders.extractors.missions.numbers import find_amounts
from loaders.extractors.missions.phrases import MODIFIERS, described_as, leader_of, place_of
from loaders.extractors.missions.scene import Scene, says
from loaders.facts import Evidence, Figure, FigureKind, Mission, Span

_CIVIL = {"agency", "ministry", "office", "company", "media", "party", "court", "bank"}
_PEOPLE = {"troops", "personnel", "police"}


def stationed_people(sentence: Words, scene: Scene) -> Iterator[Mission]:
    """Counted troops of a state that are deployed in another place."""
    for counted in find_counted(sentence, scene.text):
        noun = counted.noun
        modifiers = [c for c in noun.children if c.i < noun.i and c.dep_ in MODIFIERS]
        leader, place = leader_of(modifiers, scene), _stationed(noun)
        if counted.measure in _PEOPLE and leader is not None and not _civil(leader[0], scene):
            if place is not None:
                yield _troops(counted, leader, place, scene)
            elif noun.dep_ == "pobj" and noun.head.head.lemma_ == "deployment":
                yield _troops(counted, leader, None, scene)


def _civil(leader: str, scene: Scene) -> bool:
    """Whether the leader is an agency or ministry, whose people are no mission abroad."""
    actor = scene.cast.by_id.get(leader)
    entity = organizations().get(f"org:{actor.name}") if actor else None
    return entity is not None and entity.kind in _CIVIL


def stationed_totals(sentence: Words, scene: Scene) -> Iterator[Mission]:
    """ "The number of X troops in Y is N"."""
    for number in (t for t in sentence if t.lemma_ == "number" and t.dep_ == "nsubj"):
        people = [p for c in number.children if c.lower_ == "of" for p in c.children]
        amounts = find_amounts(scene.text, Span(number.idx, sentence.end_char))
        if not people or len(amounts) != 1 or number.head.lemma_ != "be":
            continue
        noun, amount = people[0], amounts[0]
        measure, place = measure_of(noun), place_of(number) or place_of(noun)
        leader = leader_of([c for c in noun.children if c.dep_ in MODIFIERS], scene)
        if measure in _PEOPLE and leader is not None and place is not None:
            counted = Counted(amount, noun, str(measure), amount.span)
            yield _troops(counted, leader, place, scene)


def _stationed(noun: Token) -> Words | None:
    verb = noun.head
    serving = verb.pos_ in {"VERB", "AUX"} and says(verb, "serves")
    heads = [noun, *([verb, *verb.children] if serving else [])]
    if not serving and noun.dep_ not in {"attr", "nsubj", "nsubjpass"}:
        return None
    return next((p for h in heads if (p := place_of(h))), None)


def _troops(
    counted: Counted, leader: tuple[str, Token], place: Words | None, scene: Scene
) -> Mission:
    if place is not None:
        text = scene.reading.text(Span(leader[1].idx, counted.noun.idx + len(counted.noun)))
        name = re.sub(r"\s+", " ", f"{text} in {place.text}")
    else:
        name = f"deployment of {scene.reading.text(counted.span)}"
    mission = described_as(name, counted.span, place, leader)
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
