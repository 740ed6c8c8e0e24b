"""Nouns of speech: "X's argument was that …", "in her reply that …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.statements.assertion import told
from loaders.extractors.statements.clauses import clause_start, reported_clause
from loaders.extractors.statements.cues import nouns
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speaker, Speakers
from loaders.facts import Form

_LIGHT = {"make", "give", "deliver", "send", "present", "advance", "offer", "have", "release"}
_CLAUSES = {"acl", "ccomp", "relcl"}


def find_nominal(spans: Spans, speakers: Speakers) -> Iterator[Found]:
    """Statements whose cue is a noun with its owner."""
    for token in spans.doc:
        if token.lemma_.lower() not in nouns("claim") or spans.in_quotation(token):
            continue
        made = _made(token)
        speaker = speakers.of(token.head) if made is not None else _owner(token, speakers)
        clause = made if made is not None else _clause(token)
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
    owned = any(c.dep_ == "poss" for c in noun.lefts) and noun.dep_ not in {"conj", "appos"}
    clauses = (c for c in noun.subtree if c.dep_ in {"acl", "ccomp", "relcl"})
    for clause in clauses if told or owned else ():
        if not told and clause.head != noun:
            continue
        that = next((c for c in clause.children if c.lower_ == "that"), None)
        if that is not None and that.dep_ == "mark" and clause.head in {noun, *noun.subtree}:
            return clause
    return None


def _made(noun: Token) -> Token | None:
    """ "made the case that …", "gave assurances that …": the clause."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in _LIGHT or not told(verb):
        return None
    clauses = (c for c in (*noun.rights, *verb.rights) if c.dep_ in _CLAUSES and c.i > noun.i)
    return next((c for c in clauses if any(_that(m) for m in c.lefts)), None)


def _that(word: Token) -> bool:
    return word.dep_ == "mark" and word.lower_ == "that"


def _owner(noun: Token, speakers: Speakers) -> Speaker | None:
    """Whose claim it is: "her", "the government's", "of the ministry"."""
    hyphened = noun.i > 1 and noun.nbor(-1).text == "-"  # "counter-argument", taken apart
    for child in (*noun.children, *(noun.nbor(-2).children if hyphened else ())):
        if child.dep_ == "poss":
            return speakers.named(child)
        if child.dep_ == "prep" and child.lower_ in {"of", "from", "by"}:
            return next((speakers.named(c) for c in child.children if c.dep_ == "pobj"), None)
    return None
