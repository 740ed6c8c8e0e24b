"""A statement, message or letter in the first person: its whole body is its author's words."""

import re
from dataclasses import replace

from loaders.extractors.statements.found import Found
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speaker
from loaders.facts import Form, Span
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading

RULE = "statement.direct.document"
_AUTHORED = re.compile(
    r"\b(?:statement|message|letter|remarks|address|speech)s?\b.{0,40}?\b(?:by|from|of)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = {"i", "my", "me", "i’m", "i'm"}
_SENTENCE = re.compile(r"[^\n]*\S[^\n]*[.!?”\"][ \t]*(?=\n|$)")
LEAST_PERSONAL = 2  # words like "I" and "my" that a text in the first person has at least
LEAST_WORDS = 12  # words of a first paragraph: shorter ones are dates and places


def find_document(spans: Spans, cast: Cast, reading: Reading) -> list[Found]:
    """The body as one statement of the author whom the headline names."""
    headline, text = reading.anatomy.headline, reading.article.text
    match = _AUTHORED.search(text[headline.start : headline.end]) if headline else None
    if headline is None or match is None:
        return []
    author = _author(cast, Span(headline.start + match.end(), headline.end))
    body = _body(spans.text, headline.end)
    if not author or body is None or not _personal(spans, body):
        return []
    token = next(t for t in spans.doc if t.idx >= body.start)
    return [Found(body, Speaker(author, token), Form.DIRECT, RULE)]


def in_own_name(found: Found, document: list[Found]) -> Found:
    """ "I urge …" and "we urge …" in such a body are its author's."""
    said = found.speaker.token.lower_ in {"i", "we"} and not found.speaker.ids
    if not said or not any(d.span.covers(found.span) for d in document):
        return found
    return replace(found, speaker=Speaker(document[0].speaker.ids, found.speaker.token))


def _author(cast: Cast, within: Span) -> tuple[str, ...]:
    """The first person that the headline means behind "by": its words are not in the parse."""
    found = [r for r in cast.references if within.covers(r.mention.span)]
    for reference in sorted(found, key=lambda r: r.mention.span):
        people = tuple(i for i in reference.actors if cast.is_person(i))
        if people:
            return people
    return ()


def _body(text: str, start: int) -> Span | None:
    paragraphs = list(_SENTENCE.finditer(text, start))
    first = next((p for p in paragraphs if len(p[0].split()) >= LEAST_WORDS), None)
    if first is None:
        return None
    begin = first.start() + len(first[0]) - len(first[0].lstrip())
    return Span(begin, len(text[: paragraphs[-1].end()].rstrip()))


def _personal(spans: Spans, body: Span) -> bool:
    """Whether "I" and "my" stand outside quotations."""
    words = spans.doc.char_span(body.start, body.end, alignment_mode="contract")
    own = [t for t in words or () if t.lower_ in _FIRST_PERSON and not spans.in_quotation(t)]
    return len(own) >= LEAST_PERSONAL
