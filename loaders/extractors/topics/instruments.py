"""Which agreements, resolutions and programmes statements and meetings deal with."""

from collections.abc import Iterable, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from loaders.facts import Evidence, Instrument, Meeting, Span, Stated
from loaders.tables import rows, several

_POINTING = {"the", "this", "that", "its", "their"}
_ASIDE = {"relcl", "appos", "acl"}
_REACH = 400  # characters back to the name that "the treaty" may stand for


def named_in(instruments: Iterable[Instrument], spans: Sequence[Span]) -> tuple[Stated, ...]:
    """Those whose names stand inside the spans."""
    found = []
    for instrument in instruments:
        inside = [m.span for m in instrument.mentions if any(s.covers(m.span) for s in spans)]
        if inside:
            found.append(_stated(instrument, inside, "instrument.named"))
    return tuple(found)


def meant_in(instruments: Sequence[Instrument], span: Span, doc: Doc) -> tuple[Stated, ...]:
    """Those named inside the span, else the one that "the treaty" in it stands for."""
    named = named_in(instruments, (span,))
    if named or not instruments:
        return named
    words = doc.char_span(span.start, span.end, alignment_mode="contract")
    for token in words or ():
        before = _named_before(instruments, token) if _points(token) else None
        if before is not None:
            noun = Span(token.idx, token.idx + len(token))
            return (_stated(before, [noun], "instrument.pointed"),)
    return ()


def of_meeting(
    instruments: Sequence[Instrument], meeting: Meeting, agenda: Sequence[Span], doc: Doc
) -> tuple[Stated, ...]:
    """Those on its agenda and in the sentences that tell it, but not what is said of a person."""
    told = [m.span for i in instruments for m in i.mentions if _tells(meeting, m.span, doc)]
    return named_in(instruments, (*agenda, *told))


def _tells(meeting: Meeting, name: Span, doc: Doc) -> bool:
    if not any(s.covers(name) for s in meeting.evidence.spans):
        return False
    words = doc.char_span(name.start, name.end, alignment_mode="expand")
    return words is not None and not any(map(_aside, (words.root, *words.root.ancestors)))


def _aside(token: Token) -> bool:
    """A clause about a name: "Lind, who drafted the accord"."""
    return token.dep_ in _ASIDE and token.head.pos_ == "PROPN"


def _points(token: Token) -> bool:
    """ "the treaty", "this resolution", without a name of its own."""
    if token.lemma_.lower() not in _kinds() or token.pos_ != "NOUN":
        return False
    children = list(token.children)
    named = any(c.pos_ in {"PROPN", "ADJ", "NUM"} or c.dep_ == "compound" for c in children)
    return not named and any(c.lower_ in _POINTING for c in children)


def _named_before(instruments: Iterable[Instrument], token: Token) -> Instrument | None:
    """The last instrument of the noun's kind that is named a little before it."""
    kinds = _kinds()[token.lemma_.lower()]
    near = [
        (m.span, i)
        for i in instruments
        for m in i.mentions
        if i.kind in kinds and 0 <= token.idx - m.span.end <= _REACH
    ]
    return max(near, key=lambda pair: pair[0])[1] if near else None


def _stated(instrument: Instrument, where: list[Span], rule: str) -> Stated:
    return Stated(instrument.id, Evidence(tuple(where), rule, instrument.evidence.confidence))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {noun: frozenset(several(kinds)) for noun, kinds in rows("instrument_references")}
