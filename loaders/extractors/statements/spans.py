"""Cuts what is said out of a sentence, exactly: no cue, no "that", no final stop."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from loaders.extractors.statements.cues import nouns, verb_at
from loaders.extractors.statements.speakers import governor, matrix
from loaders.facts import Span
from loaders.reading.quotations import Quotation

_LINKS = {"cc", "punct"}
_JOINED = {"conj", "cc", "parataxis", "punct"}
_OPEN = {"(", "["}
_WHILE = {"while", "when", "as"}
_BECAUSE = {
    "because",
    "if",
    "unless",
    "although",
    "though",
    "until",
    "since",
    "whereas",
    "so",
    "despite",
}


@dataclass(frozen=True)
class Spans:
    """Turns stretches of tokens into spans, with the article's quotations at hand."""

    doc: Doc
    quotations: tuple[Quotation, ...] = field(default=())

    def between(self, first: int, last: int) -> Span | None:
        """The tokens `first` to `last` (both included) without the punctuation at their edges."""
        while first <= last and self._loose_start(first, last):
            first += 1
        while first <= last and self._loose_end(first, last):
            last -= 1
        if first > last:
            return None
        token = self.doc[last]
        return self._unwrapped(Span(self.doc[first].idx, token.idx + len(token)))

    def _loose_start(self, first: int, last: int) -> bool:
        token = self.doc[first]
        if token.text in _OPEN or token.is_currency:
            return False
        opens = any(q.outer.start <= token.idx < q.span.start for q in self.quotations)
        return (
            token.is_space or (token.is_punct and not opens) or token.text in {"-", "–", "—", "--"}
        )

    def _loose_end(self, first: int, last: int) -> bool:
        token, start = self.doc[last], self.doc[first].idx
        closes = any(
            q.span.end <= token.idx < q.outer.end and start <= q.outer.start
            for q in self.quotations
        )
        if closes or token.text in {")", "]", "%"}:
            return token.text == ")" and "(" not in self.doc[first : last + 1].text
        return token.is_space or token.is_punct or token.text in {"-", "–", "—", "--"}

    def _unwrapped(self, span: Span) -> Span:
        """Without the marks where the whole of it is one quotation."""
        for q in self.quotations:
            if span == q.outer:
                return q.span
        return span

    def quoted(self, span: Span) -> bool:
        """Whether words inside the span are quoted."""
        return any(not q.single and span.covers(q.outer) for q in self.quotations)

    def in_quotation(self, token: Token) -> Quotation | None:
        """The quotation that the token stands in."""
        for q in self.quotations:
            if q.span.start <= token.idx < q.span.end:
                return q
        return None


def clause_start(cue: Token, head: Token) -> int:
    """The first token of the clause around `head` that `cue` reports, after "that"."""
    first: int = max(cue.i + 1, head.left_edge.i)
    for token in cue.doc[cue.i + 1 : head.i]:
        if token.lower_ == "that" and token.tag_ == "IN" and token.i >= first - 1:
            return int(token.i + 1)
    return first


def clause_end(cue: Token, head: Token, breaks: Iterable[int]) -> int:
    """The last token of the clause, with the reasons that the parse hangs on the cue."""
    last: int = head.right_edge.i
    for child in cue.rights:
        if child.i > last and child.dep_ == "advcl" and _reason(child):
            last = child.right_edge.i
    return cut(cue, head.left_edge.i, last, breaks)


def _reason(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in _BECAUSE for c in clause.children)


def phrase_end(cue: Token, first: int, breaks: Iterable[int]) -> int:
    """The last token of what follows the cue from `first` on: objects, their complements, purposes."""
    last = first
    for child in cue.rights:
        if child.right_edge.i < first:
            continue
        if child.dep_ in _JOINED:
            if child.dep_ in {"conj", "parataxis"}:
                break
            continue
        if child.i > first and (_participle(child) or frames(child)):
            break
        last = max(last, child.right_edge.i)
    return cut(cue, first, last, breaks)


def _participle(child: Token) -> bool:
    """ "…, noting that": another report by the same speaker."""
    return child.dep_ == "advcl" and child.tag_ == "VBG" and verb_at(child) is not None


def frames(child: Token) -> bool:
    """ "in a statement", "during the call", "on Monday": how and when it was said."""
    if child.dep_ == "npadvmod" or (
        child.dep_ == "advmod" and child.lower_ in {"today", "yesterday"}
    ):
        return True
    if child.dep_ != "prep":
        return False
    if child.lower_ in {"via", "during", "according"}:
        return True
    objects = [c for c in child.children if c.dep_ == "pobj"]
    return any(
        o.ent_type_ in {"DATE", "TIME"} or o.lemma_.lower() in nouns("channel") - {"visit"}
        for o in objects
        if child.lower_ in {"in", "on", "at", "over", "through"}
    )


def cut(cue: Token, first: int, last: int, breaks: Iterable[int]) -> int:
    """`last`, or the end of what comes before the next report by the same speaker."""
    ends = [b - 1 for b in breaks if first < b <= last and b > cue.i + 1]
    return min([last, *ends])


def breaks_after(cue: Token) -> list[int]:
    """Where verbs that are joined to `cue` begin, in its sentence: the parse hangs some too low."""
    found = []
    for token in cue.sent:
        if token.i > cue.i and token.pos_ in {"VERB", "AUX"} and _sister(cue, token):
            found.append(_beginning(token))
    return found


def _sister(cue: Token, other: Token) -> bool:
    if other.dep_ == "conj" and matrix(other) == cue:
        return True
    if verb_at(other) is None:
        return False
    above = governor(other)
    for _ in range(4):
        if above is None:
            return False
        if above == cue:
            return other.dep_ in {"advcl", "conj"} or above.dep_ == "conj"
        above = governor(above) if above.pos_ == "VERB" else None
    return False


def _beginning(verb: Token) -> int:
    """The first token of the verb's own clause, with the "and" or comma before it."""
    lefts = [
        c.left_edge.i
        for c in verb.lefts
        if c.dep_ not in _LINKS and not (c.dep_ == "mark" and c.lower_ == "that")
    ]
    first: int = min([verb.i, *lefts])
    doc = verb.doc
    while first > 0 and (
        doc[first - 1].dep_ in _LINKS or doc[first - 1].lower_ in _WHILE | {"and", "but", "or"}
    ):
        first -= 1
    return first
