"""One place where the article names an instrument."""

from dataclasses import dataclass

from loaders.facts import Span


@dataclass(frozen=True)
class Sighting:
    """What is named at `span`, of which kind, and the rule that read it."""

    span: Span
    name: str
    kind: str
    rule: str
    confidence: float = 0.9
