"""The article as words, each with its token, sentence and entity label."""

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from loaders.facts import Span
from loaders.reading.names import Word, words_of


@dataclass(frozen=True)
class Page:
    """One parsed article; all positions are indexes into `words`.

    `headline` is parsed apart (it begins at `offset`), because the article's own parse
    leaves it out.
    """

    doc: Doc
    headline: Doc | None = None
    offset: int = 0

    @cached_property
    def source(self) -> str:
        """The parsed text with the headline in its place."""
        body = self.doc.text  # spaCy joins the tokens anew each time
        if self.headline is None:
            return body
        headline = self.headline.text
        return body[: self.offset] + headline + body[self.offset + len(headline) :]

    @cached_property
    def words(self) -> list[Word]:
        """The article's words in order."""
        return words_of(self.source)

    @cached_property
    def tokens(self) -> list[Token]:
        """The parser's token of each word."""
        found = _aligned(self.doc, self.words, 0)
        if self.headline is not None:
            end = self.offset + len(self.headline.text)
            inside = [i for i, w in enumerate(self.words) if self.offset <= w.start < end]
            tokens = _aligned(self.headline, [self.words[i] for i in inside], self.offset)
            for i, token in zip(inside, tokens, strict=True):
                found[i] = token
        return found

    @cached_property
    def labels(self) -> list[str]:
        """The statistical recognizer's label of each word, empty where it has none."""
        return [token.ent_type_ for token in self.tokens]

    def span(self, start: int, end: int) -> Span:
        """The text's characters from word `start` up to word `end`."""
        return Span(self.words[start].start, self.words[end - 1].end)

    def text(self, start: int, end: int) -> str:
        """The text's own words from `start` up to `end`, line breaks as blanks."""
        if start >= end:
            return ""
        span = self.span(start, end)
        return " ".join(self.source[span.start : span.end].split())

    def apart(self, left: int, right: int) -> bool:
        """Whether a line break lies between two words."""
        return self.words[left].line != self.words[right].line

    def lower(self, i: int) -> str:
        """Word `i` in lower case, empty beyond the ends."""
        return self.words[i].lower if 0 <= i < len(self.words) else ""


def _aligned(doc: Doc, words: list[Word], offset: int) -> list[Token]:
    found, i = [], 0
    tokens = list(doc)  # spaCy makes a token anew at each access
    starts = [token.idx + offset for token in tokens]
    last = len(tokens) - 1
    for word in words:
        while i < last and starts[i + 1] <= word.start:
            i += 1
        found.append(tokens[i])
    return found
