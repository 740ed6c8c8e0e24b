"""Nouns of speech: "X's argument was that …", "in her reply that …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.statements.clauses import clause_start, reported_clause
from loaders.extractors.statements.cues import nouns
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speaker, Speakers
from loaders.facts import Form


def find_nominal(spans: Spans, speakers: Speakers) -> Iterator[Found]:
    """Statements whose cue is a noun with its owner."""
    for token in spans.doc:
        if token.lemma_.lower() not in nouns("claim") or spans.in_quotation(token):
            continue
        speaker = _owner(token, speakers)
        if speaker is None or token.dep_ != "nsubj" or token.head.lemma_ != "be":
            continue
        clause = reported_clause(token.head)
        if clause is None:
            continue
        span = spans.following(token.head, clause_start(token.head, clause))
        if span is not None:
            yield Found(span, speaker, Form.INDIRECT, "statement.indirect.noun", token)


def _owner(noun: Token, speakers: Speakers) -> Speaker | None:
    """Whose claim it is: "her", "the government's", "of the ministry"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return speakers.named(child)
        if child.dep_ == "prep" and child.lower_ in {"of", "from", "by"}:
            return next((speakers.named(c) for c in child.children if c.dep_ == "pobj"), None)
    return None
