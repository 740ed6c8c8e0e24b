"""Who says a figure: the speaker of the statement that it stands in."""

from collections.abc import Iterable
from dataclasses import replace

from loaders.facts import Evidence, Factuality, Figure, Mission, Statement


def attribute_figures(
    missions: Iterable[Mission], statements: tuple[Statement, ...]
) -> tuple[Mission, ...]:
    """The missions with every figure that a statement holds given to its speaker."""
    return tuple(
        replace(m, figures=tuple(_attributed(f, statements) for f in m.figures)) for m in missions
    )


def _attributed(figure: Figure, statements: tuple[Statement, ...]) -> Figure:
    """A figure that narration gives too stays the article's own."""
    speakers = [_speaker(span.start, statements) for span in figure.evidence.spans]
    if None in speakers or not speakers:
        return figure
    evidence: Evidence = replace(
        figure.evidence, factuality=Factuality.ATTRIBUTED, said_by=speakers[0]
    )
    return replace(figure, evidence=evidence)


def _speaker(position: int, statements: tuple[Statement, ...]) -> str | None:
    holding = (s for s in statements if s.span.start <= position < s.span.end)
    return next((s.speaker for s in holding), None)
