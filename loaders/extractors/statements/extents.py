"""How far what is said reaches: to the sentence's end, or to the same speaker's next report."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from loaders.extractors.statements.cues import nouns, verb_at
from loaders.extractors.statements.subjects import (
    alike,
    governor,
    listed_with,
    matrix,
    misread_subject,
)
from loaders.reading.quotations import Quotation
from loaders.tables import rows

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_LINKS = {"cc", "punct"}
_SUBJECTS = {"nsubj", "nsubjpass", "expl", "csubj"}
_LINKING = {"and", "but", "or", "while", "when", "as", ",", ";", "–", "—", "-"}
_DASHES = {"–", "—", "-", "--"}
_REASONS = {
    "because",
    "if",
    "unless",
    "although",
    "though",
    "until",
    "since",
    "whereas",
    "so",
    "that",
}
_FRAMING = {"in", "on", "at", "over", "through", "to", "by", "from"}
_LIKE_PREPOSITIONS = {"including", "starting", "beginning", "ranging", "regarding", "concerning"}
_STOPS = {".", "?", "!", "…"}
_TIMES = {"DATE", "TIME"}
_CIRCUMSTANCES = {"despite", "amid", "before", "after", "following"}
_WHEN = {"today", "yesterday", "tonight", "time", "week", "month", "year", "morning", "evening"}
DEPTH = 5  # joined verbs between a cue and the verb that lends it its subject


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row[0] for row in rows("abbreviations"))


def is_stop(token: Token) -> bool:
    """Whether a full stop ends a sentence here, and no abbreviated title ("Capt.")."""
    if token.text not in _STOPS:
        return False
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    return not (token.text == "." and before in _abbreviations() and not token.nbor(-1).whitespace_)


def sentence_end(cue: Token, quotations: tuple[Quotation, ...], direct: frozenset[int]) -> int:
    """The last token of the sentence by its punctuation: the parse breaks some in the middle.

    `direct` is where quotations open that are statements of their own.
    """
    for token in cue.doc[cue.i + 1 :]:
        if token.idx in direct or (token.is_space and "\n" in token.text):
            return int(token.i - 1)
        if any(q.span.end <= token.idx < q.outer.end for q in quotations) and _full(cue.doc, token):
            return int(token.i)
        quotation = next((q for q in quotations if q.outer.start <= token.idx < q.span.end), None)
        if not is_stop(token) or (quotation is not None and token.idx < quotation.span.end - 1):
            continue
        closing = quotation.outer.end if quotation is not None else 0
        last = token.i
        behind = next((t for t in cue.doc[last + 1 :] if t.idx >= closing), None)
        if quotation is not None and behind is not None and behind.is_lower:
            continue
        while last + 1 < len(cue.doc) and cue.doc[last + 1].idx < closing:
            last += 1
        return int(last)
    return len(cue.doc) - 1


def _full(doc: Doc, closing: Token) -> bool:
    """Whether a closing mark ends a sentence: a stop in brackets before it, a capital behind it."""
    words = [t for t in doc[max(0, closing.i - 4) : closing.i + 3] if not t.is_space]
    before = "".join(t.text for t in words if t.i < closing.i)
    after = next((t.text for t in words if t.i > closing.i), "")
    bracketed = before[-1:] in {"]", ")"} and before.rstrip("])")[-1:] in _STOPS
    return bracketed and after[:1].isupper()


def extent(cue: Token, first: int, limit: int) -> int:
    """The last token of what `cue` reports from `first` on, `limit` being its sentence's last."""
    last = min(limit, *_ends(cue, first), limit)
    return _without_frames(cue, first, last)


def _ends(cue: Token, first: int) -> Iterator[int]:
    """Last tokens before each thing that isn't said any more."""
    yield from (b - 1 for b in _breaks(cue, first))
    above = cue
    while above.dep_ != "ROOT":
        fronted = above.dep_ == "pcomp" and above.head.head.i > above.i
        if (
            above.dep_ == "relcl"
            or fronted
            or above.head.i > above.right_edge.i
            or (above.dep_ == "acl" and above.head.dep_ in _SUBJECTS)
        ):
            yield int(above.right_edge.i)
        above = above.head


def _breaks(cue: Token, first: int) -> Iterator[int]:
    chain = _chain(cue)
    for token in cue.sent:
        if token.i <= max(cue.i, first):
            continue
        if listed_with(token) == cue:
            yield _beginning(token)
        subject = misread_subject(token)
        if subject is not None and subject.left_edge.i > first:
            yield int(subject.left_edge.i - 1)
        elif token.pos_ in {"VERB", "AUX"} and _ends_content(token, cue, chain):
            yield _beginning(token)
        elif (token.lower_ == "according" and token.i - 1 > first and _with_to(token)) or (
            token.text == ";" and _clause_behind(token)
        ):
            yield int(token.i)


def _with_to(according: Token) -> bool:
    return any(t.lower_ == "to" for t in according.doc[according.i + 1 : according.i + 2])


def _clause_behind(semicolon: Token) -> bool:
    """Whether a clause of its own stands behind a semicolon, no further item of a list."""
    for token in semicolon.doc[semicolon.i + 1 : semicolon.sent.end]:
        if token.text == ";":
            return False
        if token.tag_ in _FINITE and token.dep_ not in {"relcl", "advcl"}:
            return True
    return False


def _ends_content(token: Token, cue: Token, chain: list[Token]) -> bool:
    if token.dep_ == "conj":
        if token.head in chain and _own_tense(token):
            return _with_conjunction(token)
        if _further_report(token, cue, chain):
            return True
        if verb_at(token) is None and not _breaks_off(token, chain):
            return False
        above = matrix(token)
        return above in chain and above.i <= cue.i and alike(token, above)
    if _conceded(token, cue):
        return True
    if token.dep_ in {"advcl", "parataxis"} and token.head in chain:
        dashed = token.doc[_beginning(token)].text in _DASHES
        if token.lower_ in _LIKE_PREPOSITIONS:
            return False
        bare = token.tag_ == "VBG" and verb_at(token) is None and _with_conjunction(token)
        return (
            token.tag_ != "VB"
            and not dashed
            and not bare
            and not _listed_gerund(token, cue)
            and not _reason(token)
            and _after_comma(token)
        )
    return (
        verb_at(token) is not None
        and token.tag_ == "VBG"
        and _after_comma(token)
        and _chain(token)[-1] in chain
    )


def _further_report(token: Token, cue: Token, chain: list[Token]) -> bool:
    """ "say A but noted B", "has vowed A, and Y is promising B": a verb of speech of its own."""
    if verb_at(token) is None or tense(token) is None or not _with_conjunction(token):
        return False
    subject = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
    if token.head in chain:
        return subject is None or subject.pos_ != "PRON" or tense(token) == tense(cue)
    named = subject is not None and subject.pos_ in {"PROPN", "NOUN"}
    return named and tense(token) == tense(cue) != tense(token.head)


def _conceded(token: Token, cue: Token) -> bool:
    """ "said A, though she noted B"."""
    if token.dep_ != "advcl" or verb_at(token) is None or tense(token) != tense(cue):
        return False
    marks = {c.lower_ for c in token.lefts if c.dep_ == "mark"}
    same = any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in token.lefts)
    return same and bool(marks & {"though", "although", "while"}) and _after_comma(token)


def tense(verb: Token) -> str | None:
    """The tense of the finite word of a verb: "past", "present", "modal", None for none."""
    helping = [c for c in verb.lefts if c.dep_ in {"aux", "auxpass"} and c.tag_ in _FINITE]
    tag = helping[0].tag_ if helping else verb.tag_
    return {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "modal"}.get(tag)


def _listed_gerund(token: Token, cue: Token) -> bool:
    """ "the importance of building roads, training nurses, and …": one of several."""
    before = (t for t in token.doc[cue.i + 1 : token.i] if t.dep_ == "pcomp" and t.tag_ == "VBG")
    return token.tag_ == "VBG" and verb_at(token) is None and any(before)


def _own_tense(verb: Token) -> bool:
    """ "claimed the attack, but has shown no proof": an auxiliary of its own, no subject."""
    helped = any(c.dep_ == "aux" and c.tag_ in _FINITE - {"MD"} for c in verb.children)
    return helped and not any(c.dep_ in _SUBJECTS for c in verb.children)


def _breaks_off(token: Token, chain: list[Token]) -> bool:
    """Whether a joined verb that is no report leaves what is said."""
    if token.head not in chain and token.head.tag_ in _FINITE:
        return False
    if any(c.dep_ in _SUBJECTS and c.lower_ in {"there", "it"} for c in token.children):
        return not any(t.lower_ == "and" for t in token.doc[_beginning(token) : token.i])
    return _with_conjunction(token)


def _with_conjunction(verb: Token) -> bool:
    """Whether "and" or "but" stands before the verb or its own subject."""
    own = any(c.dep_ in _SUBJECTS for c in verb.children)
    return own or any(t.lower_ in {"and", "but", "or"} for t in verb.doc[_beginning(verb) : verb.i])


def _chain(cue: Token) -> list[Token]:
    """The cue and the verbs above it that share its subject."""
    found = [cue]
    for _ in range(DEPTH):
        above = listed_with(found[-1]) or governor(found[-1])
        if above is None or above.pos_ not in {"VERB", "AUX", "ADJ"} or above in found:
            break
        found.append(above)
    return found


def _reason(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in _REASONS for c in clause.children)


def _after_comma(verb: Token) -> bool:
    first = _beginning(verb)
    return verb.doc[first].lower_ in _LINKING


def _beginning(verb: Token) -> int:
    """The first token of the verb's own clause, with the "and" or comma before it."""
    lefts = [c.left_edge.i for c in verb.lefts if c.dep_ not in _LINKS]
    first: int = min([verb.i, *(i for i in lefts if verb.i - i < 30)])
    while first > 0 and verb.doc[first - 1].lower_ in _LINKING:
        first -= 1
    return first


def _without_frames(cue: Token, first: int, last: int) -> int:
    """Less "in a statement", "on Monday" at the end: how and when it was said."""
    for child in sorted(cue.rights, key=lambda c: -c.i):
        bare = last
        if _apart(child, first) and child.right_edge.i >= last - 1:
            last = child.left_edge.i - 2
            continue
        while bare > first and (cue.doc[bare].is_punct or cue.doc[bare].is_space):
            bare -= 1
        if child.left_edge.i > first and child.right_edge.i >= bare and is_frame(child):
            last = child.left_edge.i - 1
    return last


def _apart(child: Token, first: int) -> bool:
    """ "…, despite the rumours", "…, before leaving": circumstances of the report."""
    start = child.left_edge.i
    apart = start > first + 1 and child.doc[start - 1].text == ","
    return apart and child.dep_ == "prep" and child.lower_ in _CIRCUMSTANCES


def is_frame(child: Token) -> bool:
    """Whether the phrase tells how or when something was said."""
    if child.dep_ == "npadvmod":
        return any(t.ent_type_ in _TIMES for t in child.subtree) or child.lower_ in _WHEN
    if child.dep_ == "advmod" and child.lower_ in _WHEN:
        return True
    if child.dep_ != "prep":
        return False
    if child.lower_ in {"via", "during", "according"}:
        return True
    return child.lower_ in _FRAMING and any(
        (o.ent_type_ in _TIMES and o.right_edge.i - child.i < DEPTH)
        or o.lemma_.lower() in nouns("channel")
        for o in child.children
        if o.dep_ == "pobj"
    )
