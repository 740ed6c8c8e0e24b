"""A statement as a rule finds it, before ids and details."""

from dataclasses import dataclass

from spacy.tokens import Token

from loaders.extractors.statements.cues import Verb
from loaders.extractors.statements.speakers import Speaker
from loaders.facts import Form, Span


@dataclass(frozen=True)
class Found:
    """What is said, who says it (no ids: nobody known), the word that reports it, the rule."""

    span: Span
    speaker: Speaker
    form: Form
    rule: str
    cue: Token | None = None
    verb: Verb | None = None
