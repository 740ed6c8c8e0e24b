"""What one line or phrase around the body tells: a date, a place, an author."""

from dataclasses import dataclass

from loaders.facts import Date, Evidence, Span, Stated


@dataclass(frozen=True)
class Frame:
    """The findings of one line; `span` is the text that they take up."""

    span: Span
    date: Date | None = None
    place: Stated | None = None
    author: Stated | None = None
    publisher: Stated | None = None


def stated(value: str, span: Span, rule: str) -> Stated:
    """A value that the words at `span` give."""
    return Stated(value, Evidence((span,), f"anatomy.{rule}"))
