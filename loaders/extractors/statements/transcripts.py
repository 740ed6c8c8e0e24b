"""Turns of a transcript: "MR. X: …" lasts until the next label."""

import re

from spacy.tokens import Token

from loaders.extractors.statements.cues import nouns
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speaker, Speakers
from loaders.facts import Form, Span

RULE = "statement.direct.turn"
_LABEL = re.compile(
    r"(?P<name>Q|A|[A-Z][A-Z .,’'\-]*[A-Z]"
    r"|(?:Mr|Ms|Mrs|Dr)\. ?[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+)?)"
    r"(?:\s?:|(?<=\bQ)\s)\s*"
)
_HONORIFIC = re.compile(r"(?:MR|MS|MRS|DR|SIR|DAME)\b\.?", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]{1,40}\)")
_CLOCK = re.compile(r"(?:END\s+)?\d{1,2}:\d{2}\s*[AaPp]\.?[Mm]\.?")
_QUESTIONS = {"Q", "A"}


def find_transcript(spans: Spans, speakers: Speakers, paragraphs: list[Span]) -> list[Found]:
    """All turns, the questioners' with nobody as speaker; none where it is no transcript."""
    text = spans.text
    heads = [(p, m) for p in paragraphs if (m := _LABEL.match(text, p.start, p.end))]
    ends = [p.start for p, _ in heads[1:]] + [_ending(text, paragraphs, p) for p, _ in heads[-1:]]
    found = []
    for (_, match), end in zip(heads, ends, strict=True):
        token, span = _last_token(spans, match), _spoken(text, match.end(), end)
        if token is not None and span is not None:
            again = sum(m["name"] == match["name"] for _, m in heads) > 1
            speaker = _speaker(text, match["name"], again, token, speakers)
            found.append(Found(span, speaker, Form.DIRECT, RULE, token))
    return found if any(f.speaker.ids for f in found) else []


def _speaker(text: str, label: str, again: bool, token: Token, speakers: Speakers) -> Speaker:
    """The person of the label; an unknown one keeps the name where a title vouches for it."""
    if label in _QUESTIONS:
        return Speaker((), token)
    name = label.rsplit(maxsplit=1)[-1]
    speaker = speakers.labelled(token, name)
    named = again and " " in label and name.lower() not in nouns("role") | nouns("spokesman")
    if speaker.ids or not (named or _HONORIFIC.match(label)):
        return speaker
    written = re.search(rf"\b(?!{re.escape(name)}\b)(?i:{re.escape(name)})\b", text)
    return Speaker((written[0] if written else name.title(),), token)


def _last_token(spans: Spans, match: re.Match[str]) -> Token | None:
    words = spans.doc.char_span(*match.span("name"), alignment_mode="expand")
    names = [t for t in words or () if not t.is_punct and not t.is_space]
    return names[-1] if names else None


def _ending(text: str, paragraphs: list[Span], last: Span) -> int:
    """Where the last turn ends: at the time of day that closes a transcript, or with the text."""
    for paragraph in paragraphs:
        if paragraph.start > last.start and _CLOCK.match(text, paragraph.start):
            return paragraph.start
    return paragraphs[-1].end


def _spoken(text: str, start: int, end: int) -> Span | None:
    """The words of a turn without the stenographer's remarks at its edges."""
    while True:
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end = start + len(text[start:end].rstrip())
        opening = _ASIDE.match(text, start, end)
        closing = next((m for m in _ASIDE.finditer(text, start, end) if m.end() == end), None)
        if opening is None and closing is None:
            return Span(start, end) if end > start else None
        start = opening.end() if opening is not None else start
        end = closing.start() if closing is not None and closing.start() >= start else end
