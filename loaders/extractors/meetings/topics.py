"""What a meeting is about: "to discuss …", "talks on …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.meetings.telling import Telling
from loaders.facts import Evidence, Span, Stated

_DISCUSSING = {"discuss", "address", "review", "tackle"}
_VAGUE = {"issue", "matter", "topic", "subject", "question", "point", "thing"}
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
    found = [c for c in verb.children if c.dep_ == "dobj" and not _pointing(c)]
    return tuple(_stated(token, "meeting.topic.discussed") for token in found)


def _pointing(token: Token) -> bool:
    """Whether "these issues" or "it" only points to what was said before."""
    if token.pos_ == "PRON":
        return True
    words = {c.lower_ for c in token.children}
    return token.lemma_ in _VAGUE and bool(words & {"this", "these", "that", "those", "such"})


def _own(anchor: Token) -> Iterator[Token]:
    for token in anchor.subtree:
        verb = token.head
        below = verb.dep_ in {"advcl", "xcomp", "relcl", "conj", "acl"}
        if token.dep_ == "dobj" and verb.lemma_ in _DISCUSSING and below and not _pointing(token):
            yield token
    yield from (token for token in anchor.sent if _there(token, anchor) and not _pointing(token))
    if anchor.pos_ == "NOUN":
        for child in anchor.children:
            if child.lower_ in _ABOUT and child.dep_ == "prep":
                yield from (c for c in child.children if c.dep_ == "pobj" and c.ent_type_ != "DATE")


def _there(token: Token, anchor: Token) -> bool:
    """What is discussed in a "where" clause behind the meeting, whatever it hangs on."""
    verb = token.head
    where = any(c.lower_ == "where" for c in verb.children) and verb.i > anchor.i
    told = token.dep_ == "dobj" and verb.lemma_ in _DISCUSSING and where
    return told and not anchor.is_ancestor(verb)


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
