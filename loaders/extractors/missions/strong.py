"""Strength without a counted noun: "the 4,000-strong force", "a strength of 4,000"."""

import re
from collections.abc import Iterator

from spacy.tokens import Span as Words

from loaders.extractors.missions.numbers import Amount, find_amounts
from loaders.extractors.missions.scene import FORCE_NOUNS, Scene
from loaders.facts import Evidence, Figure, FigureKind, Mission, Span

_STRONG = re.compile(r"[\s-]*strong\b")
_STRENGTH = re.compile(
    r"\bstrength of (?:the (?:force|mission) (?:is|was) )?$"
    r"|\b(?:bring|rais|increas|reduc|lower|cut)\w* (?:its|their|the \w+[’']s) (?:total |overall )?"
    r"(?:strength|size|numbers?) (?:up |down )?to (?:a total of )?$"
)
_NEAR = 60  # characters between the number and the mission's name


def find_strong(sentence: Words, scene: Scene) -> Iterator[tuple[str, Figure]]:
    """Levels that the words "strong" or "strength" give."""
    text = scene.text
    for amount in find_amounts(text, Span(sentence.start_char, sentence.end_char)):
        behind = _STRONG.match(text, amount.number.end)
        before = _STRENGTH.search(text[sentence.start_char : amount.span.start])
        end = behind.end() if behind else amount.span.end
        mission = _mission(Span(amount.span.start, end), sentence, scene)
        if (behind or before) and mission is not None:
            yield from _levels(amount, Span(amount.span.start, end), mission)


def _levels(amount: Amount, span: Span, mission: Mission) -> Iterator[tuple[str, Figure]]:
    for value, bound in amount.values:
        evidence = Evidence((span,), "mission.strength.strong", 0.85)
        yield mission.id, Figure(value, "personnel", FigureKind.LEVEL, evidence, bound)


def _mission(span: Span, sentence: Words, scene: Scene) -> Mission | None:
    """The mission named close by, else the one last named where "force" follows."""
    near = scene.inside(
        Span(max(span.start - _NEAR, sentence.start_char), min(span.end + _NEAR, sentence.end_char))
    )
    if near:
        return near[0][1]
    following = next((t for t in sentence if t.idx >= span.end and not t.is_space), None)
    if following is not None and following.lemma_.lower() in FORCE_NOUNS:
        return scene.recent(span.start)
    return None
