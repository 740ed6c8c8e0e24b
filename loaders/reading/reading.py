"""An article, parsed: what every extractor is given."""

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from loaders.article import Article
from loaders.facts import Anatomy, Span


@dataclass(frozen=True)
class Reading:
    """`doc` is the whole text with skipped parts blanked, so token offsets are the article's."""

    article: Article
    anatomy: Anatomy
    doc: Doc

    @cached_property
    def body(self) -> str:
        """The text with what is skipped blanked; spaCy builds `doc.text` anew at every access."""
        return self.doc.text

    def text(self, span: Span) -> str:
        """The article's own words at `span`."""
        return self.article.text[span.start : span.end]
