"""Sources named by "according to X"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from loaders.extractors.statements.found import Found
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speakers
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
    doc, last = token.doc, spans.sentence_end(token)
    start = token.sent.start
    while start < token.i and (doc[start].is_space or doc[start].lower_ in {"and", "but"}):
        start += 1
    comma = _comma_after(token, source)
    after = (comma if comma is not None else source.right_edge.i) + 1
    said_before, said_after = _finite(start, token.i, doc), _finite(after, last, doc)
    if said_after and (
        not said_before or doc[token.i - 1].lower_ in {"and", "but"} or _joined(token)
    ):
        if token.i - start > 1 and not said_before and doc[token.i - 1].text == ",":
            return spans.between(start, last)
        return spans.between(after, last)
    if not said_before or _only_quoted(spans, start, token):
        return None
    return spans.between(start, token.i - 1)


def _joined(token: Token) -> bool:
    """ "…, and, according to X, …": the phrase opens a joined clause."""
    before = [t for t in token.doc[max(0, token.i - 2) : token.i] if not t.is_punct]
    return any(t.lower_ in {"and", "but"} for t in before)


def _finite(first: int, last: int, doc: Doc) -> bool:
    return any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in doc[first : last + 1])


def _only_quoted(spans: Spans, start: int, token: Token) -> bool:
    """Whether all that stands before is a quotation, which is found as such."""
    return all(spans.in_quotation(t) for t in token.doc[start : token.i] if t.is_alpha)


def _comma_after(token: Token, source: Token) -> int | None:
    """The first comma behind the source's name, past its title and place."""
    for other in token.doc[source.i + 1 : token.sent.end]:
        if other.text == ",":
            return int(other.i)
        if other.pos_ in {"VERB", "AUX"}:
            return None
    return None
