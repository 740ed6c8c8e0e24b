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
        clause = _clause(token)
        if speaker is None or clause is None:
            continue
        cue = token.head if clause.head == token.head else token
        span = spans.following(cue, clause_start(cue, clause))
        if span is not None:
            yield Found(span, speaker, Form.INDIRECT, "statement.indirect.noun", token)


def _clause(noun: Token) -> Token | None:
    """ "X's argument was that …", "despite warnings from X that …"."""
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        return reported_clause(noun.head)
    told = noun.dep_ == "pobj" and noun.head.lower_ in {"despite", "after", "amid", "following"}
    clauses = (c for c in noun.subtree if c.dep_ in {"acl", "ccomp", "relcl"})
    for clause in clauses if told else ():
        that = next((c for c in clause.children if c.lower_ == "that"), None)
        if that is not None and that.dep_ == "mark" and clause.head in {noun, *noun.subtree}:
            return clause
    return None


def _owner(noun: Token, speakers: Speakers) -> Speaker | None:
    """Whose claim it is: "her", "the government's", "of the ministry"."""
    hyphened = noun.i > 1 and noun.nbor(-1).text == "-"  # "counter-argument", taken apart
    for child in (*noun.children, *(noun.nbor(-2).children if hyphened else ())):
        if child.dep_ == "poss":
            return speakers.named(child)
        if child.dep_ == "prep" and child.lower_ in {"of", "from", "by"}:
            return next((speakers.named(c) for c in child.children if c.dep_ == "pobj"), None)
    return None
