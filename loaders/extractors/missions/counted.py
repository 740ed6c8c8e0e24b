"""Amounts together with what they count: "93 KFOR soldiers", "20 Allies"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as Words
from spacy.tokens import Token

from loaders.extractors.missions.numbers import Amount, find_amounts
from loaders.facts import Span
from loaders.tables import rows

_REACH = 7  # words from a number to its noun: "3,700 well trained multinational KFOR soldiers"
_INSIDE = {"ADJ", "NOUN", "PROPN", "DET", "PART", "PRON", "ADV"}
_LINKS = {"-", "–", ".", "’s", "'s", "’", "'", "of"}
_PARTICIPLES = {"VBG", "VBN", "VBD"}


@dataclass(frozen=True)
class Counted:
    """An amount and its noun; `span` runs from the limiting words to the noun."""

    amount: Amount
    noun: Token
    measure: str
    span: Span
    like: Token | None = None

    @property
    def unit(self) -> str:
        """The noun as the article writes it, of "two were hurt" the one that it stands for."""
        return (self.like or self.noun).text


def find_counted(sentence: Words, text: str) -> list[Counted]:
    """All amounts of people or parties in the sentence of `text`."""
    within = Span(sentence.start_char, sentence.end_char)
    found: list[Counted] = []
    for amount in find_amounts(text, within):
        counted = _counted(sentence, amount) or _elliptic(sentence, amount, found)
        found += [counted] if counted else []
    return found


def _elliptic(sentence: Words, amount: Amount, before: list[Counted]) -> Counted | None:
    """ "One soldier was killed and two were wounded": the number alone is the subject."""
    number = next((t for t in sentence if t.idx == amount.number.start), None)
    if number is None or not before or number.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    above = before[-1]
    joined = number.head.dep_ == "conj" and number.head.head == above.noun.head
    return Counted(amount, number, above.measure, amount.span, above.noun) if joined else None


@cache
def _measures() -> dict[str, str]:
    return {noun: concept for concept, nouns in rows("measures") for noun in nouns.split("|")}


def measure_of(token: Token) -> str | None:
    """The measure that a noun stands for."""
    if token.i and token.nbor(-1).lower_ == "united":
        return None
    word = token.lower_
    forms = (token.lemma_.lower(), word, word[:-3] + "y", word[:-1], word[:-3] + "man")
    endings = ("", "", "ies", "s", "men")
    known = (_measures().get(f) for f, e in zip(forms, endings, strict=True) if word.endswith(e))
    return next(filter(None, known), None)


def _counted(sentence: Words, amount: Amount) -> Counted | None:
    run = list(_run(sentence, amount.span.end))
    if not run or (measure := measure_of(run[-1])) is None:
        return None
    noun = run[-1]
    return Counted(amount, noun, measure, Span(amount.span.start, noun.idx + len(noun)))


def _run(sentence: Words, start: int) -> Iterator[Token]:
    """The words of the noun phrase behind a number, up to its head."""
    phrase = [t for t in sentence if t.idx >= start and not t.is_space][:_REACH]
    for i, token in enumerate(phrase):
        if not _belongs(token):
            return
        following = phrase[i + 1] if i + 1 < len(phrase) else None
        yield token
        if measure_of(token) and not _goes_on(following):
            return


def _belongs(token: Token) -> bool:
    joins = token.lower_ == "and" and token.nbor(-1).pos_ in {"PROPN", "ADJ"}
    inside = token.pos_ in _INSIDE or token.tag_ in _PARTICIPLES or token.text in _LINKS or joins
    return inside or measure_of(token) is not None


def _goes_on(token: Token | None) -> bool:
    """Whether the noun is part of a compound ("troop carriers", "staff officers")."""
    return token is not None and (token.pos_ == "NOUN" or measure_of(token) is not None)
