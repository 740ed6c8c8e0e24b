"""Reported clauses: "X said that …", "…, X said", "…, said X, …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.statements.assertion import is_passive, told
from loaders.extractors.statements.cues import Verb, particle_of, verb_at
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.spans import Spans, clause_start
from loaders.extractors.statements.speakers import Speaker, Speakers
from loaders.facts import Form, Span

_INVERTED = {"dobj", "oprd", "attr", "npadvmod"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_NOMINAL = {"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"}
_SUBORDINATORS = {"IN", "WDT", "WP", "TO", "WRB"}
_NO_CLAUSE = {
    "that",
    "which",
    "who",
    "to",
    "whether",
    "if",
    "as",
    "so",
    "because",
    "after",
    "before",
    "while",
    "since",
    "when",
    "where",
}
_CLAUSES = {"ccomp", "xcomp", "acl", "advcl", "parataxis", "dep"}
_NOT_REPORTED = {
    "so",
    "because",
    "as",
    "while",
    "after",
    "before",
    "since",
    "when",
    "unless",
    "until",
}


def find_clauses(spans: Spans, speakers: Speakers) -> Iterator[Found]:
    """Statements whose content is a clause under, before or around a verb of speech."""
    for token in spans.doc:
        verb = verb_at(token)
        if verb is None or not verb.takes("clause", "rule") or spans.in_quotation(token):
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
        span, rule, speaker = _around(spans, speakers, cue, verb)
    if span is None or speaker is None:
        return None
    if span.start <= speaker.token.idx < span.end and rule.endswith(("clause", "as-said")):
        return None
    return Found(span, speaker, Form.INDIRECT, rule, cue, verb, addressee(cue, verb))


def _in_commas(cue: Token) -> bool:
    """ "…, added Minister X, …", which the parse reads as "added" describing X."""
    if cue.dep_ != "amod" or cue.tag_ not in {"VBN", "VBD"} or cue.i == 0:
        return False
    after = cue.head.right_edge.i + 1
    return cue.nbor(-1).text == "," and after < len(cue.doc) and cue.doc[after].text == ","


def reported_start(cue: Token, verb: Verb) -> int | None:
    """The first token of the clause after the cue that it reports."""
    clause = reported_clause(cue)
    if clause is None:
        return _after_that(cue, verb) or _bare_clause(cue, verb)
    first = clause_start(cue, clause)
    between = cue.doc[cue.i + 1 : first]
    if any(t.dep_ == "dobj" and t.head == cue for t in between) and not verb.takes("told"):
        return None
    return None if any(t.tag_ == "VBG" and verb_at(t) is not None for t in between) else first


def _after_that(cue: Token, verb: Verb) -> int | None:
    """A clause with "that" which the parse hangs on a noun before it: "said in a statement that"."""
    if not verb.takes("clause"):
        return None
    for token in cue.doc[cue.i + 1 : cue.sent.end]:
        if token.tag_ in _FINITE or token.is_punct or token.is_space:
            return None
        if token.dep_ == "dobj" and token.head == cue and not verb.takes("told"):
            return None
        if token.lower_ == "that" and token.i + 1 < cue.sent.end and token.nbor().pos_ in _NOMINAL:
            return int(token.i + 1)
    return None


def _bare_clause(cue: Token, verb: Verb) -> int | None:
    """A clause without "that" which the parse didn't see: a noun phrase and a finite verb."""
    particle = particle_of(cue)
    start = (particle or cue).i + 1
    for child in cue.rights:
        if child.dep_ in {"dative", "prep"} and child.lower_ == "to" and child.i == start:
            start = child.right_edge.i + 1
    stop = next((t.i for t in cue.doc[start:] if _ends_clause(t)), start)
    words = cue.doc[start:stop]
    if len(words) < 3 or words[0].pos_ not in _NOMINAL or not verb.takes("clause"):
        return None
    finite = next((t for t in words if t.tag_ in _FINITE or t.tag_ == "VBN"), None)
    if (
        finite is None
        or finite.i == start
        or any(t.dep_ == "cc" for t in words[: finite.i - start])
    ):
        return None
    if finite.tag_ == "VBN" and (
        verb.takes("object") or verb.lemma not in {"say", "claim", "add", "allege"}
    ):
        return None
    return int(start)


def _ends_clause(token: Token) -> bool:
    if token.is_punct or token.is_space:
        return token.text not in {"'", "’", '"', "“", "-"}
    return token.lower_ in _NO_CLAUSE and token.tag_ in _SUBORDINATORS


def _as_said(cue: Token) -> bool:
    """ "As X said, …"."""
    return cue.dep_ == "advcl" and any(
        c.dep_ in {"mark", "advmod"} and c.lower_ == "as" for c in cue.children
    )


def _beside_main_clause(spans: Spans, cue: Token) -> Span | None:
    if reported_clause(cue) is not None or any(c.dep_ in {"dobj", "xcomp"} for c in cue.children):
        return None
    comma = cue.right_edge.i + 1
    if cue.head.i > cue.i and cue.doc[comma].text == ",":
        return spans.between(comma + 1, spans.sentence_end(cue))
    return None


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
    marks = {c.lower_ for c in head.children if c.dep_ == "mark"}
    return not marks & _NOT_REPORTED and any(
        c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj", "mark"} for c in head.children
    )


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
    if subject is None or cue.dep_ in {"relcl", "acl"} or _has_content(cue, subject):
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
    if cue.dep_ == "amod":
        return cue.head
    for child in cue.children:
        lowest, highest = sorted((child.i, cue.i))
        if child.dep_ == "nsubj" and not any(t.text == "," for t in cue.doc[lowest:highest][-3:]):
            return child
    for child in cue.rights:
        if child.dep_ in _INVERTED and child.left_edge.i == cue.i + 1:
            verb = verb_at(cue)
            takes_object = verb is not None and verb.takes("object", "kept")
            return None if takes_object and child.pos_ != "PROPN" else child
    return None


def _has_content(cue: Token, subject: Token) -> bool:
    told = verb_takes_told(cue)
    return any(
        c.dep_ in {"xcomp", "ccomp"} or (c.dep_ == "dobj" and c != subject and not told)
        for c in cue.rights
    )


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
