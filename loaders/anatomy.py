"""Finds the parts around an article's body: headline, date, dateline, author, boilerplate."""

from loaders.article import Article
from loaders.facts import Anatomy


def dissect(article: Article) -> Anatomy:
    """The article's anatomy."""
    return Anatomy()
