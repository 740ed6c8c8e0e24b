"""Reported clauses: "X said that …", "…, X said", "…, said X, …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.statements.assertion import is_passive, told
from loaders.extractors.statements.cues import Verb, particle_of, verb_at
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.speakers import Speaker, Speakers
from loaders.extractors.statements.spans import Spans, breaks_after, clause_end, clause_start
from loaders.facts import Form, Span

_CLAUSES = {"ccomp", "xcomp", "acl", "advcl", "parataxis", "dep"}
_TALKERS = {"quote", "clause"}


def find_clauses(spans: Spans, speakers: Speakers) -> Iterator[Found]:
    """Statements whose content is a clause under, before or around a verb of speech."""
    for token in spans.doc:
        verb = verb_at(token)
        if verb is None or not verb.takes("clause", "rule") or spans.in_quotation(token):
            continue
        if not told(token):
            continue
        found = _one(spans, speakers, token, verb)
        if found is not None:
            yield found


def _one(spans: Spans, speakers: Speakers, cue: Token, verb: Verb) -> Found | None:
    clause = reported_clause(cue)
    if clause is not None:
        first = clause_start(cue, clause)
        span = spans.between(first, clause_end(cue, clause, breaks_after(cue)))
        rule = "statement.indirect.clause"
        speaker = speakers.of(cue)
    else:
        span, rule, speaker = _around(spans, speakers, cue, verb)
    if (
        span is None
        or speaker is None
        or span.start <= speaker.token.idx < span.end
        and rule.endswith("clause")
    ):
        return None
    return Found(span, speaker, Form.INDIRECT, rule, cue, verb, addressee(cue, verb))


def reported_clause(cue: Token) -> Token | None:
    """The head of the clause after the cue that it reports."""
    particle = particle_of(cue)
    after = particle.i if particle is not None else cue.i
    for child in cue.rights:
        if child.i > after and child.dep_ == "ccomp" and child != particle and _is_clause(child):
            return child
    if particle is not None:
        for child in particle.rights:
            if child.dep_ in _CLAUSES and _is_clause(child):
                return child
    for child in cue.rights:
        if child.i > after and child.dep_ in _CLAUSES and _that(child):
            return child
        for inner in child.rights if child.dep_ in {"dobj", "prep", "npadvmod"} else ():
            if inner.dep_ in {"acl", "ccomp", "relcl"} and _that(inner) and verb_takes_told(cue):
                return inner
    return None


def verb_takes_told(cue: Token) -> bool:
    """Whether the cue's object is the addressee: "told X that", "informed X that"."""
    verb = verb_at(cue)
    return verb is not None and verb.takes("told")


def _is_clause(head: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj", "mark"} for c in head.children)


def _that(head: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in head.children)


def _around(
    spans: Spans, speakers: Speakers, cue: Token, verb: Verb
) -> tuple[Span | None, str, Speaker | None]:
    """The clause before the cue, or on both sides of it."""
    nothing = (None, "", None)
    if not verb.takes("quote") or is_passive(cue) or cue.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}:
        return nothing
    subject = _beside(cue)
    if subject is None:
        return nothing
    first, last = min(subject.left_edge.i, cue.i), max(subject.right_edge.i, cue.i)
    while first > cue.sent.start and (
        cue.doc[first - 1].dep_ in {"advmod", "aux"} and cue.doc[first - 1].head == cue
    ):
        first -= 1
    comma = cue.doc[first - 1] if first > cue.sent.start else None
    if comma is None or comma.text not in {",", "?", "!", "—", "–", "--"}:
        return nothing
    start = _after_conjunction(cue.sent.start, cue)
    if comma.i - start < 2:
        return _opening_adverbial(spans, speakers, cue, subject, last, start)
    rest = cue.doc[last + 1] if last + 1 < cue.sent.end else None
    speaker = speakers.named(subject)
    if rest is not None and rest.text == "," and _goes_on(cue, last + 2):
        return spans.between(start, cue.sent.end - 1), "statement.indirect.around", speaker
    if not _finite_before(cue, start, comma.i):
        return nothing
    return spans.between(start, comma.i - 1), "statement.indirect.after", speaker


def _opening_adverbial(
    spans: Spans, speakers: Speakers, cue: Token, subject: Token, last: int, start: int
) -> tuple[Span | None, str, Speaker | None]:
    rest = cue.doc[last + 1] if last + 1 < cue.sent.end else None
    if rest is not None and rest.text == "," and _goes_on(cue, last + 2):
        return (
            spans.between(start, cue.sent.end - 1),
            "statement.indirect.around",
            speakers.named(subject),
        )
    return None, "", None


def _beside(cue: Token) -> Token | None:
    """The subject right beside the cue: "X said", "said X"; the parse may call it an object."""
    for child in cue.children:
        if child.dep_ == "nsubj":
            return child
    for child in cue.rights:
        if child.dep_ in {"dobj", "oprd", "attr", "npadvmod"} and child.left_edge.i == cue.i + 1:
            return child
    return None


def _after_conjunction(start: int, cue: Token) -> int:
    doc = cue.doc
    while start < cue.i and (
        doc[start].is_space or doc[start].is_punct or doc[start].lower_ in {"and", "but"}
    ):
        start += 1
    return start


def _goes_on(cue: Token, after: int) -> bool:
    """Whether the reported clause goes on after the cue: a finite verb that is not itself a cue's sister."""
    for token in cue.doc[after : cue.sent.end]:
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.dep_ not in {
            "relcl",
            "advcl",
            "acl",
        }:
            return True
        if token.tag_ == "VBG" and verb_at(token) is not None and token.i - after < 3:
            return False
    return False


def _finite_before(cue: Token, first: int, last: int) -> bool:
    return any(
        t.tag_ in {"VBD", "VBZ", "VBP", "MD"} and t.dep_ not in {"relcl", "acl"}
        for t in cue.doc[first:last]
    )


def addressee(cue: Token, verb: Verb) -> Token | None:
    """Whom the words are said to: "told X", "said to X", "assured X"."""
    for child in cue.rights:
        if child.dep_ in {"dobj", "dative"} and verb.takes("told", "request", "kept", "kept+"):
            return child
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "on"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
