"""An article, parsed: what every extractor is given."""

from dataclasses import dataclass

from spacy.tokens import Doc

from loaders.article import Article
from loaders.facts import Anatomy, Span


@dataclass(frozen=True)
class Reading:
    """`doc` is the whole text with skipped parts blanked, so token offsets are the article's."""

    article: Article
    anatomy: Anatomy
    doc: Doc

    def text(self, span: Span) -> str:
        """The article's own words at `span`."""
        return self.article.text[span.start : span.end]
