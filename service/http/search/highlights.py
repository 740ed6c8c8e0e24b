"""The words that were asked for, marked in what is shown; all else is escaped."""

from collections.abc import Iterator
from itertools import islice

from markupsafe import Markup, escape

from service.http.excerpts import excerpt
from service.store.search.words import Asked, words

_READ = 20_000  # words of an article that are looked through for its excerpt
_WIDEST = 420  # characters of an excerpt


def highlighted(text: str, asked: Asked) -> Markup:
    """The text as HTML with the words marked."""
    return Markup("").join(_pieces(text, asked))


def _pieces(text: str, asked: Asked) -> Iterator[Markup]:
    end = 0
    for word in words(text):
        if asked.phrases and asked.matches(word.folded):
            yield escape(text[end : word.start])
            yield Markup("<mark>{}</mark>").format(text[word.start : word.end])
            end = word.end
    yield escape(text[end:])


def plain(text: str, asked: Asked) -> list[tuple[int, int]]:
    """Where the words stand, for programs: code points, end exclusive."""
    return [(w.start, w.end) for w in words(text) if asked.phrases and asked.matches(w.folded)]


def sentence(text: str, asked: Asked) -> tuple[str, int] | None:
    """The first sentence of a text that has one of the words, and where that word stands."""
    found = islice(words(text), _READ)
    first = next((w for w in found if asked.phrases and asked.matches(w.folded)), None)
    if first is None:
        return None
    around = excerpt(text, first.start, first.end)
    shown = f"{around.before}{around.words}{around.after}"
    return (shown if len(shown) <= _WIDEST else shown[:_WIDEST] + " …"), first.start
