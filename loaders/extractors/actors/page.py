"""The article as words, each with its token, sentence and entity label."""

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from loaders.facts import Span
from loaders.reading.names import Word, words_of

WEAK = {"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"}


@dataclass(frozen=True)
class Page:
    """One parsed article; all positions are indexes into `words`."""

    doc: Doc

    @cached_property
    def words(self) -> list[Word]:
        """The article's words in order."""
        return words_of(self.doc.text)

    @cached_property
    def tokens(self) -> list[int]:
        """The parser's token of each word."""
        found, i = [], 0
        last = len(self.doc) - 1
        for word in self.words:
            while i < last and self.doc[i + 1].idx <= word.start:
                i += 1
            found.append(i)
        return found

    @cached_property
    def labels(self) -> list[str]:
        """The statistical recognizer's label of each word, empty where it has none."""
        return [self.doc[i].ent_type_ for i in self.tokens]

    @cached_property
    def sentences(self) -> list[int]:
        """The number of each word's sentence."""
        number = [0] * len(self.doc)
        for n, sentence in enumerate(self.doc.sents):
            for i in range(sentence.start, sentence.end):
                number[i] = n
        return [number[i] for i in self.tokens]

    def span(self, start: int, end: int) -> Span:
        """The text's characters from word `start` up to word `end`."""
        return Span(self.words[start].start, self.words[end - 1].end)

    def text(self, start: int, end: int) -> str:
        """The text's own words from `start` up to `end`, line breaks as blanks."""
        if start >= end:
            return ""
        span = self.span(start, end)
        return " ".join(self.doc.text[span.start : span.end].split())

    def apart(self, left: int, right: int) -> bool:
        """Whether a line break lies between two words."""
        return self.words[left].line != self.words[right].line
