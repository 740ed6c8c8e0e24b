"""Lists of participants under a line such as "Participants in the meeting included:"."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.telling import Telling
from loaders.reading.cast import Cast

_LEADING = re.compile(
    r"\b(participants?|participat(?:ed|ing)|attendees|attend(?:ed|ing)|in attendance|joined)\b"
    r"[^\n:]*:\s*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[ \t]*(?:[-–—•·*▪]|\d{1,2}[.)])[ \t]*")


def told_by_list(sentence: Span, cast: Cast) -> Iterator[Telling]:
    """Everyone named first in the bulleted lines after `sentence`, where it announces them."""
    if not _LEADING.search(sentence.text.strip()):
        return
    persons = tuple(dict.fromkeys(_listed(sentence, cast)))
    if persons:
        listed = Party(tuple((person,) for person in persons))
        yield Telling(_anchor(sentence), "meeting", (listed,), "meeting.echo.listed", True)


def _anchor(sentence: Span) -> Token:
    return sentence.root


def _listed(sentence: Span, cast: Cast) -> Iterator[str]:
    text = sentence.doc.text
    lines = text[sentence.end_char :].split("\n")
    start = sentence.end_char
    for line in lines:
        bullet = _BULLET.match(line)
        if line.strip() and not bullet:
            return
        if bullet and (named := _first_person(sentence, start, start + len(line), cast)):
            yield named
        start += len(line) + 1


def _first_person(sentence: Span, start: int, end: int, cast: Cast) -> str | None:
    words = sentence.doc.char_span(start, end, alignment_mode="contract")
    named = cast.within(words) if words is not None and len(words) else ()
    return next((actor for actor in named if cast.is_person(actor)), None)
