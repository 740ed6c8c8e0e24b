"""Changes by a factor: "increased its presence four times", "doubled the force"."""

import re
from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from loaders.extractors.missions.numbers import find_amounts
from loaders.extractors.missions.places import place_in
from loaders.extractors.missions.scene import FORCE_NOUNS, Scene, says
from loaders.facts import Evidence, Figure, FigureKind, Mission, Span
from loaders.tables import rows

_TIMES = re.compile(r"\s*-?(?:times|fold)\b")
_SIZE_NOUNS = FORCE_NOUNS | {"strength", "personnel", "size", "number", "soldier"}
_OF_SIZE = {"number", "size", "strength"}


def find_factors(sentence: Words, scene: Scene) -> Iterator[tuple[str, Figure]]:
    """Factors by which the sentence says that a mission grew or shrank."""
    for value, span, verb in _stated(sentence, scene.text):
        mission = _grown(verb, scene)
        if mission is not None:
            evidence = Evidence((span,), "mission.change.factor", 0.85)
            figure = Figure(
                value, "personnel", FigureKind.FACTOR, evidence, place=place_in(sentence)
            )
            yield mission.id, figure


def _stated(sentence: Words, text: str) -> Iterator[tuple[float, Span, Token]]:
    verbs = [t for t in sentence if says(t, "increase") and t.pos_ in {"VERB", "AUX"}]
    for amount in find_amounts(text, Span(sentence.start_char, sentence.end_char)):
        times = _TIMES.match(text, amount.number.end)
        before = [v for v in verbs if v.idx < amount.number.start]
        if times and before:
            span = Span(before[-1].idx, times.end())
            yield amount.values[0][0], span, before[-1]
    factors = {lemma: float(factor) for lemma, factor in rows("factor_verbs")}
    for token in sentence:
        if token.pos_ == "VERB" and token.lemma_.lower() in factors:
            span = Span(token.idx, token.idx + len(token))
            yield factors[token.lemma_.lower()], span, token


def _grown(verb: Token, scene: Scene) -> Mission | None:
    """The mission whose size the verb changes: of its own, or the leader's only mission."""
    children = list(verb.children)
    objects = [c for c in children if c.dep_ in {"dobj", "nsubjpass"}]
    subjects = [c for c in children if c.dep_ == "nsubj"]
    if any(c.dep_ == "neg" or says(c, "proposes") for c in children):
        return None
    sized = any(_is_size(o) or scene.named(o) for o in objects)
    if not sized:
        return None
    named = [m for t in (*objects, *subjects) for d in t.subtree if (m := scene.named(d))]
    return named[0] if named else _led(subjects, scene)


def _is_size(token: Token) -> bool:
    if token.lemma_.lower() in _OF_SIZE:
        return any(d.lemma_.lower() in _SIZE_NOUNS for d in token.subtree if d != token)
    return token.lemma_.lower() in _SIZE_NOUNS


def _led(subjects: list[Token], scene: Scene) -> Mission | None:
    if len(scene.missions) != 1:
        return None
    mission = scene.missions[0]
    leader = mission.lead.value if mission.lead else None
    acts = any(s.lower_ == "we" or leader in scene.cast.at(s) for s in subjects)
    return mission if acts else None
