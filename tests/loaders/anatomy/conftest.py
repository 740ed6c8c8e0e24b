"""How the anatomy tests look at a text: the words of each part, and what is left to read."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from loaders.anatomy import dissect
from loaders.article import Article, Metadata
from loaders.facts import Anatomy, Span


@dataclass(frozen=True)
class Seen:
    """A dissected text."""

    text: str
    anatomy: Anatomy

    def words(self, span: Span | None) -> str | None:
        """The words at `span`."""
        return self.text[span.start : span.end] if span else None

    @property
    def headline(self) -> str | None:
        """The headline's words."""
        return self.words(self.anatomy.headline)

    @property
    def published(self) -> str | None:
        """The publication date as EDTF."""
        return self.anatomy.published.edtf if self.anatomy.published else None

    @property
    def place(self) -> str | None:
        """The dateline's place."""
        return self.anatomy.dateline_place.value if self.anatomy.dateline_place else None

    @property
    def author(self) -> str | None:
        """The author's name."""
        return self.anatomy.author.value if self.anatomy.author else None

    @property
    def skipped(self) -> list[tuple[str, str | None]]:
        """Why each skipped part is left out, and its words, in order."""
        return [(s.reason, self.words(s.span)) for s in self.anatomy.skipped]


Look = Callable[..., Seen]


@pytest.fixture
def look() -> Look:
    """Dissects a text."""

    def looked(text: str, metadata: Metadata | None = None) -> Seen:
        article = Article("a.txt", "a.txt", text, metadata or Metadata())
        return Seen(text, dissect(article))

    return looked
