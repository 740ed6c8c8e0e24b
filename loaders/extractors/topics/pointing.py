"""What a statement without matter of its own points back to: "this step", an answer's question."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from loaders.facts import Span, Statement

_POINTING = {"this", "that", "these", "those", "such"}
_HERE = {"country", "region", "world", "nation", "city", "state", "house", "room", "place"}
_NOW = {"time", "year", "month", "week", "day", "morning", "afternoon", "evening", "moment"}
_SEASONS = {"spring", "summer", "autumn", "fall", "winter", "century", "decade", "term"}
_REACH = 10  # words from the start: later ones point at what was said before them there
_TURN = "statement.direct.turn"


def pointed_at(statement: Statement, doc: Doc, body: str) -> Iterator[Span]:
    """Where to look for what the words point to: earlier in the sentence, then the one before."""
    words = doc.char_span(statement.span.start, statement.span.end, alignment_mode="contract")
    if words is None:
        return
    if statement.evidence.rule == _TURN:
        yield from _question(body, statement.span.start)
        return
    if not any(map(_points, words[:_REACH])):
        return
    first = words[0].sent
    if words.start > first.start:
        yield Span(first.start_char, statement.span.start)
    before = _before(first, doc)
    if before is not None:
        yield Span(before.start_char, before.end_char)


def _question(body: str, start: int) -> Iterator[Span]:
    """The line before the answer's, if it asks something."""
    line = body.rfind("\n", 0, start) + 1
    asked = body[:line].rstrip()
    if asked.endswith("?"):
        yield Span(asked.rfind("\n") + 1, len(asked))


def _points(token: Token) -> bool:
    """ "this step", "such attacks"; "this" alone as a subject or an object."""
    if token.lower_ not in _POINTING or token.tag_ in {"IN", "WDT", "RB"}:
        return False
    if token.dep_ == "det" and token.head.lemma_.lower() in _HERE | _NOW | _SEASONS:
        return False
    return token.dep_ in {"det", "nsubj", "nsubjpass", "dobj", "pobj", "amod"}


def _before(sentence: Words, doc: Doc) -> Words | None:
    """The sentence of words before this one."""
    at = sentence.start
    while at > 0:
        earlier: Words = doc[at - 1].sent
        if any(t.is_alpha for t in earlier):
            return earlier
        at = earlier.start
    return None
