"""Sources named by "according to X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.statements.found import Found
from loaders.extractors.statements.speakers import Speakers
from loaders.extractors.statements.spans import Spans
from loaders.facts import Form, Span


def find_sources(spans: Spans, speakers: Speakers) -> Iterator[Found]:
    """Statements whose speaker is named by "according to"."""
    for token in spans.doc:
        if token.lower_ != "according" or spans.in_quotation(token):
            continue
        source = _source(token)
        if source is None:
            continue
        span = _content(spans, token, source)
        if span is not None:
            rule = "statement.indirect.according"
            yield Found(span, speakers.named(source), Form.INDIRECT, rule, token)


def _source(token: Token) -> Token | None:
    """The noun after "according to"."""
    to = next((c for c in token.rights if c.lower_ == "to"), None)
    return next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None


def _content(spans: Spans, token: Token, source: Token) -> Span | None:
    """The clause that the phrase stands before, behind or within."""
    sentence, doc = token.sent, token.doc
    phrase_ends = source.right_edge.i
    comma = _comma_after(token, source)
    head = token.head
    if head.i > token.i and head.pos_ in {"VERB", "AUX"}:
        last = max(head.right_edge.i, sentence.end - 1 if head.dep_ == "ROOT" else 0)
        return spans.between((comma or phrase_ends) + 1, last)
    if comma is not None and comma < sentence.end - 3 and head.dep_ != "ROOT":
        return spans.between(comma + 1, head.right_edge.i if head.i > comma else sentence.end - 1)
    start = sentence.start if head.dep_ == "ROOT" or head.head == head else head.left_edge.i
    while start < token.i and (doc[start].is_space or doc[start].dep_ == "cc"):
        start += 1
    if any(q.outer.start <= doc[start].idx < q.outer.end for q in spans.quotations) and not any(
        t.is_alpha for t in doc[start : token.i] if spans.in_quotation(t) is None
    ):
        return None
    return spans.between(start, token.i - 1)


def _comma_after(token: Token, source: Token) -> int | None:
    """The first comma behind the source's name, past its title and place."""
    for other in token.doc[source.i + 1 : token.sent.end]:
        if other.text == ",":
            return int(other.i)
        if other.pos_ in {"VERB", "AUX"}:
            return None
    return None
