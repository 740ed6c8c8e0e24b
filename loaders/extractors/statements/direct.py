"""Who says each quotation: the cue before, behind or between, else the talk around it."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from loaders.extractors.statements.attribution import AFTER, BEFORE, by_cue
from loaders.extractors.statements.cues import verb_at
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speakers
from loaders.extractors.statements.surroundings import SENTENCE, Around, around_of, is_title
from loaders.facts import Form
from loaders.reading.quotations import Quotation

_FINITE = {"VBD", "VBZ", "VBP", "MD"}


def find_quoted(spans: Spans, speakers: Speakers) -> Iterator[Found]:
    """A statement for every quotation that is speech."""
    last: Found | None = None
    for i, quotation in enumerate(spans.quotations):
        around = around_of(spans, i)
        found = by_cue(around, speakers)
        if found is None and not quotation.single:
            found = _by_neighbour(spans, speakers, around, last)
        if found is None:
            continue
        if last is not None and _touches(spans, last, found):
            last = replace(last, span=replace(last.span, end=found.span.end))
            continue
        if last is not None:
            yield last
        last = found
    if last is not None:
        yield last


def _touches(spans: Spans, before: Found, after: Found) -> bool:
    """Two quotations of one speaker with nothing but marks and blanks between them."""
    between = spans.text[before.span.end : after.span.start]
    own_cue = after.rule != before.rule and after.rule in {AFTER, BEFORE}
    same = before.speaker.ids == after.speaker.ids and (before.cue == after.cue or not own_cue)
    return same and not any(c.isalnum() for c in between) and between.count("\n") < 3


def _by_neighbour(
    spans: Spans, speakers: Speakers, around: Around, last: Found | None
) -> Found | None:
    """A quotation that has no cue of its own goes on where its neighbour spoke."""
    text, q = spans.text, around.quotation
    words = text[q.span.start : q.span.end].split()
    if len(words) < SENTENCE and not _whole(text[q.span.start : q.span.end]):
        return None
    if around.before and is_title(words):
        return None
    if (
        last is not None
        and _same_paragraph(text, last.span.end, q.outer.start)
        and _goes_on(around, last)
    ):
        return replace(last, span=q.span, rule="statement.direct.continued", cue=last.cue)
    if len(words) < SENTENCE:
        return None
    alone = not around.before and (not around.after or around.after[0].text[0].isupper())
    if not alone or text[q.span.end - 1] not in ".!?…,":
        return None
    if last is not None and last.cue is not None and _only_cue_between(spans, last, q):
        return replace(last, span=q.span, rule="statement.direct.alone")
    sentence = _sentence_before(spans, q)
    for token in reversed(sentence):
        verb = verb_at(token)
        if verb is not None and not spans.in_quotation(token):
            speaker = speakers.of(token)
            if speaker is not None and speaker.ids:
                rule = "statement.direct.alone"
                return Found(q.span, speaker, Form.DIRECT, rule, token, verb)
    return None


def _whole(words: str) -> bool:
    """Whether a few words are a sentence of their own: "Neither do we."."""
    return words[:1].isupper() and " " in words and words[-1:] in {".", "!", "?"}


def _only_cue_between(spans: Spans, last: Found, q: Quotation) -> bool:
    """Whether nothing but the neighbour's cue and its speaker stands between two paragraphs."""
    window = spans.doc.char_span(last.span.end, q.outer.start, alignment_mode="contract")
    words = [t for t in window or () if not t.is_space]
    finite = [t for t in words if t.tag_ in _FINITE]
    return last.cue in words and finite == [last.cue]


def _same_paragraph(text: str, start: int, end: int) -> bool:
    return "\n" not in text[start:end]


def _goes_on(around: Around, last: Found) -> bool:
    """Only the neighbour's cue stands between, or a comma or stop ends it."""
    if last.cue is None:
        return False
    return not around.before or any(t.i == last.cue.i for t in around.before)


def _sentence_before(spans: Spans, q: Quotation) -> list[Token]:
    before = [t for t in spans.doc if t.idx < q.outer.start and not t.is_space]
    return list(before[-1].sent) if before else []
