"""Reported clauses before the cue or on both sides of it: "…, X said", "…, said X, …"."""

from spacy.tokens import Token

from loaders.extractors.statements.assertion import is_passive
from loaders.extractors.statements.clauses import takes_told
from loaders.extractors.statements.cues import Verb, verb_at
from loaders.extractors.statements.extents import is_frame
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speaker, Speakers
from loaders.facts import Span

_COMMAS = {",", "?", "!", "—", "–", "--"}
_CLOSING = {'"', "”", "“", "’", "'", "''", "»"}
_INVERTED = {"dobj", "oprd", "attr", "npadvmod"}
_SUBJECTS = {"nsubj", "nsubjpass", "expl"}
_GOING_ON = {"until", "because", "unless", "although", "though", "if"}
SHORT = 4  # words of an adverbial between a cue and the comma: "early on Monday morning"
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


def around(
    spans: Spans, speakers: Speakers, cue: Token, verb: Verb
) -> tuple[Span | None, str, Speaker | None]:
    """The clause before the cue, or on both sides of it."""
    nothing = (None, "", None)
    if not verb.takes("quote") or is_passive(cue) or not _tells(cue):
        return nothing
    subject = _beside(cue)
    if subject is None or cue.dep_ in {"relcl", "acl"} or _has_content(cue, subject):
        return nothing
    first, last = min(subject.left_edge.i, cue.i), _past_frames(cue, subject)
    while first > cue.sent.start and (
        cue.doc[first - 1].dep_ in {"advmod", "aux"} and cue.doc[first - 1].head == cue
    ):
        first -= 1
    start = _after_conjunction(cue.sent.start, cue)
    comma = _comma_before(spans, cue, first, start)
    if comma is None and _inverted_bare(spans, cue, subject, start):
        return spans.between(start, cue.i - 1), "statement.indirect.after", speakers.named(subject)
    if comma is None or (cue.doc[start].tag_ == "VBG" and verb_at(cue.doc[start]) is not None):
        return nothing
    if comma.i - start < 2:
        return _opening_adverbial(spans, speakers, cue, subject, last, start)
    rest = cue.doc[last + 1] if last + 1 < cue.sent.end else None
    speaker = speakers.named(subject)
    if rest is not None and rest.text == "," and _goes_on(spans, cue, last + 2):
        return spans.between(start, cue.sent.end - 1), "statement.indirect.around", speaker
    if _relative(comma):
        return spans.between(start, cue.sent.end - 1), "statement.indirect.around", speaker
    if not _finite_before(cue, start, comma.i) or _clause_behind(cue, last):
        return nothing
    return spans.between(start, first - 1), "statement.indirect.after", speaker


def _tells(cue: Token) -> bool:
    """Whether the verb is finite; the model takes some present forms for infinitives."""
    bare = cue.tag_ == "VB" and not any(c.dep_ == "aux" for c in cue.children)
    return bare or cue.tag_ in {"VBD", "VBZ", "VBP", "VBN"}


def _past_frames(cue: Token, subject: Token) -> int:
    """The last token of cue and subject with how and when it was said: "said on Monday"."""
    last: int = max(subject.right_edge.i, cue.i)
    for child in cue.rights:
        when = child.dep_ in {"advmod", "npadvmod"} and len(list(child.subtree)) <= SHORT
        if child.left_edge.i == last + 1 and (when or is_frame(child)):
            last = child.right_edge.i
    return last


def _inverted_bare(spans: Spans, cue: Token, subject: Token, start: int) -> bool:
    """ "The road is open said Colonel Lind", without a comma."""
    clause = next((c for c in cue.lefts if c.dep_ == "ccomp"), None)
    own = clause is not None and any(c.dep_ in _SUBJECTS for c in clause.lefts)
    behind = subject.left_edge.i == cue.i + 1 and subject.pos_ == "PROPN"
    return own and behind and cue.tag_ == "VBD" and not spans.in_quotation(cue.doc[start])


def _comma_before(spans: Spans, cue: Token, first: int, start: int) -> Token | None:
    """The comma between what is said and its cue; it may stand inside quoted last words."""
    comma = cue.doc[first - 1] if first > cue.sent.start else None
    if comma is not None and comma.text in _CLOSING:
        if comma.i == 0 or spans.in_quotation(cue.doc[start]) or spans.direct_at(comma):
            return None
        comma = comma.nbor(-1)
    return comma if comma is not None and comma.text in _COMMAS else None


def _opening_adverbial(
    spans: Spans, speakers: Speakers, cue: Token, subject: Token, last: int, start: int
) -> tuple[Span | None, str, Speaker | None]:
    rest = cue.doc[last + 1] if last + 1 < cue.sent.end else None
    if rest is not None and rest.text == "," and _goes_on(spans, cue, last + 2):
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
    two = [c for c in cue.children if c.dep_ == "nsubj"]
    if len(two) > 1 and two[-1].left_edge.i == cue.i + 1:  # "… for leaders said Colonel Lind"
        return two[-1]
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
    told = takes_told(cue)
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


def _goes_on(spans: Spans, cue: Token, after: int) -> bool:
    """Whether the reported clause goes on after the cue: a finite verb follows."""
    for token in cue.doc[after : cue.sent.end]:
        if spans.direct_at(token):
            return False
        if token.i == after and token.lower_ in _GOING_ON:
            return True
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.dep_ not in {
            "relcl",
            "advcl",
            "acl",
        }:
            return True
        if token.tag_ == "VBG" and verb_at(token) is not None and token.i - after < 3:
            return False
    return False


def _relative(comma: Token) -> bool:
    """ "…, which, X said, …": the cue interrupts a relative clause."""
    return comma.i > 0 and comma.nbor(-1).tag_ in {"WDT", "WP"}


def _clause_behind(cue: Token, last: int) -> bool:
    """A finite verb right behind the cue: it has a clause of its own there."""
    for token in cue.doc[last + 1 : cue.sent.end]:
        if token.is_punct or token.dep_ in {"mark", "cc"}:
            return False
        if token.tag_ in _FINITE:
            return True
    return False


def _finite_before(cue: Token, first: int, last: int) -> bool:
    return any(t.tag_ in _FINITE and not _circumstance(t) for t in cue.doc[first:last])


def _circumstance(finite: Token) -> bool:
    """ "When the money was cut, X said no": a relative or a time is not what is said."""
    clause = finite.head if finite.dep_ in {"aux", "auxpass"} else finite
    if clause.dep_ in {"relcl", "acl"}:
        return True
    marks = (c.lower_ for c in clause.lefts if c.dep_ in {"advmod", "mark"})
    return clause.dep_ == "advcl" and any(m in {"when", "while", "after", "before"} for m in marks)
