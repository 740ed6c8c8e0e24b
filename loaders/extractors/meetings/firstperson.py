"""Who "I" and "you" are in quotations and transcripts, and whose talks are told there."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.turns import Turn, authored, turns_of
from loaders.facts import Mention, MentionKind, Span
from loaders.reading.cast import Cast, Reference
from loaders.reading.quotations import Quotation, find_quotations
from loaders.reading.reading import Reading
from loaders.tables import rows

_FIRST = {"i", "me", "my", "myself"}
_LEADING = {"with", "to", "between"}
_REACH = 6


def with_speakers(reading: Reading, cast: Cast) -> Cast:
    """`cast` with a reference for each "I" whose quotation or turn has a known speaker."""
    turns = turns_of(reading, cast) or authored(reading, cast)
    more = tuple(_in_turns(reading.doc, turns, cast) if turns else _references(reading, cast))
    return replace(cast, references=(*cast.references, *more)) if more else cast


def speaker_at(token: Token, cast: Cast) -> tuple[str, ...]:
    """The speaker of the quotation around the token; empty outside, or where nobody is named."""
    for quotation in find_quotations(token.doc.text):
        if quotation.span.start <= token.idx < quotation.span.end:
            return _speaker(token.doc, quotation, cast)
    return ()


def _in_turns(doc: Doc, turns: tuple[Turn, ...], cast: Cast) -> Iterator[Reference]:
    for turn in turns:
        for token in doc.char_span(turn.span.start, turn.span.end, alignment_mode="expand") or ():
            meant = turn.meant(token.lower_)
            if turn.to and meant and _both(token):
                meant = (*meant, *turn.to)
            if meant and not cast.at(token):
                span = Span(token.idx, token.idx + len(token))
                yield Reference(Mention(span, MentionKind.PRONOUN), meant)


def _both(token: Token) -> bool:
    """Whether "we" are the two who speak with each other: "we met in May", "we had a talk"."""
    verb = token.head
    if token.lower_ != "we" or token.dep_ != "nsubj" or verb.tag_ != "VBD":
        return False
    led = any(c.lower_ in _LEADING and c.dep_ == "prep" for c in verb.children)
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    if words.verb(verb, "together") is not None:
        return not led and not objects
    nouns = [c for c in objects if words.noun(c) is not None]
    of_others = any(c.lower_ in _LEADING for noun in nouns for c in noun.children)
    return words.verb(verb, "light") is not None and bool(nouns) and not led and not of_others


def _references(reading: Reading, cast: Cast) -> Iterator[Reference]:
    doc = reading.doc
    for quotation in find_quotations(reading.body):
        inside = doc.char_span(quotation.span.start, quotation.span.end, alignment_mode="contract")
        meant = [t for t in inside or () if t.lower_ in _FIRST and not cast.at(t)]
        if not meant:
            continue
        if speaker := _speaker(doc, quotation, cast):
            for token in meant:
                span = Span(token.idx, token.idx + len(token))
                yield Reference(Mention(span, MentionKind.PRONOUN), speaker)


def _speaker(doc: Doc, quotation: Quotation, cast: Cast) -> tuple[str, ...]:
    after = _near(doc, quotation.outer.end, 1)
    before = _near(doc, quotation.outer.start, -1)
    return _said(after, cast) or _said(before, cast)


def _near(doc: Doc, offset: int, step: int) -> tuple[Token, ...]:
    """The words beside the quotation in its own line."""
    at = next((t.i for t in doc if t.idx >= offset), len(doc))
    span = doc[at : at + _REACH] if step > 0 else doc[max(at - _REACH, 0) : at]
    words: list[Token] = []
    for token in span if step > 0 else reversed(span):
        if token.is_space and "\n" in token.text:
            break
        words.append(token)
    return tuple(words)


def _said(words: tuple[Token, ...], cast: Cast) -> tuple[str, ...]:
    if not any(t.lemma_ in _verbs() for t in words):
        return ()
    named = (cast.at(t) for t in words)
    return next((actors for actors in named if len(actors) == 1 and cast.is_person(*actors)), ())


def _verbs() -> frozenset[str]:
    return frozenset(row[0].split()[0] for row in rows("speech_verbs"))
