"""The words that name topics, and where they stand in a row of tokens."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from loaders.tables import rows

_GAP = "…"
_HYPHEN = re.compile(r"(?<=[A-Za-z])-(?=[A-Za-z])")  # not in "COVID-19", which stays one token
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
    """A term in the text: the tokens that are its words, without those in its gaps."""

    term: Term
    words: tuple[Token, ...]


def sightings(tokens: list[Token]) -> Iterator[Sighting]:
    """The longest terms in text order; no word counts twice, but for concepts that share a term."""
    used: set[int] = set()
    for at in range(len(tokens)):
        starting = [s for s in _starting(tokens, at) if not used & {t.i for t in s.words}]
        longest = max((len(s.words) for s in starting), default=0)
        found = {s.term.concept: s for s in starting if len(s.words) == longest}
        for concept in sorted(found):
            used |= {t.i for t in found[concept].words}
            if _STOP not in found:
                yield found[concept]


def forms(token: Token) -> tuple[str, str, str]:
    """The token in lower case, its lemma, and its form with a straight apostrophe."""
    return token.lower_, token.lemma_.lower(), token.lower_.replace("’", "'")


def _starting(tokens: list[Token], at: int) -> Iterator[Sighting]:
    for form in sorted(set(forms(tokens[at]))):
        for term in _terms().get(form, ()):
            words = _standing(tokens, at, term)
            if words:
                yield Sighting(term, words)


def _standing(tokens: list[Token], at: int, term: Term) -> tuple[Token, ...]:
    """The words of the term that begins at `at`; none where it doesn't stand there."""
    found: list[Token] = []
    place = at - 1
    for word in term.words:
        reach = _WIDEST + 1 if word.gap else 1
        ahead = range(place + 1, min(place + 1 + reach, len(tokens)))
        place = next((i for i in ahead if word.fits(tokens[i])), -1)
        if place < 0 or tokens[place].sent != tokens[at].sent:
            return ()
        found.append(tokens[place])
    return tuple(found)


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
    spaced = _HYPHEN.sub(" - ", written).replace("'", " '").replace(",", " ,")
    gap = False
    for part in spaced.replace(_GAP, f" {_GAP} ").split():
        if part == _GAP:
            gap = True
            continue
        text, _, pos = part.partition("/")
        yield Word(text, pos, gap)
        gap = False
