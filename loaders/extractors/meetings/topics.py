"""What a meeting is about: "to discuss …", "talks on …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.meetings.telling import Telling
from loaders.facts import Evidence, Span, Stated

_DISCUSSING = {"discuss", "address", "review", "tackle"}
_ABOUT = {"on", "about", "regarding", "concerning", "over"}
_LONGEST = 300
_CONFIDENCE = 0.8


def topics_of(telling: Telling) -> tuple[Stated, ...]:
    """The topics that the telling's own clause gives."""
    return tuple(_stated(token, "meeting.topic.clause") for token in _own(telling.anchor))


def discussed(verb: Token) -> tuple[Stated, ...]:
    """What the verb at `verb` says was discussed; empty for other verbs."""
    if verb.lemma_ != "discuss":
        return ()
    found = [c for c in verb.children if c.dep_ == "dobj"]
    return tuple(_stated(token, "meeting.topic.discussed") for token in found)


def _own(anchor: Token) -> Iterator[Token]:
    for token in anchor.subtree:
        verb = token.head
        below = verb.dep_ in {"advcl", "xcomp", "relcl", "conj", "acl"}
        if token.dep_ == "dobj" and verb.lemma_ in _DISCUSSING and below:
            yield token
    if anchor.pos_ == "NOUN":
        for child in anchor.children:
            if child.lower_ in _ABOUT and child.dep_ == "prep":
                yield from (c for c in child.children if c.dep_ == "pobj" and c.ent_type_ != "DATE")


def _stated(token: Token, rule: str) -> Stated:
    last = token.doc[token.right_edge.i]
    first = token.left_edge
    span = Span(first.idx, last.idx + len(last))
    text = token.doc.text[span.start : span.end]
    if len(text) > _LONGEST:
        span = Span(first.idx, token.idx + len(token))
        text = token.doc.text[span.start : span.end]
    trimmed = text.rstrip(" ,.;")
    span = Span(span.start, span.start + len(trimmed))
    return Stated(" ".join(trimmed.split()), Evidence((span,), rule, _CONFIDENCE))
