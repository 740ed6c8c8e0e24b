"""The closed values of facts, spelt as the concepts of the ontology."""

from enum import StrEnum


class Factuality(StrEnum):
    """How an article stands to a fact (the concept scheme `factualities`)."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    SCHEDULED = "scheduled"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class ActorType(StrEnum):
    """What an actor is; a State is the ontology's Polity."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    STATE = "State"


class MentionKind(StrEnum):
    """How a stretch of text names an actor."""

    NAME = "name"
    OFFICE = "office"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"


class Form(StrEnum):
    """How a statement is reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Status(StrEnum):
    """Where a meeting stands at its article's date; `extract` has fewer (`documents.py`)."""

    HELD = "held"
    PLANNED = "planned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class Derivation(StrEnum):
    """How a date was found."""

    STATED = "stated"
    DATELINE = "dateline"
    RELATIVE = "relative"
    METADATA = "metadata"
    INFERRED = "inferred"
    CORRECTED = "corrected"


class FigureKind(StrEnum):
    """What a figure says: a level is never a change."""

    LEVEL = "level"
    INCREASE = "increase"
    DECREASE = "decrease"
    FACTOR = "factor"
    PROPOSED = "proposed"
