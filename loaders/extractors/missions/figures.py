"""Figures of missions: strength, changes, casualties, contributors."""

import re
from collections.abc import Iterator

from spacy.tokens import Span as Words

from loaders.dates import find_dates
from loaders.extractors.missions.counted import Counted, find_counted
from loaders.extractors.missions.factors import find_factors
from loaders.extractors.missions.places import place_in
from loaders.extractors.missions.readings import Said, interpret
from loaders.extractors.missions.scene import Scene
from loaders.extractors.missions.strong import find_strong
from loaders.facts import Date, Evidence, Figure, FigureKind, Span

_DATING = re.compile(r"\b(as of|as at|since|on|by|at the end of|in)(?: the)?\s$", re.IGNORECASE)


def find_figures(scene: Scene) -> dict[str, tuple[Figure, ...]]:
    """The figures of every mission, by its id, each value once."""
    found: dict[str, dict[tuple[object, ...], Figure]] = {}
    for sentence in scene.reading.doc.sents if scene.missions else ():
        for mission, figure in _in(sentence, scene):
            same = (figure.value, figure.kind, figure.measure, figure.bound, figure.as_of)
            known = found.setdefault(mission, {})
            known[same] = _merged(known[same], figure) if same in known else figure
    return {mission: tuple(figures.values()) for mission, figures in found.items()}


def _in(sentence: Words, scene: Scene) -> Iterator[tuple[str, Figure]]:
    founding = {m.mentions[0].span for m in scene.missions if m.described and m.figures}
    for counted in find_counted(sentence, scene.text):
        if counted.span in founding:
            continue
        if said := interpret(counted, scene):
            for figure in _figures(counted, said, sentence, scene):
                yield said.mission.id, figure
    for mission, figure in (*find_factors(sentence, scene), *find_strong(sentence, scene)):
        yield mission, figure


def _figures(counted: Counted, said: Said, sentence: Words, scene: Scene) -> Iterator[Figure]:
    level = said.kind is FigureKind.LEVEL
    for value, bound in counted.amount.values:
        yield Figure(
            value=value,
            measure=said.measure,
            kind=said.kind,
            evidence=Evidence((counted.span,), said.rule, said.confidence),
            bound=bound,
            unit=counted.unit,
            as_of=_as_of(counted.span, sentence, scene) if level else None,
            place=place_in(sentence),
        )


def _as_of(figure: Span, sentence: Words, scene: Scene) -> Date | None:
    """The only date of the sentence, where it says since or when the figure holds.

    "has had 300 troops since May" does, "the 300 troops have been on alert since May" doesn't.
    """
    text, published = scene.reading.article.text, scene.reading.anatomy.published
    dates = find_dates(text, Span(sentence.start_char, sentence.end_char), published)
    if len(dates) != 1 or dates[0].span is None or dates[0].edtf is None:
        return None
    before = text[sentence.start_char : dates[0].span.start]
    said = _DATING.search(before)
    if said is None or (said[1].lower() == "since" and _acts(figure, sentence)):
        return None
    return dates[0]


def _acts(figure: Span, sentence: Words) -> bool:
    """Whether the counted people are the subject: what they do is dated, not their number."""
    counted = sentence.doc.char_span(figure.start, figure.end, alignment_mode="expand")
    return counted is not None and counted.root.dep_ in {"nsubj", "nsubjpass"}


def _merged(one: Figure, other: Figure) -> Figure:
    """One figure with the words of both."""
    spans = tuple(sorted({*one.evidence.spans, *other.evidence.spans}))
    evidence = Evidence(spans, one.evidence.rule, one.evidence.confidence)
    place = one.place or other.place
    return Figure(one.value, one.measure, one.kind, evidence, one.bound, one.unit, one.as_of, place)
