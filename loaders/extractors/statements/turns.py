"""Speech that only the layout marks: paragraphs after "X said:", dashes as quotation marks."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.statements.assertion import told
from loaders.extractors.statements.cues import verb_at
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speaker, Speakers
from loaders.extractors.statements.subjects import subject_of
from loaders.extractors.statements.transcripts import find_transcript
from loaders.facts import Form, Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_DASH = r"[–—―-]"
_DASH_QUOTATION = re.compile(
    rf"\s*(?:{_DASH}\s*)?(?P<said>.+?)\s+{_DASH}\s+(?P<cue>[^–—―]{{3,90}}?)\.?\s*$"
)
_FIRST = {"i", "we", "you"}
REACH = 3  # words from the dash to the verb: "she answered"
CUE_WORDS = 14  # words of a cue behind a dash: a name with its title and place


def find_turns(spans: Spans, speakers: Speakers, source: str) -> Iterator[Found]:
    """Statements that nothing but the layout marks as speech."""
    text = spans.text
    paragraphs = [Span(m.start(), m.end()) for m in _PARAGRAPH.finditer(text)]
    turns = find_transcript(spans, speakers, paragraphs, source)
    if turns:
        yield from turns
        return
    yield from _after_colon(spans, speakers, paragraphs)
    for paragraph in paragraphs:
        found = _dashed(spans, speakers, paragraph)
        if found is not None:
            yield found


def _after_colon(spans: Spans, speakers: Speakers, paragraphs: list[Span]) -> Iterator[Found]:
    """ "X said:" and paragraphs without marks, to the text's end or the next cue."""
    text = spans.text
    for i, paragraph in enumerate(paragraphs[:-1]):
        if text[paragraph.end - 1 :].lstrip()[:1] != ":" and not text[
            paragraph.start : paragraph.end
        ].rstrip().endswith(":"):
            continue
        cue = _last_cue(spans, paragraph)
        speaker = speakers.of(cue) if cue is not None else None
        if speaker is None or cue is None:
            continue
        last = i
        while last + 1 < len(paragraphs) and _unmarked(spans, paragraphs[last + 1]):
            last += 1
        if any(_narrates(spans, p) for p in paragraphs[i + 2 : last + 1]):
            last = i + 1  # the report goes on: who spoke before the colon spoke one paragraph
        if last > i:
            start = paragraphs[last].end - len(
                text[paragraphs[i + 1].start : paragraphs[last].end].lstrip()
            )
            span = Span(start, len(text[: paragraphs[last].end].rstrip()))
            yield Found(
                span, speaker, Form.DIRECT, "statement.direct.paragraphs", cue, verb_at(cue)
            )


def _last_cue(spans: Spans, paragraph: Span) -> Token | None:
    words = spans.doc.char_span(paragraph.start, paragraph.end, alignment_mode="contract")
    for token in reversed(words or ()):
        verb = verb_at(token)
        if verb is not None:
            return token if verb.takes("quote") and told(token) else None
    return None


def _narrates(spans: Spans, paragraph: Span) -> bool:
    """Whether a paragraph reports speech itself, in the third person."""
    words = spans.doc.char_span(paragraph.start, paragraph.end, alignment_mode="contract")
    for token in words or ():
        verb = verb_at(token) if token.tag_ in {"VBD", "VBZ"} else None
        subject = subject_of(token) if verb is not None and verb.takes("quote") else None
        if subject is not None and subject.lower_ not in _FIRST and told(token):
            return True
    return False


def _unmarked(spans: Spans, paragraph: Span) -> bool:
    """A paragraph that opens neither with a mark nor with a bullet."""
    first = spans.text[paragraph.start : paragraph.end].lstrip()[:1]
    return first.isalnum() and not any(q.outer.start == paragraph.start for q in spans.quotations)


def _dashed(spans: Spans, speakers: Speakers, paragraph: Span) -> Found | None:
    """ "– …, – said X": the dash is the quotation mark."""
    text = spans.text
    match = _DASH_QUOTATION.match(text, paragraph.start, paragraph.end)
    if match is None or len(match["cue"].split()) > CUE_WORDS:
        return None
    if any(q.outer.start <= match.end("said") + 1 < q.outer.end for q in spans.quotations):
        return None
    window = spans.doc.char_span(match.start("cue"), match.end("cue"), alignment_mode="expand")
    words = [t for t in window or () if not t.is_punct and not t.is_space]
    opening = words[:REACH] if text[match.start() :].lstrip()[:1] in "–—―-" else words[:1]
    token = next((t for t in (*opening, *words[-1:]) if _opens_cue(t)), None)
    if token is None:
        return None
    speaker = _speaker_beside(token, words, speakers)
    if speaker is None:
        return None
    span = Span(match.start("said"), len(text[: match.end("said")].rstrip(" ,")))
    return Found(span, speaker, Form.DIRECT, "statement.direct.dash", token, verb_at(token))


def _opens_cue(token: Token) -> bool:
    verb = verb_at(token)
    return verb is not None and verb.takes("quote") and token.tag_ != "VBG" and told(token)


def _speaker_beside(cue: Token, words: list[Token], speakers: Speakers) -> Speaker | None:
    """The subject of a cue that stands alone with its speaker."""
    subject = next((c for c in cue.children if c.dep_ == "nsubj" and c in words), None)
    others = [t for t in words if t != cue and t.pos_ in {"NOUN", "PROPN", "PRON"}]
    heads = [t for t in others if t.dep_ not in {"compound", "nmod", "poss", "pobj"}]
    token = subject or next(iter(heads or others), None)
    return speakers.named(token) if token is not None else None
