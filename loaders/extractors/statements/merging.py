"""One statement for one stretch of text: nested and doubly found ones go."""

from dataclasses import replace

from loaders.extractors.statements.cues import nouns
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.spans import Spans
from loaders.facts import Anatomy, Form

_DEFERRING = {"report"}
_UNMARKED = {"statement.direct.turn", "statement.direct.paragraphs", "statement.direct.dash"}
OVERLAP = 0.5  # of the shorter of two statements: so much, and the later one is a second finding


def merge(found: list[Found], spans: Spans, anatomy: Anatomy) -> list[Found]:
    """What remains of `found`, in text order."""
    body = [f for f in found if not _in_headline(f, anatomy)]
    body = [f for f in body if not any(_inside_turn(f, other) for other in body)]
    body = [f for f in body if not any(_yields(f, other) for other in body)]
    outer = [f for f in body if not any(_nested(f, other) for other in body if other is not f)]
    kept: list[Found] = []
    for f in sorted(outer, key=_strength):
        if not any(_same(f, k) for k in kept):
            kept.append(f)
    apart = [a for f in kept if (a := _apart(f, kept, spans)) is not None]
    mixed = [_with_form(f, spans) for f in apart]
    return sorted(mixed, key=lambda f: (f.span, f.rule))


def _in_headline(f: Found, anatomy: Anatomy) -> bool:
    return anatomy.headline is not None and anatomy.headline.overlaps(f.span)


def _nested(inner: Found, outer: Found) -> bool:
    """Speech inside speech: the cue stands in what another speaker is reported to say."""
    if not _holds(outer, inner):
        return False
    if inner.form is Form.DIRECT and not outer.span.covers(inner.span):
        return False
    return not (_holds(inner, outer) and _cue(inner) < _cue(outer))


def _holds(outer: Found, inner: Found) -> bool:
    if inner.cue is None or inner.cue == outer.cue:
        return False
    return outer.span.start <= inner.cue.idx < outer.span.end


def _cue(f: Found) -> int:
    return f.cue.idx if f.cue is not None else f.span.start


def _inside_turn(f: Found, turn: Found) -> bool:
    """Whatever is quoted or reported in unmarked direct speech is the speaker's own."""
    if f is turn or turn.rule not in _UNMARKED or f.rule in _UNMARKED:
        return False
    return turn.span.start <= f.span.start < turn.span.end


def _yields(outer: Found, inner: Found) -> bool:
    """A medium that reports what somebody says is no speaker; neither is one that is only named."""
    if inner.cue is None or inner.cue == outer.cue or not inner.speaker.ids:
        return False
    if not outer.span.start <= inner.cue.idx < outer.span.end:
        return False
    if outer.verb is not None:
        return outer.verb.lemma in _DEFERRING
    document = outer.speaker.token.lemma_.lower() in nouns("document")
    return outer.rule.endswith("according") and inner.cue.dep_ == "ROOT" and not document


def _strength(f: Found) -> tuple[int, int, int]:
    """Quotations first, then the better frame, then text order."""
    order = {"direct": 0, "clause": 1}
    kinds = f.rule.split(".")
    return min(order.get(k, 2) for k in kinds), f.span.start, -f.span.end


def _same(f: Found, kept: Found) -> bool:
    shared = min(f.span.end, kept.span.end) - max(f.span.start, kept.span.start)
    shorter = min(f.span.end - f.span.start, kept.span.end - kept.span.start)
    return shared >= OVERLAP * shorter


def _apart(f: Found, kept: list[Found], spans: Spans) -> Found | None:
    """A report that runs into a quotation with a cue of its own ends where that opens."""
    if f.form is Form.DIRECT:
        return f
    entered = (
        k.span for k in kept if k.form is Form.DIRECT and f.span.overlaps(k.span) and k is not f
    )
    into = next((s for s in sorted(entered) if f.span.start < s.start < f.span.end), None)
    if into is None:
        return f
    words = spans.doc.char_span(f.span.start, into.start, alignment_mode="contract")
    cut = spans.between(words.start, words.end - 1) if words is not None else None
    return replace(f, span=cut) if cut is not None else None


def _with_form(f: Found, spans: Spans) -> Found:
    if f.form is Form.INDIRECT and spans.quoted(f.span):
        return replace(f, form=Form.MIXED)
    return f
