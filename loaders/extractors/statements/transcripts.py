"""Turns of a transcript: "MR. X: …" lasts until the next label."""

import itertools
import re

from spacy.tokens import Token

from loaders.extractors.statements.cues import nouns
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speaker, Speakers
from loaders.facts import Form, Span

RULE = "statement.direct.turn"
_LABEL = re.compile(
    r"\s*(?P<name>Q|A|[A-Z][A-Z .,’'\-]*[A-Z]"
    r"|(?:Mr|Ms|Mrs|Dr)\. ?[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+)?)"
    r"(?:\s?:|(?<=\bQ)\s)\s*"
)
_WRITTEN = re.compile(
    r"\s*[*_]{0,3}(?P<name>[^\W\d_][\w’'\-]+(?: [^\W\d_][\w’'\-]+){0,3})"
    r"[*_]{0,3}\s*:[*_]{0,3}\s+(?=\S)"
)
REACH = 40  # characters before a name in which its title stands
LEAST_TURNS = 2  # of a label that is a plain surname: one alone may be any line with a colon
_HONORIFIC = re.compile(r"(?:MR|MS|MRS|DR|SIR|DAME)\b\.?", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]{1,40}\)")
_CLOCK = re.compile(r"(?:END\s+)?\d{1,2}:\d{2}\s*[AaPp]\.?[Mm]\.?")
_QUESTIONS = {"Q", "A"}


def find_transcript(
    spans: Spans, speakers: Speakers, paragraphs: list[Span], source: str
) -> list[Found]:
    """All turns, the questioners' with nobody as speaker; none where it is no transcript.

    `source` is the text with its headline, which often tells who "THE PRESIDENT" is.
    """
    text = spans.text
    heads = [(p, m) for p in paragraphs if (m := _LABEL.match(text, p.start, p.end))]
    heads = heads or _written(text, paragraphs, speakers)
    ends = [p.start for p, _ in heads[1:]] + [
        _ending(text, paragraphs, p, m["name"]) for p, m in heads[-1:]
    ]
    names = [m["name"] for _, m in heads]
    known: dict[str, tuple[str, ...]] = {}
    found = []
    for (_, match), end in zip(heads, ends, strict=True):
        token, span, name = (
            _last_token(spans, match),
            _spoken(text, match.end(), end),
            match["name"],
        )
        if token is not None and span is not None:
            if name not in known:
                opening = Span(0, heads[0][0].start)
                office = _in_office(source, name, opening, speakers)
                again = names.count(name) > 1
                known[name] = office or _speaker(text, name, again, token, speakers).ids
            found.append(Found(span, Speaker(known[name], token), Form.DIRECT, RULE, token))
    return found if any(f.speaker.ids for f in found) else []


def _written(
    text: str, paragraphs: list[Span], speakers: Speakers
) -> list[tuple[Span, re.Match[str]]]:
    """Labels in small letters: repeated ones, if a name of the cast is among them."""
    heads = [(p, m) for p in paragraphs if (m := _WRITTEN.match(text, p.start, p.end))]
    names = [m["name"] for _, m in heads]
    often = {n for n in names if names.count(n) >= LEAST_TURNS}
    return [h for h in heads if h[1]["name"] in often] if any(map(speakers.surname, often)) else []


def _in_office(text: str, label: str, opening: Span, speakers: Speakers) -> tuple[str, ...]:
    """For "THE PRESIDENT": the one person whom the lines above the talk name with that title."""
    title = label.lower().rsplit(maxsplit=1)[-1]
    if title not in nouns("role") or label in _QUESTIONS:
        return ()
    people = speakers.people_in(opening)
    titled = (
        i for i, s in people if title in text[max(0, s.start - REACH) : s.end].lower().split()
    )
    return tuple(itertools.islice(titled, 1))


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


def _tells_of(name: str, text: str, paragraph: Span) -> bool:
    """Nobody names himself: such a paragraph is the reporter's."""
    surname = name.rsplit(maxsplit=1)[-1]
    return not name.isupper() and surname in text[paragraph.start : paragraph.end]


def _ending(text: str, paragraphs: list[Span], last: Span, name: str) -> int:
    """Where the last turn ends: at the time of day that closes a transcript, or with the text."""
    for paragraph in paragraphs:
        if paragraph.start <= last.start:
            continue
        if _CLOCK.match(text, paragraph.start) or _tells_of(name, text, paragraph):
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
