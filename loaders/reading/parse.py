"""One spaCy parse over the article's body, in the article's own offsets."""

from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from loaders.anatomy import joined
from loaders.article import Article
from loaders.facts import Anatomy, Skipped
from loaders.reading.reading import Reading
from loaders.run import MODEL

BATCH = 32  # articles in one call of the model: memory stays flat, speed has levelled off


@Language.component("paragraph_starts")
def paragraph_starts(doc: Doc) -> Doc:
    """Let no sentence run over a line break: cross-heads and datelines carry no full stop.

    Nor let one begin amid a line after a word or an abbreviation in brackets, as it
    does for the model within long titles.
    """
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
        elif not token.is_space and _goes_on(token):
            doc[token.i + 1].is_sent_start = False
    return doc


def _goes_on(token: Token) -> bool:
    """Whether the sentence can't end with the token: a word, or a bracket closed after one."""
    if token.text == ")" and token.i > 0:
        return token.nbor(-1).text[-1:].isalnum()
    return token.text[-1:].isalnum()


@cache
def language() -> Language:
    """The pipeline, loaded once a process."""
    nlp = spacy.load(MODEL)
    nlp.add_pipe("paragraph_starts", before="parser")
    return nlp


def blanked(text: str, skipped: Iterable[Skipped]) -> str:
    """`text` at the same length, with what is skipped replaced by blanks and line breaks kept."""
    characters = list(text)
    for part in skipped:
        for i in range(part.span.start, part.span.end):
            if characters[i] != "\n":
                characters[i] = " "
    return "".join(characters)


def read(articles: Iterable[tuple[Article, Anatomy]]) -> Iterator[Reading]:
    """Parse articles in batches; the order is kept."""
    pairs = ((blanked(joined(a.text), anatomy.skipped), (a, anatomy)) for a, anatomy in articles)
    for doc, (article, anatomy) in language().pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield Reading(article, anatomy, doc)
