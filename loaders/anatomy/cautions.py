"""What a reader of the facts should know about an article's frame."""

from collections.abc import Iterator

from loaders.dates import find_dates
from loaders.facts import Anatomy, Span, Warned
from loaders.language import ENGLISH


def cautions(text: str, anatomy: Anatomy) -> tuple[Warned, ...]:
    """Warnings about a missing or ambiguous date, another language, a text without a body."""
    return tuple(_cautions(text, anatomy))


def _cautions(text: str, anatomy: Anatomy) -> Iterator[Warned]:
    if anatomy.language != ENGLISH:
        yield Warned(
            "language", f"in {anatomy.language}, for which there are no rules: stored unread"
        )
        return
    if not _body(text, anatomy):
        yield Warned("no-body", "nothing but a headline and lines around a body")
    if anatomy.published is None:
        unclear = [span for part in anatomy.skipped if (span := _ambiguous(text, part.span))]
        for span in unclear:
            words = text[span.start : span.end]
            yield Warned("ambiguous-date", f"{words} may mean two days: give --published", span)
        if not unclear:
            yield Warned("undated", "no publication date: relative days stay open")


def _body(text: str, anatomy: Anatomy) -> bool:
    left = list(text)
    for part in anatomy.skipped:
        left[part.span.start : part.span.end] = " " * (part.span.end - part.span.start)
    return bool("".join(left).strip())


def _ambiguous(text: str, line: Span) -> Span | None:
    """The date in a skipped line that could be read in two orders."""
    if "/" not in text[line.start : line.end]:
        return None
    dates = find_dates(text, line, None)
    return next((d.span for d in dates if not d.edtf and d.words.count("/") > 1), None)
