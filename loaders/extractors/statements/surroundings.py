"""A quotation and the words of its sentence around it."""

from dataclasses import dataclass

from spacy.tokens import Token

from loaders.extractors.statements.extents import is_stop
from loaders.extractors.statements.spans import Spans
from loaders.reading.quotations import Quotation

INTRODUCERS = frozenset({",", ":", "—", "–", "―", "--", "-"})
TITLE = 7  # words of the longest title of a programme or book
SENTENCE = 4  # words that a quotation without a cue must have to be speech


@dataclass(frozen=True)
class Around:
    """A quotation with the words of its sentence outside it."""

    quotation: Quotation
    words: str
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    stopped: bool

    @property
    def running(self) -> bool:
        """Whether the sentence runs on behind the closing mark without a comma or stop."""
        ended = self.words[-1:] in {",", ".", "?", "!", "…", "-", "–", "—"}
        return not ended and bool(self.after) and self.after[0].text not in INTRODUCERS


def around_of(spans: Spans, i: int) -> Around:
    q, text = spans.quotations[i], spans.text
    start = text.rfind("\n", 0, q.outer.start) + 1
    end = text.find("\n", q.outer.end)
    end = len(text) if end < 0 else end
    if i > 0:
        start = max(start, spans.quotations[i - 1].outer.end)
    if i + 1 < len(spans.quotations):
        end = min(end, spans.quotations[i + 1].outer.start)
    before = _tokens(spans, start, q.outer.start)
    stops = [k for k, t in enumerate(before) if is_stop(t)]
    after = _tokens(spans, q.outer.end, end)
    stop = next((k for k, t in enumerate(after) if is_stop(t) or t.text == ";"), len(after))
    opening = before[stops[-1] + 1 :] if stops else before
    words = text[q.span.start : q.span.end]
    return Around(q, words, tuple(opening), tuple(after[:stop]), stop < len(after))


def _tokens(spans: Spans, start: int, end: int) -> list[Token]:
    window = spans.doc.char_span(start, end, alignment_mode="contract") if start < end else None
    marks = set("\"“”„‟«»‘’'")
    return [t for t in window or () if not t.is_space and not set(t.text) <= marks]


def clause_like(around: Around) -> bool:
    """Whether what is quoted can stand alone: some words, or a sentence's end."""
    words = around.words
    return len(words.split()) >= SENTENCE or words[-1:] in {".", "!", "?", ","}


def embedded(around: Around) -> bool:
    """Quoted words that go on in a sentence begun outside: "she had “given up”"."""
    if not around.before or around.before[-1].text in INTRODUCERS:
        return False
    words = around.words.split()
    return not words[0][0].isupper() or is_title(words)


def is_title(words: list[str]) -> bool:
    """ "Face the Nation": all but the small words begin with a capital letter."""
    long = [w for w in words if len(w) > 3 and w[0].isalpha()]
    return len(words) <= TITLE and bool(long) and all(w[0].isupper() for w in long)
