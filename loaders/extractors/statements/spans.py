"""Cuts what is said out of a sentence, exactly: no cue, no "that", no final stop."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from loaders.extractors.statements.cues import Verb
from loaders.extractors.statements.extents import extent, sentence_end
from loaders.facts import Span
from loaders.reading.quotations import Quotation

_LIST = re.compile(r":(?:[.;]?\s*\n\s*[-–•*][^\n]*[^\s.;])+")
_OPEN = {"(", "["}


@dataclass(frozen=True)
class Spans:
    """Turns stretches of tokens into spans, with the article's quotations at hand."""

    doc: Doc
    text: str
    quotations: tuple[Quotation, ...] = field(default=())
    direct: frozenset[int] = field(default=frozenset())
    verbs: tuple[tuple[Token, Verb], ...] = field(default=())

    def between(self, first: int, last: int) -> Span | None:
        """The tokens `first` to `last` (both included) without the punctuation at their edges."""
        while first <= last and self._loose_start(first):
            first += 1
        while first <= last and self._loose_end(first, last):
            last -= 1
        if first > last:
            return None
        token = self.doc[last]
        return self._unwrapped(Span(self.doc[first].idx, token.idx + len(token)))

    def _loose_start(self, first: int) -> bool:
        token = self.doc[first]
        if token.text in _OPEN or token.is_currency:
            return False
        opens = any(q.outer.start <= token.idx < q.span.start for q in self.quotations)
        return (
            token.is_space or (token.is_punct and not opens) or token.text in {"-", "–", "—", "--"}
        )

    def _loose_end(self, first: int, last: int) -> bool:
        token, start = self.doc[last], self.doc[first].idx
        closes = any(
            q.span.end <= token.idx < q.outer.end and start <= q.outer.start
            for q in self.quotations
        )
        if closes or token.text in {")", "]", "%"}:
            return token.text == ")" and "(" not in self.doc[first : last + 1].text
        return token.is_space or token.is_punct or token.text in {"-", "–", "—", "--"}

    def _unwrapped(self, span: Span) -> Span:
        """Without the marks where the whole of it is one quotation."""
        for q in self.quotations:
            if span == q.outer:
                return q.span
        return span

    def following(self, cue: Token, first: int) -> Span | None:
        """What `cue` reports from the token `first` on."""
        span = self.between(first, self._closed(extent(cue, first, self.sentence_end(cue))))
        return self._with_list(span) if span is not None else None

    def _closed(self, last: int) -> int:
        """The last token, or the closing mark of the quotation that it stands in."""
        quotation = self.in_quotation(self.doc[last])
        if quotation is None or quotation.outer.start in self.direct or not quotation.closed:
            return last
        while last + 1 < len(self.doc) and self.doc[last + 1].idx < quotation.outer.end:
            last += 1
        return last

    def _with_list(self, span: Span) -> Span:
        """And the list behind a colon that spells it out."""
        found = _LIST.match(self.text, span.end)
        return Span(span.start, found.end()) if found else span

    def sentence_end(self, token: Token) -> int:
        """The last token of the sentence, whatever the parse makes of it."""
        return sentence_end(token, self.quotations, self.direct)

    def opening(self, direct: Iterable[Span]) -> frozenset[int]:
        """Where the quotations open that are statements of their own."""
        said = list(direct)
        return frozenset(
            q.outer.start for q in self.quotations if any(s.covers(q.span) for s in said)
        )

    def direct_at(self, token: Token) -> bool:
        """Whether the token belongs to a quotation that is a statement of its own."""
        return any(
            q.outer.start in self.direct and q.outer.start <= token.idx < q.outer.end
            for q in self.quotations
        )

    def quoted(self, span: Span) -> bool:
        """Whether words inside the span are quoted."""
        return any(not q.single and span.covers(q.outer) for q in self.quotations)

    def in_quotation(self, token: Token) -> Quotation | None:
        """The quotation that the token stands in."""
        for q in self.quotations:
            if q.span.start <= token.idx < q.span.end:
                return q
        return None
