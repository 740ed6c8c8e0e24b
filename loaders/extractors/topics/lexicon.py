"""The words that name topics, and where they stand in a row of tokens."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from loaders.tables import rows

_GAP = "…"
_WIDEST = 4  # words that a gap may hold
_STOP = ""  # the concept of phrases that only look like topics


@dataclass(frozen=True)
class Word:
    """One word of a term: its form or lemma, and its part of speech where that counts."""

    text: str
    pos: str
    gap: bool  # whether other words may stand before it

    def fits(self, token: Token) -> bool:
        """Whether the token is this word; one with capitals is matched as it is written."""
        if self.pos and token.pos_ != self.pos:
            return False
        if self.text != self.text.lower():
            return bool(token.text == self.text)
        return self.text in forms(token)


@dataclass(frozen=True)
class Term:
    """Words that name a concept; a loose term names it only where no other term stands."""

    concept: str
    words: tuple[Word, ...]
    loose: bool

    @property
    def plain(self) -> bool:
        """Whether it holds no capitals, so that it may be a part of a name."""
        return all(word.text == word.text.lower() for word in self.words)


@dataclass(frozen=True)
class Sighting:
    """A term in the text: its first and last tokens."""

    term: Term
    first: Token
    last: Token

    @property
    def length(self) -> int:
        """Tokens from the first to the last."""
        return int(self.last.i - self.first.i + 1)


def sightings(tokens: list[Token]) -> Iterator[Sighting]:
    """The longest terms in text order; a term inside a longer one of another concept counts not."""
    end = -1
    for at, token in enumerate(tokens):
        fitting = list(_starting(tokens, at))
        longest = max((s.length for s in fitting), default=0)
        if longest and token.i + longest - 1 > end:
            end = token.i + longest - 1
            found = {s.term.concept: s for s in fitting if s.length == longest}
            yield from (found[concept] for concept in sorted(found) if concept != _STOP)


def forms(token: Token) -> tuple[str, str, str]:
    """The token in lower case, its lemma, and its form with a straight apostrophe."""
    return token.lower_, token.lemma_.lower(), token.lower_.replace("’", "'")


def _starting(tokens: list[Token], at: int) -> Iterator[Sighting]:
    for form in sorted(set(forms(tokens[at]))):
        for term in _terms().get(form, ()):
            last = _last(tokens, at, term)
            if last is not None:
                yield Sighting(term, tokens[at], tokens[last])


def _last(tokens: list[Token], at: int, term: Term) -> int | None:
    """Where the term that begins at `at` ends, if it stands there."""
    place = at - 1
    for word in term.words:
        reach = _WIDEST + 1 if word.gap else 1
        ahead = range(place + 1, min(place + 1 + reach, len(tokens)))
        place = next((i for i in ahead if word.fits(tokens[i])), -1)
        if place < 0 or tokens[place].sent != tokens[at].sent:
            return None
    return place


@cache
def broader() -> dict[str, str]:
    """The concept above each that has one."""
    return {concept: above for concept, _, above, _ in rows("topics") if above}


@cache
def _terms() -> dict[str, tuple[Term, ...]]:
    """Terms by their first word in lower case."""
    told = [(concept, t) for concept, _, _, cell in rows("topics") for t in cell.split("|")]
    told += [(_STOP, row[0]) for row in rows("topic_stops")]
    found: dict[str, list[Term]] = {}
    for concept, written in told:
        words = tuple(_words(written.lstrip("~")))
        term = Term(concept, words, written.startswith("~"))
        found.setdefault(words[0].text.lower(), []).append(term)
    return {first: tuple(terms) for first, terms in found.items()}


def _words(written: str) -> Iterator[Word]:
    """The words as the tokenizer parts them: at hyphens and before commas and "'s"."""
    spaced = written.replace("-", " - ").replace("'", " '").replace(",", " ,")
    gap = False
    for part in spaced.replace(_GAP, f" {_GAP} ").split():
        if part == _GAP:
            gap = True
            continue
        text, _, pos = part.partition("/")
        yield Word(text, pos, gap)
        gap = False
