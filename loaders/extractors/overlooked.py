"""Warnings where speech or meetings seem to be told but nothing was read."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from loaders.extractors.meetings.words import noun, verb
from loaders.extractors.statements.cues import verb_at
from loaders.extractors.statements.found import Found
from loaders.facts import Meeting, Span, Statement, Warned
from loaders.reading.cast import Cast
from loaders.reading.quotations import find_quotations
from loaders.reading.reading import Reading

SPEAKERLESS, QUOTATION = "speech-without-speaker", "quotation-unread"
SPEECH, MEETING = "speech-unread", "meeting-unread"
MESSAGES = {
    SPEAKERLESS: "speech whose speaker was not made out: no statement",
    QUOTATION: "a quotation that was given to nobody: no statement",
    SPEECH: "a paragraph that reports speech: no statement found in it",
    MEETING: "a paragraph that speaks of a meeting: no meeting found in it",
}
_SCARE = 3  # words: a shorter quotation may be a title or a scare quote
_PARAGRAPH = re.compile(r"\S[^\n]*")
_SUPPOSING = frozenset({"if", "unless", "should", "never"})  # speech that nobody claims took place
# Who gathers, negotiates or consults needn't meet anybody, and needs no verb of meeting.
_LOOSE = frozenset({"gather", "assemble", "negotiate", "consult", "speak", "talk", "bring"})

Paragraph = tuple[Span, list[Token]]


def find_overlooked(
    reading: Reading,
    cast: Cast,
    found: Sequence[Found],
    statements: Sequence[Statement],
    meetings: Sequence[Meeting],
) -> tuple[Warned, ...]:
    """What a reader should look at herself, in the order of the text.

    `found` is all that was read as speech, with a speaker or without.
    """
    told = [s.span for s in statements]
    speakerless = [f.span for f in found if not f.speaker.ids]
    unread = list(_quotations(reading, [*told, *speakerless]))
    heard = [*told, *(s.cue for s in statements if s.cue), *speakerless, *unread]
    met = [span for meeting in meetings for span in meeting.evidence.spans]
    paragraphs = list(_paragraphs(reading))
    spans = [
        *((span, SPEAKERLESS) for span in speakerless),
        *((span, QUOTATION) for span in unread),
        *((span, SPEECH) for span in _speech(paragraphs, heard)),
        *((span, MEETING) for span in _meetings(paragraphs, cast, met)),
    ]
    return tuple(Warned(code, MESSAGES[code], span) for span, code in sorted(set(spans)))


def _quotations(reading: Reading, read: Sequence[Span]) -> Iterator[Span]:
    """Quotations longer than a scare quote of which nothing was read."""
    for quotation in find_quotations(reading.body):
        long = len(reading.text(quotation.span).split()) > _SCARE
        if long and not _touches(quotation.span, read):
            yield quotation.span


def _speech(paragraphs: Sequence[Paragraph], heard: Sequence[Span]) -> Iterator[Span]:
    """Paragraphs in which somebody says a clause, and nothing was read."""
    for paragraph, tokens in paragraphs:
        if not _touches(paragraph, heard) and any(map(_reports, tokens)):
            yield paragraph


def _reports(token: Token) -> bool:
    """Whether a verb of speech has somebody who says and a clause that is said."""
    cue = verb_at(token)
    if cue is None or not cue.takes("quote"):
        return False
    parts = {child.dep_ for child in token.children}
    supposed = "neg" in parts or any(c.lower_ in _SUPPOSING for c in token.children)
    return not supposed and "ccomp" in parts and bool(parts & {"nsubj", "nsubjpass"})


def _meetings(paragraphs: Sequence[Paragraph], cast: Cast, met: Sequence[Span]) -> Iterator[Span]:
    """Paragraphs that speak of a meeting, and nothing was read."""
    for paragraph, tokens in paragraphs:
        if not _touches(paragraph, met) and any(_meets(token, cast) for token in tokens):
            yield paragraph


def _meets(token: Token, cast: Cast) -> bool:
    """A noun that names a meeting, or a verb of meeting with somebody known in its sentence."""
    named = noun(token)
    if named is not None:
        return named.reach == "pair" and not named.weak
    if not token.tag_.startswith("VB") or token.lemma_ in _LOOSE:
        return False
    if not (verb(token, "with") or verb(token, "together")):
        return False
    things = (child for child in token.children if child.dep_ == "dobj" and not cast.at(child))
    return not any(things) and bool(cast.within(token.sent))


def _paragraphs(reading: Reading) -> Iterator[Paragraph]:
    """The lines of the body below the headline, with their words."""
    headline = reading.anatomy.headline
    begin = headline.end if headline else 0
    tokens = [token for token in reading.doc if not token.is_space]
    at = 0
    for match in _PARAGRAPH.finditer(reading.body):
        inside = []
        while at < len(tokens) and tokens[at].idx < match.end():
            inside.append(tokens[at])
            at += 1
        if match.start() >= begin:
            yield Span(match.start(), match.start() + len(match.group().rstrip())), inside


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
