"""Reported clauses: "X said that …", "…, X said", "…, said X, …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.statements.around import around
from loaders.extractors.statements.assertion import told
from loaders.extractors.statements.clauses import (
    reported_clause,
    reported_start,
    takes_told,
)
from loaders.extractors.statements.cues import Verb, nouns
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speakers
from loaders.facts import Form, Span


def find_clauses(spans: Spans, speakers: Speakers) -> Iterator[Found]:
    """Statements whose content is a clause under, before or around a verb of speech."""
    for token, verb in spans.verbs:
        if not verb.takes("clause", "rule", "that") or spans.in_quotation(token):
            continue
        if not told(token) and not _in_commas(token):
            continue
        found = _one(spans, speakers, token, verb)
        if found is not None:
            yield found


def _one(spans: Spans, speakers: Speakers, cue: Token, verb: Verb) -> Found | None:
    first = reported_start(cue, verb)
    if _as_said(cue):
        span, rule, speaker = (
            _beside_main_clause(spans, cue),
            "statement.indirect.as-said",
            speakers.of(cue),
        )
    elif first is not None:
        span, rule, speaker = (
            spans.following(cue, first),
            "statement.indirect.clause",
            speakers.of(cue),
        )
    else:
        span, rule, speaker = around(spans, speakers, cue, verb)
    if (
        span is None
        or speaker is None
        or not (verb.takes("clause", "that") or _rules(speaker.token))
    ):
        return None
    inside = span.start <= speaker.token.idx < span.end
    if inside and rule.endswith(("clause", "as-said")) and not span.start <= cue.idx < span.end:
        return None
    return Found(span, speaker, Form.INDIRECT, rule, cue, verb)


def _rules(token: Token) -> bool:
    """Whether to find or hold something is to say it: for courts and panels."""
    return token.lemma_.lower() in nouns("judge")


def _in_commas(cue: Token) -> bool:
    """ "…, added Minister X, …", which the parse reads as "added" describing X."""
    if cue.dep_ != "amod" or cue.tag_ not in {"VBN", "VBD"} or cue.i == 0:
        return False
    after = cue.head.right_edge.i + 1
    return cue.nbor(-1).text == "," and after < len(cue.doc) and cue.doc[after].text == ","


def _as_said(cue: Token) -> bool:
    """ "As X said, …"."""
    return cue.dep_ == "advcl" and any(
        c.dep_ in {"mark", "advmod"} and c.lower_ == "as" for c in cue.children
    )


def _beside_main_clause(spans: Spans, cue: Token) -> Span | None:
    objects = {"xcomp"} if takes_told(cue) else {"dobj", "xcomp"}
    if reported_clause(cue) is not None or any(c.dep_ in objects for c in cue.children):
        return None
    comma, opening = cue.right_edge.i + 1, cue.left_edge.i - 1
    if cue.right_edge.text == ",":
        comma -= 1
    ended = comma >= len(cue.doc) or cue.doc[comma].text in {",", "."}
    if opening < cue.sent.start:
        inside = cue.head.i > cue.i and ended
        return spans.between(comma + 1, spans.sentence_end(cue)) if inside else None
    start, last = cue.sent.start, spans.sentence_end(cue)
    verbs = ((t, v) for t, v in spans.verbs if start <= t.i <= last and t != cue)
    others = (t for t, v in verbs if v.takes("quote") and told(t))
    if cue.doc[opening].text != "," or not ended or any(others) or spans.in_quotation(cue.head):
        return None
    return spans.between(start, opening - 1 if comma >= last else last)
